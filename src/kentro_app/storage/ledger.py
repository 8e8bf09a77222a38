"""The one place where a record changes: row, operation and audit entry, together or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from kentro_app.domain.changes import Topic
from kentro_app.storage.outbox import Outbox
from kentro_app.storage.records import Records
from kentro_app.storage.trail import Trail

T = TypeVar("T")


@dataclass(slots=True)
class Ledger:
    """What a unit of work has open on its connection."""

    connection: Any
    trail: Trail
    outbox: Outbox
    touched: set[Topic] = field(default_factory=set)

    def add(
        self, records: Records[T], thing: T, record_id: UUID, extra: Sequence[Any] = ()
    ) -> None:
        """Write a new record with its operation and its audit entry."""
        values = records.values(thing, extra)
        self.connection.execute(records.insert, records.encode(values))
        entity = records.entity
        audit_n = self.trail.note(entity + ".append", entity, record_id)
        self.outbox.append(entity, record_id, records.wire(values), audit_n)

    def save(self, records: Records[T], old: T, new: T, record_id: UUID) -> None:
        """Write what differs between two versions: nothing at all when they are equal."""
        changed = records.difference(old, new)
        if not changed:
            return
        self.connection.execute(*records.update(changed, record_id))
        entity = records.entity
        audit_n = self.trail.note(entity + ".set", entity, record_id, fields=sorted(changed))
        for name, value in changed.items():
            change = (name, records.speak(name, value))
            self.outbox.set(entity, record_id, change, audit_n)

    def get(self, records: Records[T], record_id: UUID) -> T | None:
        """A record by its id."""
        row = self.connection.execute(
            f"{records.select} WHERE id = ?", (record_id.bytes,)
        ).fetchone()
        return None if row is None else records.thing(row)

    def flush(self) -> None:
        """Write what has been collected: audit first, since operations speak of its numbers."""
        self.trail.flush()
        self.outbox.flush()
