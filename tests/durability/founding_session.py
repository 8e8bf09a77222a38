"""Workload for the watched disk: `founding_session FOLDER` – the set-up of a new centre."""

import sys
from pathlib import Path

from kentro_app.bootstrap.centre import Identity, open_centre
from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.vault import keyfile, keyring
from tests.durability.key_session import CHEAP, PASSWORD
from tests.durability.marks import mark
from tests.durability.session import FOUNDED

CENTRE = "centre"


def main(folder: Path) -> None:
    found_centre(folder / CENTRE, Founding("petroupoli", "eleni", "Ελένη", PASSWORD), policy=CHEAP)
    mark(FOUNDED)
    opens(folder / CENTRE)  # the first log-in, cut short as well


def opens(centre: Path) -> bool:
    """Whether the first administrator gets in and finds herself. Raises Unavailable."""
    unlocked = keyring.unlock(keyfile.read(centre), "eleni", PASSWORD, CHEAP)
    who = Identity(unlocked.user_id, unlocked.name, unlocked.role)
    opened = open_centre(centre, who, unlocked.key, policy=CHEAP)
    with opened.store.view() as work:
        names = [user.name for user in work.users.all()]
    opened.close()
    return names == ["eleni"]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
