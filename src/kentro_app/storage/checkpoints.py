"""Signed heads of the access log: what this desk swears to have written up to an entry.

They are made every 500 entries, every 15 minutes while something happens, at the end of each
log-in and with each backup. The desk's key lies in the store, so against somebody with the raw key
only those count that left the machine; against everybody else they end the argument.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kentro_app.domain.moments import from_ms, to_ms
from kentro_app.storage.desk import read_desk
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.errors import translated

EVERY_ENTRIES: Final = 500
EVERY: Final = timedelta(minutes=15)

_LABEL = "kentro-checkpoint-v1"
_HEAD = "SELECT n, digest FROM audit ORDER BY n DESC LIMIT 1"
_LAST = "SELECT n, at FROM checkpoints ORDER BY n DESC LIMIT 1"
_ALL = "SELECT n, digest, at, signature FROM checkpoints ORDER BY n"
_INSERT = "INSERT INTO checkpoints (n, digest, at, signature) VALUES (?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Point:
    """One signed head; `at` in milliseconds UTC."""

    n: int
    digest: bytes
    at: int
    signature: bytes


def sign(directory: Path, key: bytearray, now: datetime, *, only_due: bool = False) -> bool:
    """Sign the head of a store's access log unless that is done; gives whether it was.

    With `only_due`, only after 500 entries or 15 minutes: for a timer. Opens a connection of its
    own, so it needs no unit of work. Raises StoreMissing, StoreLocked, StoreBusy, DiskFull.
    """
    connection = connect(directory / STORE_FILE, key)
    try:
        with translated():
            if only_due and not due(connection, now):
                return False
            connection.execute("BEGIN IMMEDIATE")
            made = sign_head(connection, now)
            connection.execute("COMMIT")
            return made
    finally:
        connection.close()


def due(connection: Any, now: datetime) -> bool:
    """Whether it is time for a new one; nothing is due while nothing was logged."""
    n = (connection.execute(_HEAD).fetchone() or (0,))[0]
    last = connection.execute(_LAST).fetchone()
    if last is None:
        return bool(n)
    late = not timedelta(0) <= now - from_ms(last[1]) < EVERY  # a clock set back counts as late
    return n - last[0] >= EVERY_ENTRIES or (n > last[0] and late)


def sign_head(connection: Any, now: datetime) -> bool:
    """Sign the last entry inside the caller's transaction, unless there is nothing new."""
    head = connection.execute(_HEAD).fetchone()
    last = connection.execute(_LAST).fetchone()
    if head is None or (last is not None and last[0] >= head[0]):
        return False
    unsigned = Point(head[0], head[1], to_ms(now), b"")
    signature = private_key(connection).sign(statement(connection, unsigned))
    connection.execute(_INSERT, (unsigned.n, unsigned.digest, unsigned.at, signature))
    return True


def statement(connection: Any, point: Point) -> bytes:
    """What is signed: canonical JSON that names the desk and its incarnation."""
    desk = read_desk(connection)
    fields = {
        "at": point.at,
        "device": str(desk.device_id),
        "digest": point.digest.hex(),
        "incarnation": str(desk.incarnation),
        "n": point.n,
        "what": _LABEL,
    }
    return json.dumps(fields, separators=(",", ":"), sort_keys=True).encode()


def all_points(connection: Any) -> Iterator[Point]:
    """Every checkpoint, by number."""
    return (Point(*row) for row in connection.execute(_ALL).fetchall())


def private_key(connection: Any) -> Ed25519PrivateKey:
    """The desk's signing key."""
    seed = connection.execute("SELECT signing_key FROM desk").fetchone()[0]
    return Ed25519PrivateKey.from_private_bytes(seed)


def public_key(connection: Any) -> Ed25519PublicKey:
    """Its public half."""
    return private_key(connection).public_key()
