"""Days at one centre: each log-in opens store and window anew, at a time of the test's choosing."""

from contextlib import contextmanager

from kentro_app.bootstrap.centre import Identity, open_centre
from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.vault import keyfile, keyring
from tests.gui.offices import World
from tests.vault.keys import ADMIN_PASSWORD, CHEAP


def found(folder, moment):
    """A new centre; nobody is logged in."""
    founding = Founding("petroupoli", "eleni", "Ε. Μαρκάκη", ADMIN_PASSWORD)
    found_centre(folder, founding, policy=CHEAP, clock=lambda: moment).key.wipe()


@contextmanager
def logged_in(folder, moment):
    """The centre, opened with the password; everything is closed afterwards."""
    unlocked = keyring.unlock(keyfile.read(folder), "eleni", ADMIN_PASSWORD, CHEAP)
    who = Identity(unlocked.user_id, unlocked.name, unlocked.role)
    made = World()
    made.now = moment
    made.centre = open_centre(folder, who, unlocked.key, policy=CHEAP, clock=made.clock)
    try:
        yield made
    finally:
        if made.window is not None:
            made.window.close()
            made.end()
            made.window.deleteLater()
        made.centre.close()
