"""An open store: units of work, for writing and for reading, in the name of one actor."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kentro_app.domain.moments import Clock, now
from kentro_app.services.ports import Actor
from kentro_app.storage.desk import read_desk
from kentro_app.storage.engine import STORE_FILE, open_engine
from kentro_app.storage.errors import StoreForeign, StoreNewer, StoreOlder, translated
from kentro_app.storage.schema import is_newer, is_older, is_ours
from kentro_app.storage.trail import Read
from kentro_app.storage.work import LogIn, SqlWork

READERS = 3


class Store:
    """Raises, when opened, StoreMissing, StoreLocked, StoreForeign, StoreOlder, UnsafeLibrary.

    A store of a newer schema opens for looking; `begin` then raises StoreNewer.
    """

    def __init__(self, directory: Path, key: bytearray, actor: Actor, clock: Clock = now) -> None:
        self.directory = directory
        self.path = directory / STORE_FILE
        self.key = key
        self._clock = clock
        self._writers = open_engine(self.path, key)
        self._readers = open_engine(self.path, key, reading=True, size=READERS)
        with translated(), self._connection(reading=True) as connection:
            if not is_ours(connection):
                raise StoreForeign
            if is_older(connection):
                raise StoreOlder
            self.newer = is_newer(connection)
            self.login = LogIn(actor, read_desk(connection))

    @contextmanager
    def begin(self) -> Iterator[SqlWork]:
        """Start a writing transaction; leaving without a commit rolls it back.

        Raises StoreNewer, StoreBusy, DiskFull, DiskFailing, StoreReadOnly, StoreDamaged.
        """
        if self.newer:
            raise StoreNewer
        # A rule is checked by reading and kept by writing: the lock is taken before the first read.
        with self._transaction("BEGIN IMMEDIATE", reading=False) as work:
            yield work

    @contextmanager
    def view(self) -> Iterator[SqlWork]:
        """Start a reading transaction: one state of the store, whatever is written meanwhile.

        What was read is in the log before this ends, and so before anybody is shown it.
        """
        with self._transaction("BEGIN", reading=True) as work:
            yield work
        if work.trail.pending:
            self._log(work.trail.pending)

    def close(self) -> None:
        """Close every connection; nothing can be asked any more."""
        self._writers.dispose()
        self._readers.dispose()

    def _log(self, reads: Sequence[Read]) -> None:
        with self.begin() as work:
            for read in reads:
                work.trail.note_read(*read)
            work.commit()

    @contextmanager
    def _transaction(self, begin: str, *, reading: bool) -> Iterator[SqlWork]:
        with translated(), self._connection(reading=reading) as connection:
            connection.execute(begin)
            try:
                yield SqlWork(connection, self.login, self._clock())
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def _connection(self, *, reading: bool) -> Iterator[Any]:
        pooled = (self._readers if reading else self._writers).raw_connection()
        try:
            yield pooled.driver_connection
        finally:
            pooled.close()
