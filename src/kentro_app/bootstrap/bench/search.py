"""Finding a person while somebody types, against the bare queries that it comes down to."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any, Final

from kentro_app.bootstrap.bench.data import Centre, World
from kentro_app.bootstrap.bench.measure import Pair, Row, in_turns, p99, timed
from kentro_app.services import registry
from kentro_app.services.transaction import ask
from kentro_app.storage import search
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.store import Store

LIMIT: Final = 3.0
MOST_MS: Final = 16.0

_LIMIT_ROWS: Final = 20  # as many as the reception asks for
_ROUNDS: Final = 2

Query = tuple[str, tuple[Any, ...]]

# As people type: with and without accents, in capitals, in Latin letters, surname first or last.
NAMES: Final = (
    "Παπαδόπουλος Γεώργιος",
    "παπαδοπουλου μαρια",
    "ΓΕΩΡΓΙΟΥ ΕΛΕΝΗ",
    "Μαρία Δημητρίδου",
    "nikolaidis panagiotis",
    "Νικολάκη Αικατερίνη",
    "katerina konstantopoulou",
    "Γιώργος Αντωνιάδης",
    "giorgos ioannidis",
    "Χατζηγεωργίδης Κωνσταντίνος",
    "xatzhgewrgiou",
    "Καραγιαννάκη",
    "karagiannis dimitris",
    "Βασιλοπούλου Βασιλική",
    "vasilopoulou",
    "μιχαλοπουλος σπυρος",
    "Θεοδωρίδου Σοφία",
    "theodoridou sofia",
    "Ευαγγελινού Ευαγγελία",
    "Χαραλαμπίδης Χαράλαμπος",
    "haralampidis",
    "Τριανταφυλλάκη Ιφιγένεια",
    "οικονομοπουλος νικος",
    "Oikonomidis Nikos",
    "Σταθάτος Γεράσιμος",
    "Παπαγεωργίτης Θρασύβουλος",
    "Μαυροστεργίου Ζωή",
    "Ψαρούλης",
    "Hoxha Arbër",
    "χοτζα ιλιρ",
    "Shehu Mirela",
    "Шевченко Олена",
    "Shevchenko Olena",
    "Коваленко Андрій",
    "Al-Masri Fatima",
    "Darwish Mohammad",
    "Χασάν Αϊσέ",
    "Μεχμέτ Ραμαζάν",
    "Αλή Μαρία",
    "Ξενάκη Μυρτώ",
)


class Listener:
    """A connection that remembers what it was asked."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.heard: list[Query] = []

    def execute(self, sql: str, parameters: tuple[Any, ...] = ()) -> Any:
        """Pass it on, and remember it."""
        self.heard.append((sql, tuple(parameters)))
        return self._connection.execute(sql, parameters)


def measure(world: World) -> list[Row]:
    """Ratios of the 99th hundredth and of the median over every keystroke."""
    centre = world.people
    store = centre.open()
    with _plain(centre) as scribe, _plain(centre) as bare:
        keystrokes = list(chain.from_iterable(map(_typed, [*NAMES, *_numbers(scribe)])))
        asked = [_queries(scribe, text) for text in keystrokes]
        pairs = [
            _keystroke(store, bare, text, queries)
            for _round in range(_ROUNDS if world.scale >= 1 else 1)
            for text, queries in zip(keystrokes, asked, strict=True)
        ]
    store.close()
    pair = Pair([ours for ours, _baseline in pairs], [baseline for _ours, baseline in pairs])
    return [
        pair.row("search_p99", p99, limit=LIMIT, most=MOST_MS),
        pair.row("search_median", limit=LIMIT),
    ]


@contextmanager
def _plain(centre: Centre) -> Iterator[Any]:
    connection = connect(centre.directory / STORE_FILE, centre.key.buffer)
    try:
        yield connection
    finally:
        connection.close()


def _typed(text: str) -> Iterator[str]:
    """The field after each keystroke, from the first that asks for anything."""
    return (text[:length] for length in range(2, len(text) + 1))


def _numbers(connection: Any) -> list[str]:
    """Phones, human numbers and identifiers of some who are there."""
    phones = "SELECT substr(value, 4) FROM contact_points ORDER BY id LIMIT 4 OFFSET 20"
    numbers = "SELECT number FROM persons WHERE position % 47 = 0 LIMIT 3"
    identifiers = "SELECT value FROM identifiers ORDER BY id LIMIT 3 OFFSET 20"
    asked = [connection.execute(sql).fetchall() for sql in (phones, numbers, identifiers)]
    return [row[0] for rows in asked for row in rows]


def _queries(connection: Any, text: str) -> list[Query]:
    listener = Listener(connection)
    search.find(listener, text, _LIMIT_ROWS)
    return listener.heard


def _keystroke(store: Store, bare: Any, text: str, queries: list[Query]) -> tuple[float, float]:
    query = partial(registry.find, text=text, limit=_LIMIT_ROWS)
    pair = in_turns(
        lambda: timed(lambda: ask(store.view, query)),
        lambda: timed(lambda: [bare.execute(*asked).fetchall() for asked in queries]),
        times=1,
    )
    return pair.ours[0], pair.baseline[0]
