"""Workload for the watched disk: `full_disk_acts FOLDER STRIDE` – seldom acts on a full disk.

Setting a centre up, changing the key file and migrating are each tried with room for no write, for
STRIDE, for twice as many … Refused, they must have changed nothing; with room again they must
succeed. Prints, as JSON, how often each was refused in which words.
"""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree

from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.storage.migrate import migrate
from kentro_app.vault import keyfile, keyring
from tests.durability.centre import examine, found, key
from tests.durability.founding_session import opens
from tests.durability.full_disk_session import SILENT, Said, tell, with_room
from tests.durability.key_session import CHEAP, PASSWORD
from tests.durability.migration_session import add_a_revision, schema

_WHO = Founding("petroupoli", "eleni", "Ελένη", PASSWORD)


def set_up(folder: Path, room: int) -> str | None:
    centre = folder / "new"
    answer = with_room(room, lambda: found_centre(centre, _WHO, policy=CHEAP))
    if answer not in (None, SILENT):
        assert not centre.exists(), f"half a centre after {room} writes"
        found_centre(centre, _WHO, policy=CHEAP)
    assert opens(centre)
    return answer


def change_keys(folder: Path, room: int) -> str | None:
    document = keyfile.read(folder / "centre")
    dbk = keyring.unlock(document, "eleni", PASSWORD, CHEAP).key
    newer, _ = keyring.with_new_recovery(document, dbk)
    answer = with_room(room, lambda: keyfile.write(folder / "centre", newer, dbk))
    if answer not in (None, SILENT):
        assert keyfile.read(folder / "centre") == document, f"changed after {room} writes"
        keyfile.write(folder / "centre", newer, dbk)
    assert keyfile.read(folder / "centre") == newer
    return answer


def migrate_store(folder: Path, room: int) -> str | None:
    store = folder / "old"
    answer = with_room(room, lambda: migrate(store, key(), backup=lambda: None))
    if answer not in (None, SILENT):
        assert schema(store) == "old", f"between after {room} writes"
        migrate(store, key(), backup=lambda: None)
    assert schema(store) == "new"
    assert examine(store).whole
    return answer


def main(folder: Path, stride: int) -> Said:
    """Try each act at every `stride`th write; gives (act, what was said) → how often."""
    found_centre(folder / "sound" / "centre", _WHO, policy=CHEAP)
    (folder / "sound" / "old").mkdir()
    found(folder / "sound" / "old").close()
    said = tried(set_up, folder, stride) + tried(change_keys, folder, 1)
    add_a_revision(folder.with_name("migrations"))
    return said + tried(migrate_store, folder, stride)


def tried(act: Callable[[Path, int], str | None], folder: Path, stride: int) -> Said:
    """One act, with room for ever more writes until all of it finds room."""
    said: Said = Counter()
    for room in range(0, 10_000, stride):
        copytree(folder / "sound", folder / "trial")
        answer = act(folder / "trial", room)
        rmtree(folder / "trial")
        if answer is None:
            break
        said[act.__name__, answer] += 1
    return said


if __name__ == "__main__":
    tell(main(Path(sys.argv[1]), int(sys.argv[2])))
