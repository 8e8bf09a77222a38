"""The restore drill: bring a backup back for a moment, look at all of it, and forget it."""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

from kentro_app import settings
from kentro_app.bootstrap.backup_file import opened
from kentro_app.bootstrap.folders import own_folder
from kentro_app.bootstrap.placing import in_our_words, workshop
from kentro_app.bootstrap.restoring import Opened, Opener, rebuild, unlock
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.domain.errors import Unavailable
from kentro_app.domain.moments import Clock, from_ms, now
from kentro_app.i18n.dates import here
from kentro_app.services.backups import Check, Manifest, is_drill_due
from kentro_app.services.ports import Work
from kentro_app.services.transaction import perform
from kentro_app.storage.store import Store
from kentro_app.vault.kdf import PRODUCTION, KdfPolicy


@dataclass(frozen=True, slots=True)
class Drilled:
    """A backup that came back whole, if every check is ok."""

    manifest: Manifest
    checks: tuple[Check, ...]
    seconds: float

    @property
    def ok(self) -> bool:
        """Whether this backup would save the day."""
        return all(check.ok for check in self.checks)


def drill(
    file: Path,
    directory: Path,
    opener: Opener,
    *,
    policy: KdfPolicy = PRODUCTION,
    clock: Clock = now,
) -> Drilled:
    """Restore into a private folder inside the data directory, encrypted as always; verify; delete.

    Raises what `restore` raises.
    """
    drilled, who = _drill(file, directory, opener, policy=policy, clock=clock)
    who.key.wipe()
    return drilled


def drill_and_note(
    file: Path,
    directory: Path,
    opener: Opener,
    *,
    policy: KdfPolicy = PRODUCTION,
    clock: Clock = now,
) -> Drilled:
    """The same where no session is open: noted in the access log of the data directory.

    A backup of other data, or data that cannot be opened, is drilled all the same. Raises as
    `drill`.
    """
    drilled, who = _drill(file, directory, opener, policy=policy, clock=clock)
    with who.key as key, suppress(Unavailable):
        store = Store(directory, key.buffer, who.actor, clock)
        try:
            perform(store.begin, lambda work: note_drilled(work, drilled))
        finally:
            store.close()
        remember(directory, drilled, clock())
    return drilled


def remember(directory: Path, drilled: Drilled, moment: datetime) -> None:
    """Keep the day of a drill that went well, for the reminder; losing it only reminds early."""
    if drilled.ok:
        with suppress(OSError):
            known = settings.load(directory)
            settings.save(directory, replace(known, last_drill=f"{here(moment):%Y-%m-%d}"))


def is_current(work: Work, directory: Path, moment: datetime) -> bool:
    """Whether a backup was tried within the last month; a centre's first month counts as well."""
    try:
        last = date.fromisoformat(settings.load(directory).last_drill)
    except ValueError:
        (first,) = work.trail.entries(0, 1)
        last = here(from_ms(json.loads(first.record)["at"])).date()
    return not is_drill_due(last, here(moment).date())


def _drill(
    file: Path, directory: Path, opener: Opener, *, policy: KdfPolicy, clock: Clock
) -> tuple[Drilled, Opened]:
    start = perf_counter()
    with workshop(own_folder(directory)) as shop, in_our_words(file), opened(file) as found:
        who = unlock(found, opener, policy)
        try:
            rebuild(found, shop, who.key, policy=policy, clock=clock)
            checks = verify_centre(shop, who.key)
        except BaseException:
            who.key.wipe()
            raise
        return Drilled(found.manifest, checks, perf_counter() - start), who


def note_drilled(work: Work, drilled: Drilled) -> None:
    """Write a drill into the access log."""
    facts = {"generation": drilled.manifest.generation, "through": drilled.manifest.audit_n}
    outcome = "ok" if drilled.ok else "failed"
    work.trail.note("backup.drilled", "backup", outcome=outcome, facts=facts)
