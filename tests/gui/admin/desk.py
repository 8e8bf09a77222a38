"""Administration on a real store and vault, with cheap passwords: what its tests share."""

from PySide6.QtCore import QObject, Signal

from kentro_app.bootstrap.administration import administering
from kentro_app.bootstrap.centre import Identity, open_centre
from kentro_app.domain.moments import now
from kentro_app.domain.roles import Role
from kentro_app.gui.admin.backups.view import BackupsSection
from kentro_app.gui.admin.card.view import CardSection
from kentro_app.gui.admin.catalogue.view import CatalogueSection
from kentro_app.gui.admin.check.view import CheckSection
from kentro_app.gui.admin.people.view import PeopleSection
from kentro_app.gui.admin.trail.view import TrailSection
from kentro_app.gui.admin.users.view import UsersSection
from kentro_app.gui.admin.view import AdminView
from kentro_app.gui.setup.ports import Administrator
from kentro_app.services.transaction import ask, perform
from kentro_app.vault import keyfile, keyring
from tests.vault.keys import CHEAP

PASSWORD = "φανάρι πάνω στο βράχο"
ELENI = Administrator("e.markaki", "Ελένη Μαρκάκη", PASSWORD)
ALL_SECTIONS = [
    UsersSection,
    PeopleSection,
    CatalogueSection,
    BackupsSection,
    CardSection,
    CheckSection,
    TrailSection,
]


class DeskNow(QObject):
    """The desk without lanes: everything happens at once."""

    data_changed = Signal(frozenset)
    ending = Signal()

    def __init__(self, store):
        super().__init__()
        self._store = store

    def perform(self, use_case, done, failed, *, owner):
        self.prepare(lambda: perform(self._store.begin, use_case).result, done, failed, owner=owner)

    def ask(self, query, done, failed, *, owner, latest=None):
        self.prepare(lambda: ask(self._store.view, query), done, failed, owner=owner)

    def prepare(self, job, done, failed, *, owner):
        try:
            answer = job()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is handed on
            failed(error)
        else:
            done(answer)


class SmallOffice:
    """As much of an office as administration needs."""

    def __init__(self, centre):
        self.desk = DeskNow(centre.store)
        self.actor = centre.store.login.actor
        self.now = now


def log_in(folder, name="e.markaki", password=PASSWORD):
    unlocked = keyring.unlock(keyfile.read(folder), name, password, CHEAP)
    who = Identity(unlocked.user_id, unlocked.name, unlocked.role)
    return open_centre(folder, who, unlocked.key, policy=CHEAP)


def show(qtbot, centre):
    view = AdminView(SmallOffice(centre), None, administering(centre))
    qtbot.addWidget(view)
    view.resize(1100, 640)
    view.show()
    return view


def section(view, kind):
    view.show_section(kind)
    return next(each for each in view.sections if isinstance(each, kind))


def add(users, display_name="Άννα Βλάχου", role=Role.SOCIAL_WORKER):
    users.new.click()
    users.add.display_edit.setText(display_name)
    users.add.roles.setCurrentIndex(users.add.roles.findData(role))
    users.add.add.click()
    return users.phrase.phrase.text()


def choose(users, name):
    users.users.select(next(i for i, user in users._users.items() if user.name == name))
