"""What can be asked of a store, one question each; the answer is empty when all is well.

Every question is asked on one connection inside one reading transaction; none changes anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from sqlcipher3 import dbapi2

from kentro_app.domain.fold import words
from kentro_app.i18n import _, ngettext
from kentro_app.storage.replay import differing
from kentro_app.storage.tables import metadata

_SAMPLE: Final = 500
_SYNCED: Final = tuple(
    (table.info["entity"], table.name)
    for table in metadata.sorted_tables
    if table.info["class"] == "shared"
)
_SCHEMA = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
)
_NO_OPERATION = """
    SELECT count(*) FROM {table} WHERE id NOT IN
        (SELECT op_id FROM operations WHERE kind = 'append' AND entity = ?)
"""
_NO_RECORD = """
    SELECT count(*) FROM operations
    WHERE entity = ? AND kind = 'append' AND record_id NOT IN (SELECT id FROM {table})
"""
_NO_BEGINNING = """
    SELECT count(*) FROM operations WHERE kind <> 'append' AND record_id NOT IN
        (SELECT op_id FROM operations WHERE kind = 'append')
"""
_UUID = (
    "lower(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || "
    "substr(h, 17, 4) || '-' || substr(h, 21))"
)
_NO_AUDIT = f"""
    SELECT count(*) FROM (SELECT *, hex(record_id) AS h FROM operations) AS o
    LEFT JOIN audit AS a ON a.n = o.audit_n
    WHERE a.n IS NULL
        OR instr(a.record, '"action":"' || o.entity || '.' || o.kind || '"') = 0
        OR instr(a.record, '"id":"' || {_UUID} || '"') = 0
"""
_CLOCK_BACK = """
    SELECT count(*) FROM (
        SELECT (hlc_ms, hlc_counter) <= (
            lag(hlc_ms) OVER places, lag(hlc_counter) OVER places) AS back
        FROM operations WINDOW places AS (ORDER BY position)) WHERE back
"""
_NOT_INDEXED = """
    SELECT (SELECT count(*) FROM persons WHERE position NOT IN
        (SELECT id FROM person_search_docsize)) + (SELECT count(*) FROM person_search_docsize
        WHERE id NOT IN (SELECT position FROM persons))
"""
_INDEXED = """
    SELECT p.surname, p.given_name, s.names FROM persons AS p
    JOIN person_search AS s ON s.rowid = p.position WHERE p.position % ? = 0 LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """The key file as the vault found it: a `fault` in words, or who has a wrap, in which role."""

    fault: str
    generation: int = 0
    wraps: Mapping[UUID, str] | None = None


def pages(connection: Any) -> str:
    """Every page's own authentication code. Only after a full checkpoint: else false alarms."""
    wrong = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    text = ngettext(
        "{n} page of the file is damaged.", "{n} pages of the file are damaged.", len(wrong)
    )
    return text.format(n=len(wrong)) if wrong else ""


def structure(connection: Any) -> str:
    """Trees and indexes, the full-text index too: what the codes of single pages cannot see."""
    said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    return "" if said == ["ok"] else _("The tables and their indexes do not fit together.")


def references(connection: Any) -> str:
    """No record speaks of one that is not there."""
    row = connection.execute("PRAGMA foreign_key_check").fetchone()
    text = _("A record in «{table}» refers to one that does not exist.")
    return text.format(table=row[0]) if row else ""


def schema(connection: Any, revision: str) -> str:
    """Tables, indexes and guards are those that the migrations make, to the letter."""
    wrong = sorted({row[1] for row in set(_found(connection)) ^ _expected(revision)})
    text = _("These parts of the database are not as the program made them: {names}.")
    return text.format(names=", ".join(wrong)) if wrong else ""


def keys(connection: Any, facts: KeyFacts) -> str:
    """The key file and the accounts belong together."""
    if facts.fault:
        return facts.fault
    known = connection.execute("SELECT key_generation FROM desk").fetchone()[0]
    if facts.generation < known:
        return _("An older key file has been put in place of the current one.")
    rows = connection.execute("SELECT id, role FROM users WHERE active").fetchall()
    active = {UUID(bytes=identity): role for identity, role in rows}
    wrong = set(active.items()) ^ set((facts.wraps or {}).items())
    if wrong:
        return _("The key file lets in others than the active users of this centre.")
    return ""


def operations(connection: Any) -> str:
    """Every record has its operation, every operation its record and its entry in the log."""
    for entity, table in _SYNCED:
        if _count(connection, _NO_OPERATION.format(table=table), entity):
            return _("Records in «{table}» were written past the program.").format(table=table)
        if _count(connection, _NO_RECORD.format(table=table), entity):
            return _("Records in «{table}» were removed past the program.").format(table=table)
    if _count(connection, _NO_BEGINNING):
        return _("Changes wait for the server whose record it was never told of.")
    if _count(connection, _NO_AUDIT):
        return _("Changes wait for the server that the access log does not know.")
    return ""


def records(connection: Any) -> str:
    """Each record is what its operations made it: an older page put back is not."""
    wrong = sum(1 for _found in differing(connection))
    text = ngettext(
        "{n} record is not what its operations say.",
        "{n} records are not what their operations say.",
        wrong,
    )
    return text.format(n=wrong) if wrong else ""


def clock(connection: Any) -> str:
    """The outbox counts time forwards only."""
    back = _count(connection, _CLOCK_BACK)
    return _("The changes that wait for the server are not in order of time.") if back else ""


def search(connection: Any) -> str:
    """Everybody can be found by name, nobody who is gone: all counted, some looked up."""
    if _count(connection, _NOT_INDEXED):
        return _("The search does not know the same people as the registry.")
    last = connection.execute("SELECT max(position) FROM persons").fetchone()[0] or 0
    step = last // _SAMPLE + 1
    for surname, given_name, names in connection.execute(_INDEXED, (step, _SAMPLE)):
        if not {*words(surname), *words(given_name)} <= set(names.split()):
            return _("The search knows somebody by another name than the registry.")
    return ""


def counts(connection: Any) -> dict[str, int]:
    """Rows by table, of every table of ours."""
    listed = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    names = [row[0] for row in connection.execute(listed) if not row[0].startswith("sqlite_")]
    return {name: _count(connection, f'SELECT count(*) FROM "{name}"') for name in names}


def _count(connection: Any, sql: str, *parameters: object) -> int:
    found: int = connection.execute(sql, parameters).fetchone()[0]
    return found


def _found(connection: Any) -> list[tuple[str, str, str, str]]:
    rows: list[tuple[str, str, str, str]] = connection.execute(_SCHEMA).fetchall()
    return rows


@lru_cache(maxsize=4)
def _expected(revision: str) -> frozenset[tuple[str, str, str, str]]:
    from kentro_app.storage.migrate import upgrade  # noqa: PLC0415 - Alembic takes a while

    model = dbapi2.connect(":memory:", isolation_level=None)  # an empty one, of nobody's data
    try:
        upgrade(model, revision)
        return frozenset(_found(model))
    finally:
        model.close()
