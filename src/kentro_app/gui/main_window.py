"""The window of a session: rail, top bar, the place one is at, status bar."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Protocol, cast
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kentro_app.domain.changes import Topic
from kentro_app.gui.account.own_password import OwnPasswordDialog
from kentro_app.gui.cover import Cover
from kentro_app.gui.desk_mode import KEYS as DESK_MODE_KEYS
from kentro_app.gui.desk_mode import ModeSwitch, is_choice_of
from kentro_app.gui.guide.key import open_guide
from kentro_app.gui.habits import Habits
from kentro_app.gui.office import Office
from kentro_app.gui.palette.command import Command
from kentro_app.gui.palette.ports import Ways
from kentro_app.gui.palette.view import Palette
from kentro_app.gui.pieces import GettingReady, Pieces, finish
from kentro_app.gui.rail import Rail, Section, open_to
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.status_bar import StatusBar
from kentro_app.gui.theme import XL
from kentro_app.gui.top_bar import TopBar
from kentro_app.gui.top_toast import TopToast
from kentro_app.gui.user_menu import UserMenu
from kentro_app.gui.widgets.notices import Banner
from kentro_app.gui.window_commands import every_name, place_commands, window_commands
from kentro_app.gui.words import joined
from kentro_app.i18n import _, current
from kentro_app.i18n.dates import date_long
from kentro_app.services.ports import Actor, Found, VisitRow

RECEPTION, PEOPLE = "reception", "people"
_TICK_MS = 30_000
_CLOCK_SLACK = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Exits:
    """The ways out of a session."""

    lock: Callable[[], None]
    switch_user: Callable[[], None]
    quit: Callable[[], None]


class Desklike(Protocol):
    """What the window's own keys need of the reception."""

    def find_somebody(self) -> None: ...
    def open_sheet(self) -> None: ...
    def open_anonymous(self) -> None: ...
    def look_for(self, text: str) -> None: ...
    def show_visit(self, visit_id: UUID) -> None: ...


class Peoplelike(Protocol):
    """What the window needs of the people's pages."""

    def open_person(self, person_id: UUID) -> None: ...


class MainWindow(QWidget):
    """`places` builds the sections: they need the window's speaker to be heard.

    `furnished` fires whenever everything in the window was built.
    """

    furnished = Signal()

    def __init__(
        self,
        office: Office,
        places: Callable[[Office, Speaker], Sequence[Section]],
        habits: Habits,
        exits: Exits,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self._places, self._habits, self._exits = places, habits, exits
        self._room: QWidget | None = None
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        office.desk.data_changed.connect(self._on_change)
        self._ticker = QTimer(self, interval=_TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self._ticker.start()
        self.furnish(office)
        self.resize(1366, 768)

    def furnish(self, office: Office) -> None:
        """Build everything in the window anew, for what this actor may see."""
        old, self._room = self._room, QWidget(self)
        self.office = office
        self.banner, self.toast = Banner(), TopToast(self._room)
        self.speaker = Speaker(self.toast, self.banner)
        sections = open_to(self._places(office, self.speaker), office.actor)
        self._sections = {section.name: section for section in sections}
        self._built: dict[str, QWidget] = {}
        self._palette: Palette | None = None
        self._palette_pieces = self._get_palette(self._room)
        GettingReady(self._palette_pieces, parent=self._room)
        self.menu = UserMenu(self._habits, self._room)
        self._own_commands = window_commands(self.menu, self._habits, self._exits.lock)
        self.rail = Rail(list(self._sections.values()))
        name = office.user.display_name or office.user.name
        self.mode = ModeSwitch(office.modes, (office.actor, name), self._run, self._room)
        self.top = TopBar(name, self.menu)
        self.toast.stay_between(self.top.about, self.top.search)
        self.status = StatusBar(office.site.building, office.letter)
        self.stack = QStackedWidget()
        self.demo, self.clock = Banner(), Banner()
        self._lay_out(self._room)
        self._connect(self._room)
        self._show_mode()
        self.retranslate()
        if old is not None:
            old.hide()
            old.deleteLater()
        self._all.addWidget(self._room)
        self._room.show()
        if self._sections:
            opening = (name for name, place in self._sections.items() if place.opens)
            self.go_to(next(opening, next(iter(self._sections))))
        self.furnished.emit()

    def go_to(self, name: str) -> QWidget:
        """Show a section, built now if nobody has been there yet."""
        place = self._built.get(name)
        if place is None:
            place = self._built[name] = self._sections[name].build()
            self.stack.addWidget(place)
            if hasattr(place, "moved"):
                place.moved.connect(self._show_place)
        self.stack.setCurrentWidget(place)
        self.rail.show_current(name)
        self._show_place()
        return place

    def search_everything(self) -> None:
        """Open the palette; over the cover it would show what the cover hides."""
        if any(cover.isVisible() for cover in self.findChildren(Cover)):
            return
        finish(self._palette_pieces)
        if self._palette is not None:
            self._palette.open_with([*self._commands()], every_name)

    def open_person(self, person_id: UUID) -> bool:
        """Show somebody's page; False where the viewer has no such place."""
        if PEOPLE not in self._sections:
            return False
        cast(Peoplelike, self.go_to(PEOPLE)).open_person(person_id)
        return True

    def add_notice(self, notice: Banner) -> None:
        """A banner above the places, beside those of the window itself."""
        self._notices.addWidget(notice)

    def retranslate(self) -> None:
        """Say everything in the present language; the places hear of it themselves."""
        self.setWindowTitle(_("Kentro"))
        self.rail.retranslate()
        self.top.retranslate()
        self.menu.retranslate()
        if self.office.demo:
            self.demo.show_words(_("Demo centre: every name in it is invented."), "demo")
        if self.office.clock_behind > _CLOCK_SLACK:
            self.clock.show_words(_clock_words(), "wait")
        self._tick()

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.speaker.all_well()
            self.toast.hide()
            self.retranslate()
        super().changeEvent(event)

    # the parts

    def _lay_out(self, room: QWidget) -> None:
        across = QHBoxLayout(room)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        down = QVBoxLayout()
        down.setSpacing(0)
        across.addLayout(down, 1)
        down.addWidget(self.demo)
        body = QVBoxLayout()
        body.setContentsMargins(XL, 14, XL, 14)
        body.setSpacing(14)
        body.addWidget(self.top)
        self._notices = QVBoxLayout()
        for notice in (self.clock, self.banner):
            self._notices.addWidget(notice)
        body.addLayout(self._notices)
        body.addWidget(self.stack, 1)
        down.addLayout(body, 1)
        down.addWidget(self.status)

    def _connect(self, room: QWidget) -> None:
        exits = self._exits
        self.rail.chosen.connect(self.go_to)
        self.top.lock_asked.connect(exits.lock)
        self.top.search_asked.connect(self.search_everything)
        self.top.mode_asked.connect(self.mode.change)
        self.menu.mode_asked.connect(self.mode.change)
        self.mode.changed.connect(self._work_as)
        self.mode.failed.connect(self.speaker.trouble)
        self.menu.switch_asked.connect(exits.switch_user)
        self.menu.quit_asked.connect(exits.quit)
        self.menu.password_asked.connect(self._ask_for_password)
        self.menu.guide_asked.connect(lambda: open_guide(self))
        _on_key(room, "Ctrl+K", self.search_everything)
        _on_key(room, DESK_MODE_KEYS, self.mode.change)
        if RECEPTION in self._sections:
            _on_key(room, "F2", lambda: self._reception().find_somebody())
            _on_key(room, "F3", lambda: self._reception().open_anonymous())
            _on_key(room, "Ctrl+P", lambda: self._reception().open_sheet())

    def _show_mode(self) -> None:
        actor = self.office.actor
        self.top.show_mode(actor.desk_mode)
        self.menu.show_mode(actor.desk_mode, choice=is_choice_of(actor))

    def _work_as(self, actor: Actor) -> None:
        self.furnish(replace(self.office, actor=actor))

    def _reception(self) -> Desklike:
        return cast(Desklike, self.go_to(RECEPTION))

    def _get_palette(self, room: QWidget) -> Pieces:
        yield
        palette = Palette(room, self.office, Ways(self._meet, self._find_ticket))
        yield from palette.build()
        self._palette = palette

    def _commands(self) -> Iterator[Command]:
        yield from place_commands(self._sections.values(), self.go_to)
        yield from self._own_commands

    def _meet(self, found: Found) -> None:
        if not self.open_person(found.id):
            self._reception().look_for(found.number)

    def _find_ticket(self, row: VisitRow) -> None:
        self._reception().show_visit(row.visit.id)

    def _show_place(self) -> None:
        place = self.stack.currentWidget()
        name = next((n for n, built in self._built.items() if built is place), "")
        titled = getattr(place, "title", None)
        title = titled() if callable(titled) else self._sections[name].title() if name else ""
        office = self.office
        day = date_long(office.site.local_day(office.now()))
        self.top.show_place(title, joined(day, office.site.title(current().language)))

    def _tick(self) -> None:
        self._show_place()
        self.status.show_backup(self.office.last_backup(), self.office.now())

    def _on_change(self, topics: frozenset[Topic]) -> None:
        if Topic.BACKUPS in topics:
            self._tick()

    def _ask_for_password(self) -> None:
        desk, owner = self.office.desk, self.office.password
        dialog = OwnPasswordDialog(desk, owner, self._run, self.speaker.say, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        owner: object,
    ) -> None:
        self.office.desk.prepare(work, done, failed, owner=owner)


def _on_key(room: QWidget, keys: str, act: Callable[[], object]) -> None:
    QShortcut(QKeySequence(keys), room).activated.connect(act)


def _clock_words() -> str:
    return _(
        "This computer's clock was set back since the last log-in. "
        "Please check date and time before you check anybody in."
    )
