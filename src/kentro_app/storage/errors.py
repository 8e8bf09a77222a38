"""What can be wrong with a store, and the driver's words for it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from kentro_app.domain.errors import Unavailable


class StoreMissing(Unavailable):
    """There is no store in this folder."""


class StoreExists(Unavailable):
    """The folder already holds a store; nothing is overwritten."""


class StoreLocked(Unavailable):
    """The key does not open this file, or the file's head is damaged."""


class StoreForeign(Unavailable):
    """The file is a database of some other program."""


class StoreNewer(Unavailable):
    """A newer version of the program has written here; this one only looks."""


class StoreOlder(Unavailable):
    """The store must be migrated before it can be used."""


class StoreDamaged(Unavailable):
    """The file's content is not what was written."""


class StoreReadOnly(Unavailable):
    """The folder or the medium does not let us write."""


class StoreBusy(Unavailable):
    """Another program holds the store."""


class DiskFull(Unavailable):
    """There is no space left; nothing half-written remains."""


class DiskFailing(Unavailable):
    """The disk answers with an error."""


class UnsafeLibrary(Unavailable):
    """The database library is too old to be trusted, or does not encrypt."""


# SQLite says the same thing in many words, and in one code.
_MEANS: Final[dict[int, type[Unavailable]]] = {
    dbapi2.SQLITE_CORRUPT: StoreDamaged,
    dbapi2.SQLITE_NOTADB: StoreDamaged,
    dbapi2.SQLITE_FULL: DiskFull,
    dbapi2.SQLITE_READONLY: StoreReadOnly,
    dbapi2.SQLITE_CANTOPEN: StoreReadOnly,
    dbapi2.SQLITE_PERM: StoreReadOnly,
    dbapi2.SQLITE_BUSY: StoreBusy,
    dbapi2.SQLITE_LOCKED: StoreBusy,
    dbapi2.SQLITE_IOERR: DiskFailing,
    dbapi2.SQLITE_NOMEM: DiskFailing,
    dbapi2.SQLITE_PROTOCOL: StoreBusy,
}
_NO_ROOM = 1024 * 1024  # bytes; a file that cannot be made where less is free is a full disk


def in_our_words(error: dbapi2.Error, folder: Path | None = None) -> Unavailable | None:
    """The Unavailable that a driver's error stands for; None when it is a bug of ours.

    With the store's folder a file that could not be created is told from a full disk.
    """
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kind = _MEANS.get(code)
    if kind is StoreReadOnly and folder is not None and _is_full(folder):
        kind = DiskFull
    return None if kind is None else kind()


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _NO_ROOM
    except OSError:
        return False


@contextmanager
def translated(folder: Path | None = None) -> Iterator[None]:
    """Let a driver's error leave as the Unavailable it stands for."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        known = in_our_words(error, folder)
        if known is None:
            raise
        raise known from error
