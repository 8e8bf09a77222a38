"""The centre in the pictures: synthetic, and the same on every machine and every day."""

import shutil
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from kentro_app.bootstrap import backups
from kentro_app.bootstrap.centre import Identity, open_centre
from kentro_app.bootstrap.demo import make_demo
from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.cli.context import DemoOrder
from kentro_app.services.demo.staff import ADMINISTRATOR, PASSWORD
from kentro_app.vault import keyfile, keyring
from tests.vault.keys import CHEAP

MOMENT = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)
"""A Monday, twenty to twelve in Athens."""
BACKED_UP = datetime(2026, 11, 23, 6, 2, tzinfo=UTC)
_ORDER = {"people": 240, "visits": 900, "seed": 1}


def moment():
    """The clock of the pictures stands still."""
    return MOMENT


@cache
def template():
    """The centre, made once for all pictures of a run."""
    folder = Path(mkdtemp(prefix="kentro-pictures-")) / "centre"
    make_demo(DemoOrder(folder, **_ORDER), policy=CHEAP, clock=moment)
    centre = opened(folder, ADMINISTRATOR)
    backups.back_up(folder, centre.key, "daily", clock=lambda: BACKED_UP)
    centre.close()
    return folder


def forget():
    """Take the centre off the disk again."""
    if template.cache_info().currsize:
        shutil.rmtree(template().parent)
        template.cache_clear()


def opened(folder, colleague):
    """The centre in a folder, open for one of the invented colleagues."""
    unlocked = keyring.unlock(keyfile.read(folder), colleague.name, PASSWORD, CHEAP)
    who = Identity(unlocked.user_id, unlocked.name, unlocked.role)
    return open_centre(folder, who, unlocked.key, policy=CHEAP, clock=moment)


def founded(folder):
    """A centre of this morning, open for its administrator."""
    made = found_centre(
        folder,
        Founding("petroupoli", ADMINISTRATOR.name, ADMINISTRATOR.display_name, PASSWORD),
        policy=CHEAP,
        clock=moment,
    )
    who = Identity(made.user.id, made.user.name, made.user.role)
    return open_centre(folder, who, made.key, policy=CHEAP, clock=moment)
