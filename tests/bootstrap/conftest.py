import pytest

from kentro_app.bootstrap.centre import Identity, open_centre
from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.kdf import KdfParameters, KdfPolicy
from tests.stores import Hands

PASSWORD = "ανεμόσκαλα-τρικυμία-49"
LIGHT = KdfParameters(memory_kib=64, passes=1, lanes=1)
POLICY = KdfPolicy(floor=LIGHT, chosen=LIGHT)


class Door:
    """A centre's folder and how its first administrator gets in."""

    def __init__(self, directory):
        self.directory = directory
        self.clock = Hands()
        founding = Founding("petroupoli", "eleni", "Ελένη Μαρκάκη", PASSWORD)
        self.founded = found_centre(directory, founding, policy=POLICY, clock=self.clock)

    def enter(self, name="eleni", password=PASSWORD):
        entry = keyring.unlock(keyfile.read(self.directory), name, password, POLICY)
        who = Identity(entry.user_id, entry.name, entry.role)
        return open_centre(self.directory, who, entry.key, policy=POLICY, clock=self.clock)


@pytest.fixture
def door(tmp_path):
    return Door(tmp_path / "centre")
