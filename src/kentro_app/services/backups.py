"""Backups and checks in the program's own words: what is made, what is kept, what is refused."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.services.access import Permission, require
from kentro_app.services.ports import Work

SUFFIX: Final = ".kentrobackup"
DAILY: Final = "daily"
BY_HAND: Final = "by-hand"
BEFORE_MIGRATION: Final = "before-migration"

_DAYS, _WEEKS, _MONTHS = 7, 4, 12
_SPECIAL_KEPT = timedelta(days=30)
DRILL_EVERY: Final = timedelta(days=31)
_HEAD = re.compile(r"\s*(\d{1,18})\s*-\s*([0-9a-fA-F]{8,64})\s*")


class BackupMissing(Unavailable):
    """There is no such file."""


class BackupForeign(Unavailable):
    """The file was not made by this program as a backup."""


class BackupDamaged(Unavailable):
    """The file is not what was written. Facts: `part`."""


class BackupNewer(Unavailable):
    """A newer version of the program made it. Facts: `found`, `known`."""


class BackupExists(Unavailable):
    """A file of that name lies there already; nothing is overwritten. Facts: `name`."""


class BackupTargetNotEmpty(Unavailable):
    """A backup is restored into an empty folder only. Facts: `path`."""


class BackupNotVerified(Unavailable):
    """What was just written did not stand its check; it was removed. Facts: `part`."""


class NotAnAdministrator(RuleViolation):
    """Only an administrator restores a backup. Facts: none."""


class HeadUnreadable(RuleViolation):
    """Not the number at the foot of a sheet. Facts: none."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; `detail` is a sentence for people."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True, slots=True)
class Head:
    """The access log's last entry as kept elsewhere: its number, and how its digest begins."""

    n: int
    prefix: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. `members`: SHA-256 by name; `counts`: rows by table."""

    building: UUID
    site: UUID
    device: UUID
    generation: int
    reason: str
    app_version: str
    schema: str
    made_at: datetime
    audit_n: int
    audit_digest: bytes
    desk_key: bytes
    counts: Mapping[str, int]
    members: Mapping[str, bytes]

    @property
    def head(self) -> Head:
        """The last entry of the access log that is in the backup."""
        return Head(self.audit_n, self.audit_digest.hex())


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A verified backup. `second`: its copy elsewhere; `second_missing`: that place was away."""

    path: Path
    manifest: Manifest
    size: int
    seconds: float
    second: Path | None = None
    second_missing: bool = False
    removed: Sequence[Path] = field(default=())

    @property
    def generation(self) -> int:
        """The backup's running number on this desk."""
        return self.manifest.generation


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup that lies in a folder: its file, its local time and why it was made."""

    path: Path
    at: datetime
    reason: str


def parse_head(text: str) -> Head:
    """`1234-9f3a2c1b`, as at the foot of a sheet. Raises HeadUnreadable."""
    match = _HEAD.fullmatch(text)
    if match is None:
        raise HeadUnreadable(field="against")
    return Head(int(match[1]), match[2].lower())


def surplus(found: Iterable[Kept]) -> list[Kept]:
    """What may go: all but the newest of 7 days, 4 weeks and 12 months; the newest never.

    Days, weeks and months are those that have a backup, so that a centre closed in August loses
    nothing. A backup made by hand or before a migration stays for 30 days at least.
    """
    backups = sorted(found, key=lambda kept: kept.at, reverse=True)
    if not backups:
        return []
    wanted = {id(backups[0])}
    for period, most in ((_day, _DAYS), (_week, _WEEKS), (_month, _MONTHS)):
        newest: dict[object, Kept] = {}
        for kept in backups:
            newest.setdefault(period(kept.at), kept)
        wanted |= {id(kept) for kept in list(newest.values())[:most]}
    young = backups[0].at - _SPECIAL_KEPT
    wanted |= {id(kept) for kept in backups if kept.reason != DAILY and kept.at >= young}
    return [kept for kept in backups if id(kept) not in wanted]


def _day(at: datetime) -> date:
    return at.date()


def _week(at: datetime) -> tuple[int, int]:
    return at.isocalendar()[:2]


def _month(at: datetime) -> tuple[int, int]:
    return (at.year, at.month)


def require_may_back_up(work: Work) -> None:
    """For a backup by hand; the daily one is the program's own. Raises NotAllowed."""
    require(work.actor, Permission.BACK_UP)


def is_drill_due(last: date, today: date) -> bool:
    """Whether a month has passed since a backup was last tried (or since the centre began)."""
    return today - last > DRILL_EVERY


def note_made(work: Work, made: BackupMade) -> None:
    """Write a backup into the access log."""
    manifest = made.manifest
    facts: dict[str, str | int] = {
        "generation": manifest.generation,
        "reason": manifest.reason,
        "through": manifest.audit_n,
        "bytes": made.size,
    }
    work.trail.note("backup.made", "backup", facts=facts)
