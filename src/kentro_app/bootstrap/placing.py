"""Putting whole files and folders in their place, and the system's refusals in our words."""

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Final

from kentro_app.storage.errors import DiskFull, StoreReadOnly

_WORKSHOP: Final = ".making-"
_FORGOTTEN_AFTER: Final = 24 * 3600
_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def in_our_words(path: Path) -> Iterator[None]:
    """Let an `OSError` leave as DiskFull or StoreReadOnly."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from error
        raise StoreReadOnly(path=str(path)) from error


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """A private folder that is gone afterwards; what a killed program left behind goes too."""
    with in_our_words(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        clear_forgotten(folder, f"{_WORKSHOP}*")
        shop = folder / f"{_WORKSHOP}{token_hex(8)}"
        shop.mkdir(mode=0o700)
    try:
        yield shop
    finally:
        shutil.rmtree(shop, ignore_errors=True)


def put_in_place(building: Path, directory: Path) -> None:
    """Rename a finished folder to its name, which is free or an empty folder. Raises `OSError`."""
    sync_folder(building)  # the names in it, and its own, before the name that counts
    sync_folder(building.parent)
    if directory.exists():
        directory.rmdir()
    os.replace(building, directory)
    sync_folder(directory.parent)


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder are on the medium. Windows journals them itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def private_file(path: Path) -> int:
    """A handle on a new file that only this user can read. Raises `OSError`."""
    binary: int = getattr(os, "O_BINARY", 0)
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | binary, 0o600)


def clear_forgotten(folder: Path, pattern: str) -> None:
    """Remove folders that a killed program left behind a day ago or earlier. Raises `OSError`."""
    for shop in folder.glob(pattern):
        if time.time() - shop.stat().st_mtime > _FORGOTTEN_AFTER:
            shutil.rmtree(shop, ignore_errors=True)
