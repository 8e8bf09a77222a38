"""The store under test: a small centre on the real storage, and what a reopened one says.

Visit number n has the id 1,000 + n and a note that only n has, so every value can be foretold.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import event

from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.sites import Profile
from kentro_app.domain.users import User
from kentro_app.domain.visits import AgeBand
from kentro_app.services.ports import Actor, Desk, Work
from kentro_app.services.queue import finish
from kentro_app.services.reception import CheckIn, check_in
from kentro_app.services.transaction import perform
from kentro_app.storage.create import create_store
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.errors import StoreForeign, translated
from kentro_app.storage.schema import is_ours
from kentro_app.storage.store import Store
from kentro_app.storage.trail import GENESIS, link

NINE = datetime(2025, 3, 3, 7, 0, tzinfo=UTC)
DATABASE_FILES = tuple(STORE_FILE + end for end in ("", "-wal", "-shm"))
BOTH_CHECKS = ("cipher_integrity_check", "integrity_check")

_FIRST = 1_000
_SITE, _USER = UUID(int=1), UUID(int=2)
_DESK = Desk(UUID(int=3), UUID(int=4), "A", _SITE, UUID(int=5))
_ACTOR = Actor(_USER, "eleni", Role.ADMINISTRATOR, UUID(int=6))
OFTEN = 25  # pages after which SQLite checkpoints; 1,000 in earnest


def key() -> bytearray:
    return bytearray(range(32))


def note(number: int) -> str:
    """What visit `number` says: of many lengths, so that records lie everywhere on the pages."""
    return f"Επίσκεψη {number}: " + "ζ" * (number * 37 % 160) + "."


class Centre:
    """One desk at work."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def check_in(self, number: int) -> None:
        """Visit, operation and audit entry in one transaction; on the medium when it returns."""
        perform(self._store.begin, _visit(number))

    def finish(self, number: int) -> None:
        """Change a visit."""
        visit_id = UUID(int=_FIRST + number)
        perform(self._store.begin, partial(finish, visit_id=visit_id, now=NINE))

    def count(self) -> int:
        """How many visits the desk sees, asked in a way that need not be logged."""
        with self._store.view() as work:
            return work.visits.next_ticket(NINE.date(), _DESK.letter) - 1

    def close(self) -> None:
        self._store.close()


class TornCentre(Centre):
    """The planted fault: the operation in a transaction of its own, after the visit's."""

    def check_in(self, number: int) -> None:
        with self._store.begin() as work:
            _visit(number)(work)
            rows = work._ledger.outbox._rows
            late, rows[:] = rows[:], []
            work.commit()
        with self._store.begin() as work:
            work._ledger.outbox._rows.extend(late)
            work.commit()


def _visit(number: int) -> Callable[[Work], object]:
    request = CheckIn(
        UUID(int=_FIRST + number),
        anonymous_sex=Sex.X,
        anonymous_age=AgeBand.ADULT,
        note=note(number),
    )
    return partial(check_in, request=request, now=NINE + timedelta(seconds=number))


def found(folder: Path, synchronous: str = "FULL") -> Centre:
    """A new store with a site and a user."""
    create_store(folder, key(), _DESK, signing_key=bytes(32))
    centre = reopen(folder, synchronous)
    perform(centre._store.begin, _settle)
    return centre


def reopen(
    folder: Path,
    synchronous: str = "FULL",
    *,
    kind: type[Centre] = Centre,
    checkpoint: int = OFTEN,
) -> Centre:
    """Open the store as the program does, only with more checkpoints, and `synchronous` as told."""
    store = Store(folder, key(), _ACTOR, lambda: NINE)

    def loosen(connection: object, _record: object) -> None:
        connection.execute(f"PRAGMA wal_autocheckpoint = {checkpoint}")  # type: ignore[attr-defined]
        connection.execute(f"PRAGMA synchronous = {synchronous}")  # type: ignore[attr-defined]

    event.listen(store._writers, "connect", loosen)
    return kind(store)


def reopen_torn(folder: Path) -> Centre:
    """Open the store with the planted fault."""
    return reopen(folder, kind=TornCentre)


def _settle(work: Work) -> None:
    work.users.add(User(_USER, "eleni", "Ελένη", Role.ADMINISTRATOR, True, NINE))
    words = ("Κέντρο", "Centre", "Δήμος", "Municipality", "Κτίριο", "Οδός 1", "Street 1", "210")
    work.sites.found(_SITE, Profile("test", "T", *words, "Europe/Athens", "", (), (), {}, ()))


_UNAUDITED = """
    SELECT o.position FROM operations AS o LEFT JOIN audit AS a ON a.n = o.audit_n
    WHERE a.n IS NULL
        OR replace(json_extract(a.record, '$.id'), '-', '') <> lower(hex(o.record_id))
"""


@dataclass(frozen=True, slots=True)
class State:
    """What a reopened store says and what its checks complain of; `rows` digests every table."""

    visits: dict[int, str]
    operations: int
    audited: int
    head: tuple[int, bytes]
    rows: bytes
    complaints: tuple[str, ...] = field(default=())

    @property
    def whole(self) -> bool:
        """No complaints, and each visit with its operation and its audit entry."""
        return not self.complaints and len(self.visits) == self.operations == self.audited


def examine(folder: Path, page_checks: Sequence[str] = BOTH_CHECKS) -> State:
    """Open a store with the program's settings and read all of it. Raises Unavailable."""
    connection = connect(folder / STORE_FILE, key())
    try:
        with translated():
            if not is_ours(connection):
                raise StoreForeign
            # Before a full checkpoint the cipher check complains of pages that are only stale.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            complaints = [
                *_page_complaints(connection, page_checks),
                *_chain_complaints(connection),
                *_record_complaints(connection),
            ]
            return _state(connection, complaints)
    finally:
        connection.close()


def _page_complaints(connection: Any, checks: Sequence[str]) -> Iterator[str]:
    for check in checks:
        for (said,) in connection.execute(f"PRAGMA {check}"):
            if said != "ok":
                yield str(said)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        yield "foreign keys"


def _chain_complaints(connection: Any) -> Iterator[str]:
    digest = GENESIS
    entries = connection.execute("SELECT n, record, digest FROM audit ORDER BY n")
    for expected, (number, record, stored) in enumerate(entries, start=1):
        digest = link(digest, record)
        if number != expected or digest != stored:
            yield f"audit entry {expected}"
            return


def _record_complaints(connection: Any) -> Iterator[str]:
    """Each visit is what its operations made it, and their audit entries speak of it."""
    made: dict[bytes, dict[str, Any]] = {}
    operations = "SELECT record_id, field, value FROM operations WHERE entity = 'visit'"
    for record_id, name, value in connection.execute(operations + " ORDER BY position"):
        change = json.loads(value)
        made.setdefault(record_id, {}).update({name: change} if name else change)
    for record_id, said, stage in connection.execute("SELECT id, note, stage FROM visits"):
        expected = made.pop(record_id, {})
        if (expected.get("note"), expected.get("stage")) != (said, stage):
            yield f"visit {UUID(bytes=record_id)}"
    yield from (f"no visit {UUID(bytes=record_id)}" for record_id in made)
    yield from (f"operation {position}" for (position,) in connection.execute(_UNAUDITED))


def _state(connection: Any, complaints: Sequence[str]) -> State:
    def ask(question: str) -> Any:
        return connection.execute(question).fetchall()

    entity = "SELECT count(*) FROM operations WHERE entity = 'visit' AND kind = 'append'"
    audited = "SELECT count(*) FROM audit WHERE json_extract(record, '$.action') = 'visit.append'"
    tables = ask("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    rows = [ask(f'SELECT * FROM "{name}" ORDER BY 1') for (name,) in tables]
    return State(
        visits={UUID(bytes=i).int - _FIRST: said for i, said in ask("SELECT id, note FROM visits")},
        operations=ask(entity)[0][0],
        audited=ask(audited)[0][0],
        head=(ask("SELECT n, digest FROM audit ORDER BY n DESC LIMIT 1") or [(0, GENESIS)])[0],
        rows=sha256(repr(rows).encode()).digest(),
        complaints=tuple(complaints),
    )
