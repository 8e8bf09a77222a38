"""Requests made during visits."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kentro_app.domain.changes import Topic
from kentro_app.domain.requests import Request, UnknownRequest
from kentro_app.storage import tables
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.records import Records

_REQUESTS = Records(Request, tables.requests)
_OF_DAY = f"""
    SELECT {", ".join("r." + name for name in _REQUESTS.names)}
    FROM visits AS v JOIN requests AS r ON r.visit_id = v.id WHERE v.day = ? ORDER BY r.id
"""
_MOST_USED = """
    SELECT code FROM requests WHERE visit_id IN (
        SELECT id FROM visits WHERE day >= ? ORDER BY day DESC LIMIT 2000
    ) AND state <> 'entered_in_error'
    GROUP BY code ORDER BY count(*) DESC, code LIMIT ?
"""


class SqlRequests:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def of_visit(self, visit_id: UUID) -> Sequence[Request]:
        """What was asked for, in the order it was written down."""
        sql = f"{_REQUESTS.select} WHERE visit_id = ? ORDER BY id"
        rows = self._ledger.connection.execute(sql, (visit_id.bytes,))
        return [_REQUESTS.thing(row) for row in rows]

    def of_day(self, day: date) -> Sequence[Request]:
        """What was asked for in the visits of a day."""
        self._ledger.trail.note_read("requests.listed", "day")
        rows = self._ledger.connection.execute(_OF_DAY, (day.isoformat(),))
        return [_REQUESTS.thing(row) for row in rows]

    def most_used(self, since: date, limit: int) -> Sequence[str]:
        """The codes asked for most often since that day, in at most the last 2,000 visits."""
        rows = self._ledger.connection.execute(_MOST_USED, (since.isoformat(), limit))
        return [row[0] for row in rows]

    def add(self, request: Request) -> None:
        self._ledger.add(_REQUESTS, request, request.id)
        self._ledger.touched.add(Topic.CONTACTS)

    def save(self, request: Request) -> None:
        """Raises UnknownRequest."""
        old = self._ledger.get(_REQUESTS, request.id)
        if old is None:
            raise UnknownRequest(field="requests", value=request.code)
        self._ledger.save(_REQUESTS, old, request, request.id)
        self._ledger.touched.add(Topic.CONTACTS)
