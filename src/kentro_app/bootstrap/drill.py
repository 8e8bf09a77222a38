"""The restore drill: bring a backup back for a moment, look at all of it, and forget it."""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from kentro_app.bootstrap.backup_file import opened
from kentro_app.bootstrap.folders import own_folder
from kentro_app.bootstrap.placing import in_our_words, workshop
from kentro_app.bootstrap.restoring import Opener, rebuild, unlock
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.domain.moments import Clock, now
from kentro_app.services.backups import Check, Manifest
from kentro_app.services.ports import Work
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
    start = perf_counter()
    with workshop(own_folder(directory)) as shop, in_our_words(file), opened(file) as found:
        who = unlock(found, opener, policy)
        with who.key as key:
            rebuild(found, shop, key, policy=policy, clock=clock)
            checks = verify_centre(shop, key)
        return Drilled(found.manifest, checks, perf_counter() - start)


def note_drilled(work: Work, drilled: Drilled) -> None:
    """Write a drill into the access log."""
    facts = {"generation": drilled.manifest.generation, "through": drilled.manifest.audit_n}
    outcome = "ok" if drilled.ok else "failed"
    work.trail.note("backup.drilled", "backup", outcome=outcome, facts=facts)
