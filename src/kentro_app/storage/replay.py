"""Each record is what its operations made it.

A page of a table that is put back whole and older carries valid codes and fits its neighbours; the
operations, which lie on other pages, speak against it. Two look-ups for each record: some thirty
seconds for a million.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Table

from kentro_app.storage.records import Scalar, silence, speaker
from kentro_app.storage.tables import metadata

_TABLES: Final = {
    table.info["entity"]: table
    for table in metadata.sorted_tables
    if table.info["class"] == "shared"
}
_APPENDED = "SELECT entity, record_id, value FROM operations WHERE kind = 'append'"
_CHANGED = """
    SELECT field, value FROM operations WHERE kind = 'set' AND record_id = ? ORDER BY position
"""


def differing(connection: Any) -> Iterator[tuple[str, bytes]]:
    """Table and id of every record that is not what its operations say."""
    read = {entity: _Reader(connection, table) for entity, table in _TABLES.items()}
    for entity, record_id, value in connection.execute(_APPENDED):
        said = json.loads(value)
        for name, changed in connection.execute(_CHANGED, (record_id,)):
            said[name] = json.loads(changed)
        if entity not in read:
            continue  # `checks.operations` speaks of it
        if read[entity].wire(record_id) != read[entity].heard(said):
            yield _TABLES[entity].name, record_id


class _Reader:
    """A table's records as they would travel."""

    def __init__(self, connection: Any, table: Table) -> None:
        columns = [c for c in table.columns if c.name != "id" and c.info.get("class") != "local"]
        self._names = [column.name for column in columns]
        self._silent = {column.name: silence(column) for column in columns}
        self._decoders = [getattr(c.type, "process_result_value", None) for c in columns]
        self._speakers = [speaker(column) for column in columns]
        self._select = f"SELECT {', '.join(self._names)} FROM {table.name} WHERE id = ?"
        self._connection = connection

    def wire(self, record_id: bytes) -> dict[str, Scalar] | None:
        """What the record says; None when it is not there."""
        row = self._connection.execute(self._select, (record_id,)).fetchone()
        if row is None:
            return None
        parts = zip(self._names, row, self._decoders, self._speakers, strict=True)
        return self.heard({n: _spoken(value, decode, speak) for n, value, decode, speak in parts})

    def heard(self, said: Mapping[str, Scalar]) -> dict[str, Scalar]:
        """Without what goes without saying."""
        silent = self._silent
        return {n: v for n, v in said.items() if v is not None and v != silent.get(n, "")}


def _spoken(value: Any, decode: Any, speak: Any) -> Scalar:
    if value is None:
        return None
    thing = value if decode is None else decode(value, None)
    spoken: Scalar = thing if speak is None else speak(thing)
    return spoken
