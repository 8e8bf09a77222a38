"""A check-in as the desk makes it, against the bare insertion of its row into the same store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from typing import Any, Final
from uuid import UUID

from kentro_app.bootstrap.bench.bulk import fresh_id
from kentro_app.bootstrap.bench.data import Centre, World
from kentro_app.bootstrap.bench.measure import Row, in_turns, timed
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import now, to_ms
from kentro_app.services.reception import CheckIn, check_in
from kentro_app.services.transaction import perform
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.store import Store

LIMIT: Final = 2.5

# A connection forgets its pages when another one has written, which does not happen to the desk's
# only writer; so each writes some rows before it is the other's turn.
_BLOCK: Final = 25
_TIMES: Final = 1000

_VISIT: Final = """
    INSERT INTO visits (id, site_id, day, letter, ticket, channel, arrived_at, recorded_by,
        person_id, note, late_entry, stage)
    VALUES (?, ?, ?, 'Z', ?, 'in_person', ?, ?, ?, '', 0, 'waiting')
"""
_KEY_ONLY: Final = "INSERT INTO bench (id) VALUES (?)"


def measure(world: World) -> list[Row]:
    """Ratio of medians, and for information the ratio against a table of one column."""
    times = max(4 * _BLOCK, round(_TIMES * min(world.scale, 1)))
    centre = world.full
    store = centre.open()
    try:
        with _bare(centre) as connection:
            people = _people(connection, 3 * times + 3 * _BLOCK)
            ours = _desk(store, people)
            same = in_turns(ours, _rows(connection, centre, people), times, _BLOCK)
            single = in_turns(ours, _keys(connection), times, _BLOCK)
    finally:
        store.close()
    return [
        same.row("check_in", limit=LIMIT),
        single.row("check_in_against_one_column"),
    ]


def bare_commits(centre: Centre, times: int) -> list[float]:
    """The seconds that it takes at least to have a visit in the store, so many times."""
    with _bare(centre) as connection:
        once = _rows(connection, centre, _people(connection, times))
        return [once() for _time in range(times)]


@contextmanager
def _bare(centre: Centre) -> Iterator[Any]:
    connection = connect(centre.directory / STORE_FILE, centre.key.buffer)
    try:
        connection.execute("CREATE TABLE IF NOT EXISTS bench (id BLOB PRIMARY KEY) WITHOUT ROWID")
        yield connection
        connection.execute("DROP TABLE bench")
    finally:
        connection.close()


def _people(connection: Any, many: int) -> Iterator[bytes]:
    """Who comes: people from all over the table who are not here today, each of them once."""
    absent = """
        SELECT p.id FROM persons AS p WHERE NOT EXISTS (
            SELECT 1 FROM visits AS v WHERE v.person_id = p.id AND v.stage IN ('waiting', 'called'))
        ORDER BY p.position * 7919 % 99991 LIMIT ?
    """
    return iter([row[0] for row in connection.execute(absent, (many,))])


def _desk(store: Store, people: Iterator[bytes]) -> Callable[[], float]:
    def once() -> float:
        request = CheckIn(new_id(), UUID(bytes=next(people)))
        return timed(lambda: perform(store.begin, partial(check_in, request=request, now=now())))

    return once


def _rows(connection: Any, centre: Centre, people: Iterator[bytes]) -> Callable[[], float]:
    tickets, user = count(1), centre.user.id.bytes
    site, day = connection.execute("SELECT site_id, max(day) FROM visits").fetchone()

    def once() -> float:
        about = (fresh_id(), site, day, next(tickets), to_ms(now()), user, next(people))
        return timed(lambda: _commit(connection, _VISIT, about))

    return once


def _keys(connection: Any) -> Callable[[], float]:
    return lambda: timed(partial(_commit, connection, _KEY_ONLY, (fresh_id(),)))


def _commit(connection: Any, sql: str, row: tuple[object, ...]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(sql, row)
    connection.execute("COMMIT")
