"""Opening the encrypted store: every setting asserted, at every open (security §4.1)."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from kentro_app.storage.errors import StoreLocked, StoreMissing, UnsafeLibrary, in_our_words

STORE_FILE = "kentro.db"
KEY_BYTES = 32
OLDEST_SQLITE = (3, 51, 3)  # earlier ones can corrupt a WAL when it is reset

_DENIED = frozenset({dbapi2.SQLITE_ATTACH, dbapi2.SQLITE_DETACH, dbapi2.SQLITE_DROP_TRIGGER})
_CHAINED = frozenset({"audit", "checkpoints"})

# Each must answer what is said here, or the store is not opened.
_ASSERTED: tuple[tuple[str, str | int, Any], ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("busy_timeout", 5000, 5000),
    ("wal_autocheckpoint", 1000, 1000),
    ("journal_size_limit", 67_108_864, 67_108_864),
)


def require_safe_library() -> None:
    """Raises UnsafeLibrary unless SQLite is recent enough not to lose data."""
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise UnsafeLibrary(found=dbapi2.sqlite_version)


def connect(path: Path, key: bytearray, *, create: bool = False) -> Any:
    """A keyed, checked connection in autocommit mode, without guards: for maintenance only.

    Raises StoreMissing, StoreLocked, StoreReadOnly, DiskFull, UnsafeLibrary.
    """
    require_safe_library()
    if len(key) != KEY_BYTES:  # a shorter raw key would be taken for a passphrase, silently
        raise ValueError("a database key has 32 bytes")
    if not create and not path.exists():
        raise StoreMissing(path=str(path))
    return _keyed(path, key)


def _keyed(path: Path, key: bytearray) -> Any:
    connection = None
    try:
        connection = dbapi2.connect(
            str(path), isolation_level=None, check_same_thread=False, cached_statements=512
        )
        give_key(connection, key)
        _settle(connection)
    except dbapi2.DatabaseError as error:
        if connection is not None:
            connection.close()
        known = in_our_words(error, path.parent)
        raise StoreLocked if known is None or "not a database" in str(error) else known from error
    return connection


def give_key(connection: Any, key: bytearray) -> None:
    """Key a fresh connection and read its first page; raises the driver's errors, UnsafeLibrary."""
    # "x'…'" is SQLCipher's notation for a raw key; the buffer is wiped, no string is made.
    quoted = bytearray(b"x'" + bytes(2 * KEY_BYTES) + b"'")
    for position, byte in enumerate(key):
        quoted[2 + 2 * position : 4 + 2 * position] = b"%02x" % byte
    connection.set_key(quoted)
    quoted[:] = bytes(len(quoted))
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not (connection.execute("PRAGMA cipher_version").fetchone() or [""])[0]:
        raise UnsafeLibrary(found="no cipher")


def _settle(connection: Any) -> None:
    if sys.platform == "darwin":  # pragma: no cover - other disks flush without being told twice
        connection.execute("PRAGMA fullfsync = ON")
    for name, value, expected in _ASSERTED:
        connection.execute(f"PRAGMA {name} = {value}").fetchone()
        answer = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if answer != expected:
            raise UnsafeLibrary(found=f"{name}={answer}")
    connection.enable_load_extension(False)


def guard(connection: Any) -> None:
    """Forbid, for this connection, what no use case needs and an intruder would."""
    connection.set_authorizer(_authorize)


def _authorize(action: int, first: str | None, *_: Any) -> int:
    rewrites = action in (dbapi2.SQLITE_UPDATE, dbapi2.SQLITE_DELETE) and first in _CHAINED
    return int(dbapi2.SQLITE_DENY if rewrites or action in _DENIED else dbapi2.SQLITE_OK)


def open_engine(path: Path, key: bytearray, *, reading: bool = False, size: int = 1) -> Engine:
    """A pool of guarded connections. The key travels by closure, never in a URL."""
    creator = _creator(path, key, reading)
    return create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_reset_on_return=None,
    )


def _creator(path: Path, key: bytearray, reading: bool) -> Callable[[], Any]:
    def create() -> Any:
        connection = connect(path, key)
        guard(connection)
        if reading:
            connection.execute("PRAGMA query_only = ON")
        return connection

    return create
