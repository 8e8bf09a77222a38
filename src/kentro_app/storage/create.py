"""Making a new, empty store."""

import os
from pathlib import Path

from kentro_app.services.ports import Desk
from kentro_app.storage.desk import write_desk
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.errors import StoreExists, StoreReadOnly, translated
from kentro_app.storage.migrate import upgrade
from kentro_app.storage.schema import APPLICATION_ID


def create_store(directory: Path, key: bytearray, desk: Desk, *, signing_key: bytes) -> None:
    """Create the store file of a new desk. Raises StoreExists, StoreReadOnly, DiskFull."""
    path = directory / STORE_FILE
    _claim(path)
    connection = connect(path, key, create=True)
    try:
        with translated(directory):
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            upgrade(connection)
            write_desk(connection, desk, signing_key, key_generation=1)
    finally:
        connection.close()


def _claim(path: Path) -> None:
    # Made by us with narrow rights first, so that nobody can read or swap it meanwhile.
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError as error:
        raise StoreExists(path=str(path)) from error
    except OSError as error:
        raise StoreReadOnly(path=str(path)) from error
