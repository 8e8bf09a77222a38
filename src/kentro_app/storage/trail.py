"""The access log: gap-free, hash-chained, and written before what it speaks of is shown.

Record: canonical JSON (sorted keys, no spaces). Chain: h_n = SHA-256("kentro-audit-v1" ‖ h_{n-1} ‖
record), with 32 zero bytes before the first (security §3).
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from kentro_app import __version__
from kentro_app.domain.moments import to_ms
from kentro_app.services.ports import Actor, AuditEntry, Desk

GENESIS = bytes(32)
READ_AGAIN_AFTER = timedelta(minutes=10)

_LABEL = b"kentro-audit-v1"
_HEAD = "SELECT n, digest FROM audit ORDER BY n DESC LIMIT 1"
_INSERT = "INSERT INTO audit (n, record, digest) VALUES (?, ?, ?)"
_ENTRIES = "SELECT n, record, digest FROM audit WHERE n > ? ORDER BY n LIMIT ?"

Read = tuple[str, str, UUID | None]  # action, kind of thing, which one

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def link(previous: bytes, record: str) -> bytes:
    """The chain value of a record that follows `previous`."""
    return sha256(_LABEL + previous + record.encode()).digest()


def author(actor: Actor, desk: Desk) -> Mapping[str, str]:
    """What all entries of one log-in have in common; `mode` only where it is the desk's."""
    mode = {"mode": "desk"} if actor.desk_mode else {}
    return mode | {
        "desk": desk.letter,
        "device": str(desk.device_id),
        "role": actor.role.value,
        "session": str(actor.session),
        "user": str(actor.user_id),
        "version": __version__,
    }


class ReadsSeen:
    """Which reads this log-in has logged lately: one record is logged once in ten minutes."""

    def __init__(self) -> None:
        self._until: dict[Read, datetime] = {}

    def is_new(self, read: Read, now: datetime) -> bool:
        """Whether this read must be logged now."""
        return self._until.get(read, now) <= now

    def remember(self, reads: Sequence[Read], now: datetime) -> None:
        """Called after the commit: only what is on disk counts as logged."""
        self._until = {read: end for read, end in self._until.items() if end > now}
        self._until.update(dict.fromkeys(reads, now + READ_AGAIN_AFTER))


class Trail:
    """Writes and reads the log on one connection."""

    def __init__(
        self, connection: Any, by: Mapping[str, str], now: datetime, seen: ReadsSeen
    ) -> None:
        self._connection = connection
        self._by = by
        self._now = now
        self._at = to_ms(now)
        self._seen = seen
        self._last: tuple[int, bytes] | None = None
        self._rows: list[tuple[int, str, bytes]] = []
        self.pending: list[Read] = []

    def note(
        self,
        action: str,
        object_type: str = "",
        object_id: UUID | None = None,
        *,
        outcome: str = "ok",
        fields: Sequence[str] = (),
        facts: Mapping[str, str | int] | None = None,
    ) -> int:
        """Add an entry; gives its number. `fields` are names, never values; `facts` are counts."""
        n, previous = self.head()
        about = (
            ("type", object_type),
            ("id", str(object_id) if object_id else ""),
            ("fields", fields and list(fields)),
            ("facts", facts and dict(facts)),
        )
        said = {name: value for name, value in about if value}
        record = _encode(
            {**self._by, "n": n + 1, "at": self._at, "action": action, "outcome": outcome, **said}
        )
        self._last = (n + 1, link(previous, record))
        self._rows.append((n + 1, record, self._last[1]))
        return n + 1

    def note_read(self, action: str, object_type: str, object_id: UUID | None = None) -> None:
        """Say that something is about to be shown; noted once in ten minutes for each thing.

        The unit of work notes what is pending before its answer leaves.
        """
        read = (action, object_type, object_id)
        if self._seen.is_new(read, self._now) and read not in self.pending:
            self.pending.append(read)

    def entries(self, after: int, limit: int) -> Sequence[AuditEntry]:
        """Entries with a number above `after`, in order."""
        self.flush()
        return [AuditEntry(*row) for row in self._connection.execute(_ENTRIES, (after, limit))]

    def head(self) -> tuple[int, bytes]:
        """Number and chain value of the last entry."""
        if self._last is None:
            row = self._connection.execute(_HEAD).fetchone()
            self._last = (row[0], row[1]) if row else (0, GENESIS)
        return self._last

    def flush(self) -> None:
        """Write what has been collected."""
        if self._rows:
            self._connection.executemany(_INSERT, self._rows)
            self._rows.clear()

    def note_pending(self) -> None:
        """Turn the reads of this unit of work into entries."""
        for read in self.pending:
            self.note(*read)

    def committed(self) -> None:
        """What was noted is on disk now."""
        if self.pending:
            self._seen.remember(self.pending, self._now)
            self.pending = []
