"""Which sheets left the program, each with its copy number and what it carried."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from kentro_app.domain.moments import from_ms, to_ms
from kentro_app.domain.visits import Visit
from kentro_app.services.ports import Print
from kentro_app.storage import tables
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.records import Records

_VISITS = Records(Visit, tables.visits)

_INSERT = """
    INSERT INTO prints (kind, day, at, by, site_id, content, first_number, last_number)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING copy_number
"""
_COPY = """
    SELECT copy_number, kind, day, at, site_id, content, first_number, last_number FROM prints
"""
_LAST_OF = f"{_COPY} WHERE kind = ? AND day = ? AND site_id = ? ORDER BY copy_number DESC LIMIT 1"
_OF_TICKET = f"{_VISITS.select} WHERE day = ? AND letter = ? AND ticket = ?"
_OF_PAPER = f"{_VISITS.select} WHERE day = ? AND paper_number = ? ORDER BY id LIMIT 1"
_SERVED_BEFORE = """
    SELECT EXISTS (SELECT 1 FROM visits WHERE person_id = ?1 AND day < ?2 AND stage = 'done')
        OR EXISTS (SELECT 1 FROM subjects AS s JOIN visits AS v ON v.id = s.visit_id
            WHERE s.person_id = ?1 AND v.day < ?2 AND v.stage = 'done')
"""
_LAST_NUMBER = "SELECT coalesce(max(last_number), 0) FROM prints WHERE kind = ?"


class SqlPrints:
    def __init__(self, ledger: Ledger, user_id: UUID) -> None:
        self._ledger = ledger
        self._by = user_id.bytes

    def next_copy(
        self,
        kind: str,
        day: date,
        at: datetime,
        *,
        site_id: UUID | None = None,
        content: bytes = b"",
        numbers: tuple[int, int] | None = None,
    ) -> Print:
        """Record that a paper is about to leave; gives it the next copy number of this desk.

        `content` is what it carries, as `services.sheets_copies` remembers it; `numbers` the first
        and the last of those that are printed on it and nowhere else.
        """
        first, last = numbers or (None, None)
        site = site_id.bytes if site_id else None
        row = (kind, day.isoformat(), to_ms(at), self._by, site, content or None, first, last)
        number: int = self._execute(_INSERT, *row).fetchone()[0]
        facts: dict[str, str | int] = {"copy": number, "day": day.isoformat()}
        if last is not None:
            facts |= {"first": first or 0, "last": last}
        self._ledger.trail.note("sheet.made", kind, facts=facts)
        return Print(number, kind, day, at, site_id, content, first or 0, last or 0)

    def get(self, copy_number: int) -> Print | None:
        """A copy by its number."""
        row = self._execute(f"{_COPY} WHERE copy_number = ?", copy_number).fetchone()
        return None if row is None else _print(row)

    def last_of(self, kind: str, day: date, site_id: UUID) -> Print | None:
        """The latest copy of that paper, if there was one."""
        row = self._execute(_LAST_OF, kind, day.isoformat(), site_id.bytes).fetchone()
        return None if row is None else _print(row)

    def last_number(self, kind: str) -> int:
        """The last number printed on papers of that kind; 0 before the first."""
        number: int = self._execute(_LAST_NUMBER, kind).fetchone()[0]
        return number

    def of_ticket(self, day: date, letter: str, ticket: int) -> Visit | None:
        """The visit of a short code; codes begin anew every day."""
        row = self._execute(_OF_TICKET, day.isoformat(), letter, ticket).fetchone()
        return None if row is None else _VISITS.thing(row)

    def of_paper(self, paper_number: str, day: date) -> Visit | None:
        """The visit of that day that was written down on that form or line, typed in already."""
        row = self._execute(_OF_PAPER, day.isoformat(), paper_number).fetchone()
        return None if row is None else _VISITS.thing(row)

    def served_before(self, person_id: UUID, day: date) -> bool:
        """Whether somebody had a completed contact on an earlier day, in their own or another's."""
        row = self._execute(_SERVED_BEFORE, person_id.bytes, day.isoformat()).fetchone()
        return bool(row[0])

    def _execute(self, sql: str, *parameters: object) -> Any:
        return self._ledger.connection.execute(sql, parameters)


def _print(row: Any) -> Print:
    number, kind, day, at, site, content, first, last = row
    return Print(
        number,
        kind,
        date.fromisoformat(day),
        from_ms(at),
        UUID(bytes=site) if site else None,
        content or b"",
        first or 0,
        last or 0,
    )
