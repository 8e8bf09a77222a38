"""Filling a store with a million records in minutes: the rows that the repositories would write.

A desk writes one record per transaction, through the mapper, with its operation and its audit
entry. Here the same rows go in by the ten thousand, on a connection that need not survive a power
cut. A test compares them with the repositories' and lets `verify` look at the result.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import uuid_utils

from kentro_app.domain.moments import to_ms
from kentro_app.services.ports import Actor
from kentro_app.storage.desk import read_desk
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.outbox import OP_SCHEMA
from kentro_app.storage.trail import GENESIS, author, link

Row = tuple[Any, ...]

_BATCH: Final = 20_000
_LOOSE: Final = (
    "synchronous = OFF",
    "journal_mode = OFF",
    "secure_delete = OFF",
    "foreign_keys = OFF",
    "cache_size = -160000",
)
# The full-text index collects so many bytes before it writes a segment; it is set back at the end.
_HASH: Final = "INSERT INTO person_search (person_search, rank) VALUES ('hashsize', ?)"
_ROOMY, _USUAL = 64 * 1024 * 1024, 1024 * 1024
_INDICES: Final = """
    SELECT name, sql FROM sqlite_master
    WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN
        ('persons', 'contact_points', 'identifiers', 'visits', 'operations')
"""
_PERSON: Final = """
    INSERT INTO persons (position, id, number, surname, given_name, registered_at, registered_by,
        father_name, birth_date, sex, name_status, language)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'declared', ?)
"""
_CONTACT: Final = """
    INSERT INTO contact_points (id, person_id, kind, value, safe_to_call, safe_to_leave_message)
    VALUES (?, ?, 'phone', ?, 1, 0)
"""
_IDENTIFIER: Final = "INSERT INTO identifiers (id, person_id, kind, value) VALUES (?, ?, 'amka', ?)"
_SEARCH: Final = "INSERT INTO person_search (rowid, names, sounds, numbers) VALUES (?, ?, ?, ?)"
_VISIT: Final = """
    INSERT INTO visits (id, site_id, day, letter, ticket, channel, arrived_at, recorded_by,
        person_id, late_entry, stage, called_at, finished_at)
    VALUES (?, ?, ?, ?, ?, 'in_person', ?, ?, ?, 0, ?, ?, ?)
"""
_OPERATION: Final = """
    INSERT INTO operations (op_id, incarnation, kind, actor, role, audit_n, entity, record_id,
        value, hlc_ms, hlc_counter, op_schema, created_at)
    VALUES (?, ?, 'append', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_AUDIT: Final = "INSERT INTO audit (n, record, digest) VALUES (?, ?, ?)"
_HEAD: Final = "SELECT n, digest FROM audit ORDER BY n DESC LIMIT 1"
_CLOCK: Final = "SELECT hlc_ms, hlc_counter FROM operations ORDER BY position DESC LIMIT 1"

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def fresh_id() -> bytes:
    """Like `domain.ids.new_id`, as it lies on disk."""
    return uuid_utils.uuid7().bytes


def text_id(raw: bytes) -> str:
    """As it stands in JSON."""
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def spoken(moment: datetime) -> str:
    """A moment as it travels."""
    return moment.isoformat().replace("+00:00", "Z")


class Ledger:
    """Collects rows; `noted` says whether they get operations and audit entries."""

    def __init__(self, connection: Any, actor: Actor, *, noted: bool) -> None:
        self._connection, self.noted = connection, noted
        self.desk = read_desk(connection)
        self.user = actor.user_id.bytes
        self._by = dict(author(actor, self.desk))
        self._who = (self.user, actor.role.value)
        head: tuple[int, bytes] = connection.execute(_HEAD).fetchone() or (0, GENESIS)
        self._n, self._digest = head
        self._clock = connection.execute(_CLOCK).fetchone() or (0, -1)
        self._rows: dict[str, list[Row]] = {}

    def put(self, sql: str, row: Row) -> None:
        """A row of any table, written with the next batch."""
        rows = self._rows.setdefault(sql, [])
        rows.append(row)
        if len(rows) >= _BATCH:
            self.flush()

    def note(self, entity: str, record_id: bytes, values: dict[str, Any], now: int) -> None:
        """The audit entry and the operation of a new record; `now` in milliseconds."""
        if not self.noted:
            return
        self._n += 1
        entry = {**self._by, "n": self._n, "at": now, "action": entity + ".append"}
        record = _encode({**entry, "outcome": "ok", "type": entity, "id": text_id(record_id)})
        self._digest = link(self._digest, record)
        self.put(_AUDIT, (self._n, record, self._digest))
        said = {name: value for name, value in values.items() if value not in (None, "")}
        about = (entity, record_id, _encode(said))
        start = (record_id, self.desk.incarnation.bytes, *self._who, self._n)
        self.put(_OPERATION, (*start, *about, *self._tick(now), OP_SCHEMA, now))

    def flush(self) -> None:
        """Write what has been collected, in one transaction."""
        self._connection.execute("BEGIN IMMEDIATE")
        for sql, rows in self._rows.items():
            self._connection.executemany(sql, rows)
        self._connection.execute("COMMIT")
        self._rows.clear()

    def _tick(self, now: int) -> tuple[int, int]:
        last, counter = self._clock
        self._clock = (now, 0) if now > last else (last, counter + 1)
        return self._clock


@contextmanager
def loading(directory: Path, key: bytearray, actor: Actor, *, noted: bool) -> Iterator[Ledger]:
    """A ledger on a store that is filled without its indices; they are made anew at the end."""
    connection = connect(directory / STORE_FILE, key)
    try:
        for pragma in _LOOSE:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute(_HASH, (_ROOMY,))
        found = connection.execute(_INDICES).fetchall()
        for name, _sql in found:
            connection.execute(f"DROP INDEX {name}")
        ledger = Ledger(connection, actor, noted=noted)
        yield ledger
        ledger.flush()
        for _name, sql in found:
            connection.execute(sql)
        connection.execute(_HASH, (_USUAL,))
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
    finally:
        connection.close()


def add_person(ledger: Ledger, position: int, person: dict[str, Any], at: datetime) -> bytes:
    """A person in columns of the table (without ids), with `phone` and `amka`; gives the id."""
    identity, now = fresh_id(), to_ms(at)
    told = {name: value for name, value in person.items() if name not in ("phone", "amka")}
    told["birth_date"] = told.pop("birth")
    values = (
        *(told[name] for name in ("number", "surname", "given_name")),
        *(now, ledger.user),
        *(told[name] for name in ("father_name", "birth_date", "sex", "language")),
    )
    ledger.put(_PERSON, (position, identity, *values))
    told |= {"name_status": "declared", "registered_at": spoken(at)}
    ledger.note("person", identity, {**told, "registered_by": text_id(ledger.user)}, now)
    if person["phone"]:
        _part(ledger, (_CONTACT, "contact_point"), identity, (person["phone"], now))
    if person["amka"]:
        _part(ledger, (_IDENTIFIER, "identifier"), identity, (person["amka"], now))
    return identity


def _part(ledger: Ledger, kind: tuple[str, str], person_id: bytes, what: tuple[str, int]) -> None:
    (sql, entity), (value, now) = kind, what
    own = fresh_id()
    ledger.put(sql, (own, person_id, value))
    told: dict[str, Any] = {"person_id": text_id(person_id), "value": value}
    if entity == "contact_point":
        told |= {"kind": "phone", "safe_to_call": True, "safe_to_leave_message": False}
    else:
        told |= {"kind": "amka"}
    ledger.note(entity, own, told, now)


def add_terms(ledger: Ledger, position: int, terms: Sequence[str]) -> None:
    """What is searchable of a person, as `storage.search.terms` gives it."""
    ledger.put(_SEARCH, (position, *terms))


def add_visit(ledger: Ledger, visit: dict[str, Any], now: int) -> None:
    """A visit: `person_id`, `day` (text), `ticket`, `stage`, and its three moments."""
    identity, desk = fresh_id(), ledger.desk
    moments = [visit[name] for name in ("arrived_at", "called_at", "finished_at")]
    arrived, called, finished = (at and to_ms(at) for at in moments)
    start = (identity, desk.site_id.bytes, visit["day"], desk.letter, visit["ticket"], arrived)
    end = (ledger.user, visit["person_id"], visit["stage"], called, finished)
    ledger.put(_VISIT, (*start, *end))
    told = {
        **visit,
        "site_id": str(desk.site_id),
        "letter": desk.letter,
        "channel": "in_person",
        "recorded_by": text_id(ledger.user),
        "person_id": text_id(visit["person_id"]),
        "late_entry": False,
    }
    for name, at in zip(("arrived_at", "called_at", "finished_at"), moments, strict=True):
        told[name] = at and spoken(at)
    ledger.note("visit", identity, told, now)
