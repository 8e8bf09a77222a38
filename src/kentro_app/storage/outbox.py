"""Operations: what the server has yet to hear, one per change, in the change's own transaction."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import to_ms
from kentro_app.services.ports import Actor, Desk
from kentro_app.storage.records import Scalar

OP_SCHEMA = 2

_INSERT = """
    INSERT INTO operations (op_id, incarnation, kind, actor, role, audit_n, entity, record_id,
        field, value, prev_op, hlc_ms, hlc_counter, op_schema, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_LAST_CLOCK = "SELECT hlc_ms, hlc_counter FROM operations ORDER BY position DESC LIMIT 1"
_LAST_SET = """
    SELECT op_id FROM operations
    WHERE kind = 'set' AND record_id = ? AND field = ? ORDER BY position DESC LIMIT 1
"""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


class Outbox:
    """Writes operations on one connection, inside the transaction of what they speak of."""

    def __init__(self, connection: Any, actor: Actor, desk: Desk, now: datetime) -> None:
        self._connection = connection
        self._who = (actor.user_id.bytes, actor.role.value)
        self._incarnation = desk.incarnation.bytes
        self._now = to_ms(now)
        self._clock: tuple[int, int] | None = None
        self._rows: list[tuple[Any, ...]] = []

    def append(
        self, entity: str, record_id: UUID, values: Mapping[str, Scalar], audit_n: int
    ) -> None:
        """A new record, whole. Its operation has the record's own id: a record is made once."""
        op_id = record_id.bytes
        about = (entity, op_id, None, _encode(values), None)
        self._put(op_id, "append", audit_n, about)

    def set(self, entity: str, record_id: UUID, change: tuple[str, Scalar], audit_n: int) -> None:
        """One changed field, and which own operation on the same field came before it."""
        self.flush()
        field, value = change
        before = self._connection.execute(_LAST_SET, (record_id.bytes, field)).fetchone()
        previous = before[0] if before else record_id.bytes
        about = (entity, record_id.bytes, field, _encode(value), previous)
        self._put(new_id().bytes, "set", audit_n, about)

    def flush(self) -> None:
        """Write what has been collected."""
        if self._rows:
            self._connection.executemany(_INSERT, self._rows)
            self._rows.clear()

    def _put(self, op_id: bytes, kind: str, audit_n: int, about: tuple[Any, ...]) -> None:
        clock = self._tick()
        start = (op_id, self._incarnation, kind, *self._who, audit_n)
        self._rows.append((*start, *about, *clock, OP_SCHEMA, self._now))

    def _tick(self) -> tuple[int, int]:
        # Hybrid logical clock (Kulkarni et al., 2014): never behind what was written before,
        # however the wall clock jumps; a hint for ties, not what decides.
        if self._clock is None:
            self._clock = self._connection.execute(_LAST_CLOCK).fetchone() or (0, -1)
        last_ms, counter = self._clock
        self._clock = (self._now, 0) if self._now > last_ms else (last_ms, counter + 1)
        return self._clock
