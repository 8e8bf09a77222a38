"""Backups of a centre: made, checked, put in place, noted."""

from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Protocol
from zoneinfo import ZoneInfo

from kentro_app.bootstrap import folders
from kentro_app.bootstrap.making import Order, make
from kentro_app.bootstrap.placing import in_our_words, workshop
from kentro_app.domain.moments import Clock, now
from kentro_app.services.backups import (
    BY_HAND,
    DAILY,
    BackupMade,
    Kept,
    note_made,
    require_may_back_up,
)
from kentro_app.services.transaction import ask, perform
from kentro_app.storage import backup, checkpoints
from kentro_app.storage.store import Store
from kentro_app.vault.secret import SecretKey


class OpenCentre(Protocol):
    """What of `centre.Centre` a backup needs; opening one may need a backup, hence no import."""

    @property
    def directory(self) -> Path: ...
    @property
    def store(self) -> Store: ...
    @property
    def key(self) -> SecretKey: ...


def back_up(
    directory: Path, key: SecretKey, reason: str, to: Path | None = None, *, clock: Clock = now
) -> BackupMade:
    """Make a backup, check what was written, put it in place. Works while others write.

    Without `to` it goes into the data directory's own folder, where older ones are thinned out,
    and into the second folder of the settings. `to` is a folder or the name of a new file.
    The access log is left alone: the store may have an older schema. Raises BackupExists,
    BackupNotVerified, StoreMissing, StoreLocked, StoreForeign, StoreDamaged, StoreBusy, DiskFull,
    StoreReadOnly, KeyFileMissing, KeyFileDamaged.
    """
    # A key of our own: a lock that wipes the session's meanwhile must not seal a backup with zeros.
    with SecretKey(bytearray(key.buffer)) as own:
        return _back_up(Order(directory, reason, clock()), own, to)


def _back_up(order: Order, key: SecretKey, to: Path | None) -> BackupMade:
    start, directory = perf_counter(), order.directory
    zone = backup.number(directory, key.buffer, order.moment)
    target = folders.place(directory, to, order.moment.astimezone(zone))
    with workshop(folders.own_folder(directory)) as shop, in_our_words(target):
        finished, manifest = make(order, shop, key)
        size = folders.put(finished, target)
        made = BackupMade(target, manifest, size, perf_counter() - start)
        return made if to else folders.keep_house(directory, key, made)


def back_up_centre(
    centre: OpenCentre, reason: str = BY_HAND, to: Path | None = None, *, clock: Clock = now
) -> BackupMade:
    """A backup of an open centre, noted in its access log.

    By hand it needs the permission. Raises NotAllowed, and what `back_up` raises.
    """
    if reason == BY_HAND:
        ask(centre.store.view, require_may_back_up)
    made = back_up(centre.directory, centre.key, reason, to, clock=clock)
    if not centre.store.newer:
        perform(centre.store.begin, lambda work: note_made(work, made))
    return made


def daily_backup(centre: OpenCentre, *, clock: Clock = now) -> BackupMade | None:
    """The first log-in of a day makes a backup, in whoever's name; None if there is one already.

    Takes seconds: run it beside the work at the desk. Raises what `back_up` raises.
    """
    if centre.store.newer:
        return None
    zone = ZoneInfo(ask(centre.store.view, lambda work: work.sites.here().zone))
    if not daily_due(centre.directory, clock().astimezone(zone).date()):
        return None
    return back_up_centre(centre, DAILY, clock=clock)


def daily_due(directory: Path, today: date) -> bool:
    """Whether no backup was made today (a day of the site's zone); looks at names only."""
    pattern = folders.day_pattern(f"{today:%Y%m%d}")
    return not any(folders.own_folder(directory).glob(pattern))


def checkpoint_if_due(centre: OpenCentre, *, clock: Clock = now) -> bool:
    """Sign the access log's head if 500 entries or 15 minutes have passed: for an idle timer.

    Gives whether it did. Raises StoreBusy, DiskFull.
    """
    if centre.store.newer:
        return False
    return checkpoints.sign(centre.directory, centre.key.buffer, clock(), only_due=True)


def latest(directory: Path) -> Kept | None:
    """The newest backup in the data directory's own folder: for the status bar."""
    return folders.latest(directory)
