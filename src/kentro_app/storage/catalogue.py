"""The centre's list of requests in the store."""

from collections.abc import Sequence
from uuid import UUID

from kentro_app.domain.changes import Topic
from kentro_app.domain.ids import new_id
from kentro_app.domain.requests import RequestCode, UnknownRequest
from kentro_app.storage import tables
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.records import Records

CODES = Records(RequestCode, tables.request_codes, extra=("id",))
_CODE_ID = "SELECT id FROM request_codes WHERE code = ?"


class SqlCatalogue:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self) -> Sequence[RequestCode]:
        """The list of request codes, ended ones included."""
        rows = self._ledger.connection.execute(f"{CODES.select} ORDER BY code")
        return [CODES.thing(row) for row in rows]

    def add(self, entry: RequestCode) -> None:
        """Put a new request into the list."""
        part = new_id()
        self._ledger.add(CODES, entry, part, (part,))
        self._ledger.touched.add(Topic.CATALOGUE)

    def save(self, entry: RequestCode) -> None:
        """Raises UnknownRequest."""
        found = self._ledger.connection.execute(_CODE_ID, (entry.code,)).fetchone()
        if found is None:
            raise UnknownRequest(field="code", value=entry.code)
        record_id = UUID(bytes=found[0])
        old = self._ledger.get(CODES, record_id)
        assert old is not None
        self._ledger.save(CODES, old, entry, record_id)
        self._ledger.touched.add(Topic.CATALOGUE)
