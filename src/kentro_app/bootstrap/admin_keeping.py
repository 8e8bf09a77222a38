"""Backups and checks for the command line, as the JSON it prints."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kentro_app.bootstrap import drill, restoring
from kentro_app.bootstrap.backups import back_up_centre
from kentro_app.bootstrap.doors import CentreDoors
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.cli.context import LogIn, Opener
from kentro_app.domain.moments import Clock
from kentro_app.services.access import Permission, require
from kentro_app.services.backups import BY_HAND, Check, parse_head
from kentro_app.services.ports import Work
from kentro_app.services.transaction import ask
from kentro_app.storage.chain import read_chain
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.errors import StoreMissing, translated
from kentro_app.vault.kdf import PRODUCTION, KdfPolicy
from kentro_app.vault.recovery import RecoveryCode


class CentreKeeping:
    """Fits `cli.context.Keeping`."""

    def __init__(self, doors: CentreDoors, policy: KdfPolicy | None, clock: Clock) -> None:
        self._doors = doors
        self._policy = policy or PRODUCTION
        self._clock = clock

    def back_up(self, entry: LogIn, to: Path) -> dict[str, Any]:
        """Make a backup by hand. Raises NotAllowed, BackupExists and what storage raises."""
        with self._doors.open(entry) as centre:
            made = back_up_centre(centre, BY_HAND, to, clock=self._clock)
        return {
            "file": str(made.path),
            "bytes": made.size,
            "generation": made.generation,
            "head": f"{made.manifest.audit_n}-{made.manifest.audit_digest.hex()}",
            "counts": dict(made.manifest.counts),
        }

    def restore(self, file: Path, directory: Path, opener: Opener) -> dict[str, Any]:
        """Bring a backup back into an empty folder. Raises as `restoring.restore`."""
        done = restoring.restore(
            file, directory, _opener(opener), policy=self._policy, clock=self._clock
        )
        return {
            "data_dir": str(directory),
            "generation": done.manifest.generation,
            "made_at": done.manifest.made_at.isoformat(timespec="seconds"),
            "counts": dict(done.manifest.counts),
        }

    def drill(self, file: Path, directory: Path, opener: Opener) -> dict[str, Any]:
        """Restore for a moment inside the data directory, check, note it. Raises as `restore`."""
        if not directory.is_dir():
            raise StoreMissing(path=str(directory))
        done = drill.drill_and_note(
            file, directory, _opener(opener), policy=self._policy, clock=self._clock
        )
        return _checked(done.checks)

    def verify(self, entry: LogIn) -> dict[str, Any]:
        """Every check on the centre's data; works where the store can no longer be opened."""
        _who, key = self._doors.unlock(entry)
        with key:
            return _checked(verify_centre(entry.directory, key))

    def verify_log(self, entry: LogIn, printed: str) -> dict[str, Any]:
        """Read the access log against itself and a printed mark. Raises HeadUnreadable…"""
        heads = (parse_head(printed),) if printed else ()
        with self._doors.open(entry) as centre, translated():
            ask(centre.store.view, _require_reader)
            connection = connect(centre.directory / STORE_FILE, centre.key.buffer)
            try:
                connection.execute("BEGIN")
                reading = read_chain(connection, heads)
            finally:
                connection.close()
        check = Check("audit", not reading.fault, reading.fault)
        head = f"{reading.n}-{reading.digest.hex()}"
        return {**_checked([check]), "entries": reading.n, "head": head}


def _require_reader(work: Work) -> None:
    require(work.actor, Permission.READ_AUDIT)


def _opener(opener: Opener) -> restoring.Opener:
    if opener.code:
        return RecoveryCode.parse(opener.code)
    return restoring.Password(opener.name, opener.password)


def _checked(checks: Sequence[Check]) -> dict[str, Any]:
    return {
        "ok": all(check.ok for check in checks),
        "checks": [{"name": c.name, "ok": c.ok, "detail": c.detail} for c in checks],
    }
