"""The main window of a session, wired to an open centre."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kentro_app.bootstrap.administration import CentreBackups, CentreCards, administering
from kentro_app.bootstrap.care import Care
from kentro_app.bootstrap.centre import Centre, Identity, open_centre
from kentro_app.bootstrap.demo_mark import is_demo
from kentro_app.bootstrap.door import VaultDoor
from kentro_app.bootstrap.home import Home
from kentro_app.bootstrap.opened import Opened
from kentro_app.bootstrap.papers import papers
from kentro_app.bootstrap.setting_up import Advice
from kentro_app.domain.moments import Clock, now
from kentro_app.domain.roles import Role
from kentro_app.gui.account.own_password import PasswordOwner
from kentro_app.gui.admin.reminder import CardReminder, DrillReminder
from kentro_app.gui.background import Lanes
from kentro_app.gui.desk import Desk
from kentro_app.gui.desk_mode import Modes
from kentro_app.gui.habits import Habits
from kentro_app.gui.handover import Header
from kentro_app.gui.lock import end_session
from kentro_app.gui.main_window import PEOPLE, RECEPTION, Exits, MainWindow
from kentro_app.gui.office import Office
from kentro_app.gui.rail import Section
from kentro_app.gui.reception.commands import reception_commands
from kentro_app.gui.reception.place import ReceptionPlace
from kentro_app.gui.registry.commands import people_commands
from kentro_app.gui.registry.place import PeoplePlace
from kentro_app.gui.speaker import Speaker
from kentro_app.i18n import _, current, speak
from kentro_app.launcher import QUIT
from kentro_app.services import accounts
from kentro_app.services.access import Permission
from kentro_app.services.key_ports import Wrap
from kentro_app.services.ports import Actor, Work
from kentro_app.vault.kdf import PRODUCTION, KdfPolicy
from kentro_app.vault.secret import SecretKey

if TYPE_CHECKING:
    from kentro_app.gui.admin.section import AdminSection

_ADMINISTRATION = "administration"


def open_session(
    data_dir: Path,
    header: Header,
    key: SecretKey,
    *,
    policy: KdfPolicy = PRODUCTION,
    clock: Clock = now,
) -> Opened:
    """Open the centre in the name of whoever logged in; gives the window, not shown yet.

    Raises whatever `open_centre` raises.
    """
    who = Identity(UUID(header.user_id), header.name, Role(header.role))
    centre = open_centre(data_dir, who, key, policy=policy, clock=clock)
    window, end = build_window(centre, clock=clock)

    def close() -> None:
        end()
        centre.close()

    return Opened(window, close)


def build_window(centre: Centre, *, clock: Clock = now) -> tuple[MainWindow, Callable[[], None]]:
    """The window over an open centre, and what to call before the centre is closed."""
    lanes = Lanes()
    desk = Desk(centre.store.begin, centre.store.view, lanes, parent=lanes)
    with centre.store.view() as work:
        site = work.sites.here()
    speak(replace(current(), zone=ZoneInfo(site.zone)))
    care = Care(centre, desk, lanes, clock)
    office = Office(
        desk=desk,
        actor=centre.store.login.actor,
        user=centre.user,
        site=site,
        letter=centre.store.login.desk.letter,
        now=clock,
        papers=papers(),
        password=_password_owner(centre),
        modes=_modes(centre),
        last_backup=lambda: care.last_backup,
        demo=is_demo(centre.directory),
        clock_behind=centre.clock_behind,
    )
    quit_all = partial(QCoreApplication.exit, QUIT)
    exits = Exits(lock=end_session, switch_user=end_session, quit=quit_all)
    home = Home(centre, clock)
    places = partial(sections, centre=centre, clock=clock, home=home)
    window = MainWindow(office, places, Habits(centre.directory), exits)
    home.window = window
    care.begin()
    if not office.demo:
        remind = partial(_remind, window, centre, clock)
        window.furnished.connect(remind)
        remind()

    def end() -> None:
        care.end()
        desk.ending.emit()
        lanes.close()

    return window, end


def _remind(window: MainWindow, centre: Centre, clock: Clock) -> None:
    office = window.office

    def go_to_card() -> None:
        from kentro_app.gui.admin.card.view import CardSection  # noqa: PLC0415 - with its place

        _show(window, CardSection)

    def go_to_backups() -> None:
        from kentro_app.gui.admin.backups.view import BackupsSection  # noqa: PLC0415 - as above

        _show(window, BackupsSection)

    cards, kept = CentreCards(centre, clock), CentreBackups(centre, clock)
    reminders = (
        CardReminder(office.desk, cards.is_confirmed, go_to_card),
        DrillReminder(office.desk, kept.is_tried, go_to_backups),
    )
    for reminder in reminders:
        window.add_notice(reminder)
        reminder.begin(office.actor)


def _show(window: MainWindow, section: "type[AdminSection]") -> None:
    place = window.go_to(_ADMINISTRATION)
    show: Callable[[type[AdminSection]], object] | None = getattr(place, "show_section", None)
    if show is not None:
        show(section)


def _administration(office: Office, speaker: Speaker, centre: Centre, clock: Clock) -> QWidget:
    # Few ever go there: whoever does pays for what it needs.
    from kentro_app.gui.admin.view import AdminView  # noqa: PLC0415

    return AdminView(office, speaker, administering(centre, clock=clock))


def sections(
    office: Office, speaker: Speaker, *, centre: Centre, home: Home, clock: Clock = now
) -> Sequence[Section]:
    """The places of the program, in the order of the rail.

    The reception opens, since somebody may stand in front of it; before anybody has come, in the
    morning, it is the home screen.
    """
    morning = home.take_morning(office)
    today = home.section(office, speaker, opens=morning)
    reception = Section(
        RECEPTION,
        "desk",
        lambda: _("Reception"),
        lambda: ReceptionPlace(office, speaker),
        frozenset({Permission.RECEIVE}),
        keywords=("γραμματεία", "γκισέ", "front desk"),
        commands=reception_commands,
        opens=not morning,
    )
    people = Section(
        PEOPLE,
        "people",
        lambda: _("People"),
        lambda: PeoplePlace(office, speaker),
        frozenset({Permission.SEE_FILE}),
        keywords=("πρόσωπα", "μητρώο", "ωφελούμενοι", "πολίτες", "registry clients"),
        commands=people_commands,
    )
    administration = Section(
        _ADMINISTRATION,
        "admin",
        lambda: _("Administration"),
        partial(_administration, office, speaker, centre, clock),
        frozenset({Permission.MANAGE_USERS, Permission.BACK_UP, Permission.READ_AUDIT}),
        at_foot=True,
        keywords=("ρυθμίσεις", "χρήστες", "αντίγραφα ασφαλείας", "settings users backups"),
    )
    return (today, reception, people, administration)


def _modes(centre: Centre) -> Modes:
    store = centre.store

    def switch(on: bool) -> Actor:
        store.set_desk_mode(on)
        return store.login.actor

    door = VaultDoor(centre.directory, centre.keys.policy)
    return Modes(switch, partial(door.check, centre.user.name))


def _password_owner(centre: Centre) -> PasswordOwner:
    def change(work: Work, wrap: Wrap) -> object:
        return accounts.change_own_password(work, centre.keys, wrap)

    user = centre.user
    wrap = partial(centre.keys.wrap_own, user.id)
    return PasswordOwner(user.role, (user.name, user.display_name), wrap, change, Advice())
