"""The key file survives a power cut at any step: what was promised is there, or what was before.

Falls with the two planted faults below: no sync of the content, no sync of the names.
The full count is run with `-m long`.
"""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from kentro_app.vault import keyfile, keyring
from kentro_app.vault.errors import KeyFileDamaged, KeyFileMissing
from tests.vault.disk import Disk, PowerCut
from tests.vault.keys import centre

FOLDER = Path("data")
WRITES = 5


class NeverSyncsContent(Disk):
    """Planted fault: temporary file and rename, but nothing is on the medium."""

    def sync(self, handle: int) -> None:
        self._step()


class NeverSyncsNames(Disk):
    """Planted fault: the renames may be undone."""

    def sync_directory(self, directory: Path) -> None:
        self._step()


def test_no_power_cut_costs_the_key_file():
    assert losses(300, Disk) == 0


@pytest.mark.long
def test_no_power_cut_of_three_thousand_costs_the_key_file():
    assert losses(3000, Disk, seed=2) == 0


@pytest.mark.parametrize("fault", [NeverSyncsContent, NeverSyncsNames])
def test_the_simulated_disk_finds_a_planted_fault(fault):
    assert losses(300, fault) > 20


def losses(cuts: int, disk: Callable[[], Disk], seed: int = 1) -> int:
    random = Random(seed)
    documents, key = generations()
    total = steps_of_all(documents, key)
    return sum(is_lost(disk(), random, documents, random.randrange(1, total)) for _ in range(cuts))


def is_lost(disk, random, documents, cut_at):
    """Whether after a cut there is neither the last promised generation nor a newer one."""
    disk.cut_at = cut_at
    promised = 0
    _, key, _ = centre()
    try:
        for document in documents:
            keyfile.write(FOLDER, document, key, disk)
            promised = document.generation
    except PowerCut:
        pass
    try:
        found = keyfile.find(FOLDER, disk.after_power_cut(random))
        keyring.authenticate(found.document, key)
    except (KeyFileDamaged, KeyFileMissing):
        return promised > 0
    return found.document.generation < promised


def generations():
    document, key, _ = centre()
    documents = [document]
    for _ in range(WRITES - 1):
        document, _ = keyring.with_new_recovery(document, key)
        documents.append(document)
    return documents, key


def steps_of_all(documents, key):
    disk = Disk()
    for document in documents:
        keyfile.write(FOLDER, document, key, disk)
    return disk.steps
