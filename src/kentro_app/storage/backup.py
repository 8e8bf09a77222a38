"""The store's side of a backup: a copy under a fresh key, in one step, while work goes on.

In one step, because a copy in portions begins anew with every foreign commit and may never end; a
file copied while somebody writes would be torn. No page is ever written without a key.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlcipher3 import dbapi2

from kentro_app.services.ports import Desk
from kentro_app.storage.checkpoints import private_key, sign_head
from kentro_app.storage.checks import counts, pages, structure
from kentro_app.storage.desk import read_desk
from kentro_app.storage.engine import STORE_FILE, connect, give_key
from kentro_app.storage.errors import StoreForeign, translated
from kentro_app.storage.schema import is_newer, is_ours, revision

_PATIENCE = 120_000  # milliseconds
_ROOMY = 64 * 1024  # KiB
_LABEL = b"kentro-backup-manifest-v1"
_NEXT = "UPDATE desk SET backup_generation = backup_generation + 1"
_GENERATION = "SELECT backup_generation FROM desk"
_HEAD = "SELECT n, digest FROM audit ORDER BY n DESC LIMIT 1"
_ZONE = "SELECT zone FROM sites WHERE id = (SELECT site_id FROM desk)"


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds: whose it is, how far its log goes, how many rows each table has."""

    desk: Desk
    schema: str
    generation: int
    audit: tuple[int, bytes]
    desk_key: bytes
    counts: Mapping[str, int]


def number(directory: Path, key: bytearray, now: datetime) -> ZoneInfo:
    """Give the store's next backup its number and sign the log's head; gives the site's zone.

    A store of a newer schema is left as it is. Raises StoreMissing, StoreLocked, StoreForeign,
    StoreBusy, DiskFull.
    """
    connection = connect(directory / STORE_FILE, key)
    try:
        with translated():
            if not is_ours(connection):
                raise StoreForeign
            if not is_newer(connection):
                # Nobody waits for this, so it waits for everybody: a desk that writes without a
                # break leaves a second writer its turn by chance only.
                connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(_NEXT)
                sign_head(connection, now)
                connection.execute("COMMIT")
            return _zone(connection)
    finally:
        connection.close()


def copy_store(source: Path, key: bytearray, target: Path, fresh: bytearray) -> None:
    """Copy a store into a new file under another key; on the medium when it returns.

    Raises StoreMissing, StoreLocked, StoreDamaged, StoreBusy, DiskFull, DiskFailing.
    """
    original = connect(source, key)
    try:
        with translated(), _new_file(target, fresh) as copy:
            original.backup(copy, pages=-1)
    finally:
        original.close()
    _sync(target)


def convert(source: Path, fresh: bytearray, target: Path, key: bytearray) -> None:
    """Copy a backup's store, which nobody writes, under the database key. Raises StoreDamaged…"""
    with translated(), sealed(source, fresh) as copy, _new_file(target, key) as restored:
        copy.backup(restored, pages=-1)
    _sync(target)


@contextmanager
def sealed(path: Path, key: bytearray) -> Iterator[Any]:
    """A connection that reads a file nobody writes and leaves no trace beside it."""
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with translated():
        connection = dbapi2.connect(
            address, uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            give_key(connection, key)
            yield connection
        finally:
            connection.close()


def look(connection: Any) -> Copied:
    """What the manifest says of a copy. Raises what a damaged store raises."""
    return Copied(
        desk=read_desk(connection),
        schema=revision(connection) or "",
        generation=connection.execute(_GENERATION).fetchone()[0],
        audit=head(connection),
        desk_key=private_key(connection).public_key().public_bytes_raw(),
        counts=counts(connection),
    )


def head(connection: Any) -> tuple[int, bytes]:
    """The last entry of the access log: its number and its chain value."""
    found: tuple[int, bytes] = connection.execute(_HEAD).fetchone() or (0, b"")
    return found


def pages_are_whole(path: Path, key: bytearray) -> bool:
    """Whether every page of a file that nobody writes has its own code, the unused ones too.

    Raises what a damaged store raises; so does `structure_is_whole`. Each misses what the other
    sees. Both let the interpreter go: beside each other they take as long as the slower one.
    """
    with sealed(path, key) as connection:
        return not pages(connection)


def structure_is_whole(path: Path, key: bytearray) -> bool:
    """Whether trees and indexes of a file that nobody writes fit together."""
    with sealed(path, key) as connection:
        connection.execute(f"PRAGMA cache_size = -{_ROOMY}")  # a page is decrypted once only
        return not structure(connection)


def signature(connection: Any, manifest: bytes) -> bytes:
    """The desk's signature under a manifest."""
    return private_key(connection).sign(_LABEL + manifest)


def is_signed(manifest: bytes, desk_key: bytes, signed: bytes) -> bool:
    """Whether the holder of the desk's key signed the manifest."""
    try:
        Ed25519PublicKey.from_public_bytes(desk_key).verify(signed, _LABEL + manifest)
    except (InvalidSignature, ValueError):
        return False
    return True


@contextmanager
def _new_file(path: Path, key: bytearray) -> Iterator[Any]:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        give_key(connection, key)
        # Whole or thrown away: a journal would only write everything twice.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        yield connection
    finally:
        connection.close()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _zone(connection: Any) -> ZoneInfo:
    row = connection.execute(_ZONE).fetchone()
    try:
        return ZoneInfo(row[0] if row else "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
