"""What can be wrong with a store, and the driver's words for it."""

from collections.abc import Iterator
from contextlib import contextmanager

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


_WORDS: tuple[tuple[str, type[Unavailable]], ...] = (
    ("database or disk is full", DiskFull),
    ("readonly database", StoreReadOnly),
    ("unable to open database file", StoreReadOnly),
    ("database is locked", StoreBusy),
    ("disk i/o error", DiskFailing),
    ("malformed", StoreDamaged),
    ("not a database", StoreDamaged),
    ("out of memory", DiskFailing),
)


def in_our_words(error: dbapi2.Error) -> Unavailable | None:
    """The Unavailable that a driver's error stands for; None when it is a bug of ours."""
    said = str(error).lower()
    return next((kind() for words, kind in _WORDS if words in said), None)


@contextmanager
def translated() -> Iterator[None]:
    """Let a driver's error leave as the Unavailable it stands for."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        known = in_our_words(error)
        if known is None:
            raise
        raise known from error
