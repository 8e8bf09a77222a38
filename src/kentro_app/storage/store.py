"""An open store: units of work, for writing and for reading, in the name of one actor."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import PoolProxiedConnection

from kentro_app.domain.moments import Clock, now
from kentro_app.services.ports import Actor
from kentro_app.storage.desk import read_desk
from kentro_app.storage.engine import STORE_FILE, open_engine
from kentro_app.storage.errors import StoreForeign, StoreNewer, StoreOlder, translated
from kentro_app.storage.schema import is_newer, is_older, is_ours
from kentro_app.storage.trail import Read
from kentro_app.storage.work import LogIn, SqlWork

READERS = 3

_WRITE = "BEGIN IMMEDIATE"
_READ = "BEGIN"
_HURRIED = ("synchronous = OFF", "cache_size = -262144", "wal_autocheckpoint = 16384")


class Store:
    """Raises, when opened, StoreMissing, StoreLocked, StoreForeign, StoreOlder, UnsafeLibrary.

    A store of a newer schema opens for looking; `begin` then raises StoreNewer.
    """

    def __init__(self, directory: Path, key: bytearray, actor: Actor, clock: Clock = now) -> None:
        self.directory = directory
        self.path = directory / STORE_FILE
        self.key = key
        self._clock = clock
        # There is one writer anyway, so its connection stays out of the pool for good.
        self._writing = Lock()
        self._writers = open_engine(self.path, key)
        self._writer: PoolProxiedConnection | None = None
        self._readers = open_engine(self.path, key, reading=True, size=READERS)
        with translated(), self._reader() as connection:
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
        with (
            self._writing,
            translated(self.directory),
            self._transaction(self._pinned(), _WRITE) as work,
        ):
            yield work

    @contextmanager
    def view(self) -> Iterator[SqlWork]:
        """Start a reading transaction: one state of the store, whatever is written meanwhile.

        What was read is in the log before this ends, and so before anybody is shown it.
        """
        with translated(), self._reader() as reader, self._transaction(reader, _READ) as work:
            yield work
        if work.trail.pending:
            self._log(work.trail.pending)

    def set_desk_mode(self, on: bool) -> None:
        """From the next unit of work on everybody may do only what the desk may, or again what
        their role allows; noted in the access log."""
        with self.begin() as work:
            work.trail.note("desk_mode.entered" if on else "desk_mode.left")
            work.commit()
        self.login = replace(self.login, actor=replace(self.login.actor, desk_mode=on))

    def hurry(self) -> None:
        """Write fast from now on, and let a power cut ruin the file: only for one being built.

        The checks stay on. `close` brings everything into the file; whoever keeps it syncs it.
        """
        for setting in _HURRIED:
            self._pinned().execute(f"PRAGMA {setting}").fetchall()

    def close(self) -> None:
        """Close every connection; nothing can be asked any more."""
        if self._writer is not None:
            self._writer.close()
        self._writers.dispose()
        self._readers.dispose()

    def _log(self, reads: Sequence[Read]) -> None:
        with self.begin() as work:
            for read in reads:
                work.trail.note_read(*read)
            work.commit()

    @contextmanager
    def _transaction(self, connection: Any, begin: str) -> Iterator[SqlWork]:
        connection.execute(begin)
        try:
            yield SqlWork(connection, self.login, self._clock())
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def _pinned(self) -> Any:
        if self._writer is None:
            self._writer = self._writers.raw_connection()
        return self._writer.driver_connection

    @contextmanager
    def _reader(self) -> Iterator[Any]:
        pooled = self._readers.raw_connection()
        try:
            yield pooled.driver_connection
        finally:
            pooled.close()
