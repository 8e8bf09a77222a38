"""Which sheets left the program, each with its copy number."""

from datetime import date, datetime
from uuid import UUID

from kentro_app.domain.moments import to_ms
from kentro_app.services.ports import Print
from kentro_app.storage.ledger import Ledger

_INSERT = "INSERT INTO prints (kind, day, at, by) VALUES (?, ?, ?, ?) RETURNING copy_number"


class SqlPrints:
    def __init__(self, ledger: Ledger, user_id: UUID) -> None:
        self._ledger = ledger
        self._by = user_id.bytes

    def next_copy(self, kind: str, day: date, at: datetime) -> Print:
        """Record that a sheet is about to leave; gives it the next copy number of this desk."""
        row = (kind, day.isoformat(), to_ms(at), self._by)
        copy: int = self._ledger.connection.execute(_INSERT, row).fetchone()[0]
        self._ledger.trail.note("sheet.made", kind, facts={"copy": copy, "day": day.isoformat()})
        return Print(copy, kind, day, at)
