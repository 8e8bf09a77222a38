"""Visits in the store, and the lines of today's lists."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from kentro_app.domain.changes import Topic
from kentro_app.domain.moments import from_ms
from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.requests import Request
from kentro_app.domain.sites import Room
from kentro_app.domain.visits import UnknownVisit, Visit
from kentro_app.services.ports import Called, VisitRow
from kentro_app.storage import tables
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.records import Records

_VISITS = Records(Visit, tables.visits)
_REQUESTS = Records(Request, tables.requests)

_OPEN_FOR = f"{_VISITS.select} WHERE person_id = ? AND day = ? AND stage IN ('waiting', 'called')"
_NEXT_TICKET = "SELECT coalesce(max(ticket), 0) + 1 FROM visits WHERE day = ? AND letter = ?"
_NEXT_WAITING = f"""
    {_VISITS.select}
    WHERE day = ? AND stage = 'waiting' AND (for_user IS NULL OR for_user = ?)
    ORDER BY priority IS NULL, missed, arrived_at, ticket LIMIT 1
"""
_OF_DAY = f"""
    SELECT {", ".join("v." + name for name in _VISITS.names)},
        p.surname, p.given_name, p.number, p.birth_date, p.language, u.display_name,
        NOT EXISTS (SELECT 1 FROM visits AS e WHERE e.person_id = v.person_id AND e.day < v.day),
        coalesce(v.room_id, u.room_id),
        (SELECT count(*) FROM subjects AS s WHERE s.visit_id = v.id AND NOT s.in_error)
    FROM visits AS v
    LEFT JOIN persons AS p ON p.id = v.person_id
    LEFT JOIN users AS u ON u.id = v.for_user
    WHERE v.day = ? ORDER BY v.arrived_at, v.letter, v.ticket
"""
# Names are not read at all: what is not read cannot be shown.
_CALLED = """
    SELECT v.letter, v.ticket, v.called_at, v.stage = 'called', r.name_el, r.name_en, r.kind
    FROM visits AS v LEFT JOIN rooms AS r ON r.id = v.room_id
    WHERE v.day = ? AND v.called_at IS NOT NULL AND v.stage IN ('called', 'done')
    ORDER BY v.called_at DESC, v.letter, v.ticket DESC LIMIT ?
"""
_WIDTH = len(_VISITS.names)


class SqlVisits:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self, visit_id: UUID) -> Visit:
        """Raises UnknownVisit."""
        visit = self._ledger.get(_VISITS, visit_id)
        if visit is None:
            raise UnknownVisit(field="visit", id=str(visit_id))
        return visit

    def open_for(self, person_id: UUID, day: date) -> Collection[Visit]:
        """Visits of the person that day which have not ended."""
        rows = self._execute(_OPEN_FOR, (person_id.bytes, day.isoformat()))
        return [_VISITS.thing(row) for row in rows]

    def next_ticket(self, day: date, letter: str) -> int:
        """The number after the last one this desk gave that day."""
        number: int = self._execute(_NEXT_TICKET, (day.isoformat(), letter)).fetchone()[0]
        return number

    def add(self, visit: Visit, requests: Iterable[Request] = ()) -> None:
        self._ledger.add(_VISITS, visit, visit.id)
        for request in requests:
            self._ledger.add(_REQUESTS, request, request.id)
        self._ledger.touched.add(Topic.VISITS)

    def save(self, visit: Visit) -> None:
        """Raises UnknownVisit."""
        self._ledger.save(_VISITS, self.get(visit.id), visit, visit.id)
        self._ledger.touched.add(Topic.VISITS)

    def next_waiting(self, day: date, user_id: UUID) -> Visit | None:
        """Whose turn it is with this member of staff: priority first, then who answered every
        call, then who has waited longest."""
        row = self._execute(_NEXT_WAITING, (day.isoformat(), user_id.bytes)).fetchone()
        return None if row is None else _VISITS.thing(row)

    def of_day(self, day: date) -> Sequence[VisitRow]:
        """The day's visits with the names beside them, in order of arrival."""
        self._ledger.trail.note_read("visits.listed", "day")
        return [_line(row) for row in self._execute(_OF_DAY, (day.isoformat(),))]

    def called(self, day: date, limit: int) -> Sequence[Called]:
        """The latest calls that were answered or are still open, the newest first."""
        rows = self._execute(_CALLED, (day.isoformat(), limit))
        return [_call(row) for row in rows]

    def _execute(self, sql: str, parameters: tuple[object, ...]) -> Any:
        return self._ledger.connection.execute(sql, parameters)


def _call(row: Sequence[Any]) -> Called:
    letter, ticket, called_at, is_open, *room = row
    where = Room(*room) if room[0] is not None else None
    return Called(letter, ticket, from_ms(called_at), bool(is_open), where)


def _line(row: Sequence[Any]) -> VisitRow:
    surname, given_name, number, birth_date, language, for_whom, is_new, room, others = row[_WIDTH:]
    visit = _VISITS.thing(row[:_WIDTH])
    return VisitRow(
        visit=visit,
        surname=surname or "",
        given_name=given_name or "",
        number=number or "",
        birth_year=PartialDate(birth_date).year if birth_date else None,
        language=language or "",
        for_whom=for_whom or "",
        is_new=bool(is_new) and visit.person_id is not None,
        room_id=UUID(bytes=room) if room else None,
        others=others,
    )
