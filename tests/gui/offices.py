"""A real centre in a folder of its own, with the real window over it and a clock of its own."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial

from kentro_app.bootstrap.centre import Identity, open_centre
from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.bootstrap.wiring import build_window
from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.visits import Stage
from kentro_app.services import accounts, reception, registry
from kentro_app.services.transaction import ask, perform
from kentro_app.vault import keyfile, keyring
from tests.vault.keys import ADMIN_PASSWORD, CHEAP, DESK_PASSWORD

NINE = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # nine o'clock in Athens


class World:
    """What a test does to the centre behind the window's back, and what it sees there."""

    def __init__(self):
        self.now = NINE
        self.centre = self.window = self.end = None

    def clock(self):
        return self.now

    def later(self, **time):
        self.now += timedelta(**time)

    def open_window(self):
        self.window, self.end = build_window(self.centre, clock=self.clock)
        return self.window

    def show(self, qtbot):
        """The window on the (invisible) screen, with the keyboard in it."""
        window = self.open_window()
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    def do(self, use_case, **arguments):
        return perform(self.centre.store.begin, partial(use_case, **arguments)).result

    def register(self, surname, given_name="", **more):
        request = registry.Registration(new_id(), surname, given_name, **more)
        return self.do(registry.register, request=request, now=self.now).person

    def check_in(self, person, **more):
        request = reception.CheckIn(new_id(), person.id, **more)
        return self.do(reception.check_in, request=request, now=self.now)

    def rows(self):
        return ask(self.centre.store.view, partial(reception.day_list, now=self.now))

    def stages(self):
        return [row.visit.stage for row in self.rows()]

    def waiting(self):
        return [row.surname for row in self.rows() if row.visit.stage is Stage.WAITING]

    def audited(self):
        with self.centre.store.view() as work:
            return [entry.record for entry in work.trail.entries(0, 10_000)]

    @property
    def place(self):
        return self.window.go_to("reception")

    @property
    def search(self):
        return self.place.reception.search

    @property
    def queue(self):
        return self.place.reception.queue


@contextmanager
def world(folder, role=Role.ADMINISTRATOR):
    """The centre, logged in with that role; everything is closed afterwards."""
    founding = Founding("petroupoli", "eleni", "Ε. Μαρκάκη", ADMIN_PASSWORD)
    founded = found_centre(folder, founding, policy=CHEAP, clock=lambda: NINE)
    who, key = _identity(founded.user), founded.key
    if role is not Role.ADMINISTRATOR:
        who, key = _another(folder, who, key, role)
    made = World()
    made.centre = open_centre(folder, who, key, policy=CHEAP, clock=made.clock)
    try:
        yield made
    finally:
        if made.window is not None:
            made.window.close()
            made.end()
            made.window.deleteLater()
        made.centre.close()


def _another(folder, who, key, role):
    centre = open_centre(folder, who, key, policy=CHEAP, clock=lambda: NINE)
    nikos = accounts.new_user(accounts.NewUser("nikos", role, "Ν. Γκίκας"), now=NINE)
    wrap = centre.keys.wrap(nikos, DESK_PASSWORD)
    perform(centre.store.begin, partial(accounts.add, keys=centre.keys, user=nikos, wrap=wrap))
    centre.close()
    unlocked = keyring.unlock(keyfile.read(folder), "nikos", DESK_PASSWORD, CHEAP)
    return Identity(unlocked.user_id, unlocked.name, unlocked.role), unlocked.key


def _identity(user):
    return Identity(user.id, user.name, user.role)
