"""Where backups lie, what they are called, which of them may go, and the copy in a second place."""

import logging
import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from typing import Final

from kentro_app import settings
from kentro_app.bootstrap.backup_file import opened, peek
from kentro_app.bootstrap.placing import private_file, sync_folder
from kentro_app.bootstrap.sealing import is_vouched_for
from kentro_app.domain.errors import Refusal
from kentro_app.services.backups import SUFFIX, BackupExists, BackupMade, Kept, surplus
from kentro_app.vault.secret import SecretKey

FOLDER: Final = "backups"
PREFIX: Final = "kentro-"

_log = logging.getLogger(__name__)


def own_folder(directory: Path) -> Path:
    """The data directory's own folder for backups; it may not exist yet."""
    return directory / FOLDER


def day_pattern(day: str) -> str:
    """What the names of a day's backups look like; `day` is `YYYYmmdd`."""
    return f"{PREFIX}{day}T*{SUFFIX}"


def place(directory: Path, to: Path | None, local: datetime) -> Path:
    """A name for a new backup. Raises BackupExists for a name that was given and is taken."""
    folder = own_folder(directory) if to is None else to
    if to is not None and not to.is_dir():
        if to.exists():
            raise BackupExists(name=to.name)
        return to
    stem = f"{PREFIX}{local:%Y%m%dT%H%M}"
    free, number = folder / f"{stem}{SUFFIX}", 2
    while free.exists():
        free, number = folder / f"{stem}-{number}{SUFFIX}", number + 1
    return free


def put(finished: Path, target: Path) -> int:
    """Give a finished file its place, on this medium or another; gives its size. Raises `OSError`.

    Under the final name there is never half a file.
    """
    size = finished.stat().st_size
    if finished.stat().st_dev == target.parent.stat().st_dev:
        os.replace(finished, target)
    else:
        _copy(finished, target)
    sync_folder(target.parent)
    return size


def keep_house(directory: Path, key: SecretKey, made: BackupMade) -> BackupMade:
    """Put a copy into the second folder, and let go of what is superfluous in both."""
    removed = _thin_out(own_folder(directory), key, made.path)
    second = settings.load(directory).second_backup_folder
    if not second:
        return replace(made, removed=removed)
    target = Path(second) / made.path.name
    try:
        _copy(made.path, target)
        with opened(target):  # every byte is read back
            sync_folder(target.parent)
    except (OSError, Refusal):
        _log.warning("the second folder for backups could not be written")
        return replace(made, removed=removed, second_missing=True)
    return replace(made, second=target, removed=[*removed, *_thin_out(target.parent, key, target)])


def latest(directory: Path) -> Kept | None:
    """The newest backup in the data directory's own folder, by what its manifest says."""
    found = [kept for path in _named(own_folder(directory)) if (kept := _described(path))]
    return max(found, key=lambda kept: kept.at, default=None)


def _thin_out(folder: Path, key: SecretKey, newest: Path) -> list[Path]:
    # Only what this building's key vouches for is ours to remove.
    ours = [kept for path in _named(folder) if (kept := _described(path, key))]
    gone = [kept.path for kept in surplus(ours) if kept.path != newest]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def _named(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{PREFIX}*{SUFFIX}"))


def _described(path: Path, key: SecretKey | None = None) -> Kept | None:
    try:
        manifest, data, seal = peek(path)
    except Refusal:
        return None
    if key is not None and not is_vouched_for(seal, data, key):
        return None
    return Kept(path, manifest.made_at, manifest.reason)


def _copy(source: Path, target: Path) -> None:
    temporary = target.with_name(f".{target.name}.new")
    temporary.unlink(missing_ok=True)
    try:
        with source.open("rb") as given, os.fdopen(private_file(temporary), "wb") as file:
            copyfileobj(given, file, 1024 * 1024)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
