"""Workload for the watched disk: `key_session FOLDER WRITES [FORGETFUL]` – the key file changes.

With FORGETFUL nothing is synced before it is renamed: the planted fault.
"""

import sys
from pathlib import Path
from uuid import UUID

from kentro_app.domain.roles import Role
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.files import REAL, RealFiles
from kentro_app.vault.kdf import KdfParameters, KdfPolicy
from tests.durability.marks import mark

CHEAP = KdfPolicy(floor=KdfParameters(8, 1, 1), chosen=KdfParameters(8, 1, 1))
WRITTEN = "written "
PASSWORD = "τέσσερις λέξεις στη σειρά"


class ForgetfulFiles(RealFiles):
    """Renames what was never synced."""

    def sync(self, handle: int) -> None:
        pass

    def sync_directory(self, directory: Path) -> None:
        pass


def main(folder: Path, writes: int, fault: str = "") -> None:
    files = ForgetfulFiles() if fault else REAL
    document, key, _ = keyring.create(
        building=UUID(int=1),
        name="eleni",
        display_name="Ελένη",
        role=Role.ADMINISTRATOR,
        password=PASSWORD,
        policy=CHEAP,
    )
    for _ in range(writes):
        keyfile.write(folder, document, key, files)
        mark(f"{WRITTEN}{document.generation}")
        document, _ = keyring.with_new_recovery(document, key)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
