"""Administration as a place of the program: its sections at the left, one of them at the right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kentro_app.domain.changes import Topic
from kentro_app.gui.admin.backups.view import BackupsSection
from kentro_app.gui.admin.card.view import CardSection
from kentro_app.gui.admin.catalogue.view import CatalogueSection
from kentro_app.gui.admin.check.view import CheckSection
from kentro_app.gui.admin.people.view import PeopleSection
from kentro_app.gui.admin.ports import Administering
from kentro_app.gui.admin.section import AdminSection, scrolled
from kentro_app.gui.admin.trail.view import TrailSection
from kentro_app.gui.admin.users.view import UsersSection
from kentro_app.gui.office import Office
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.style import look
from kentro_app.gui.theme import XS, L, S
from kentro_app.gui.widgets.buttons import Segment
from kentro_app.gui.widgets.card import Card
from kentro_app.i18n import _
from kentro_app.services.access import Permission, may

_WIDTH = 216

Builder = tuple[Permission, Callable[[], AdminSection]]


class AdminView(QWidget):
    """A section whose use the role lacks is not there."""

    def __init__(
        self,
        office: Office,
        speaker: Speaker,
        administering: Administering,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._office, self._doing, self._speaker = office, administering, speaker
        self.sections = [
            build() for permission, build in self._builders() if may(office.actor, permission)
        ]
        self.names = [Segment() for _section in self.sections]
        self.stack = QStackedWidget()
        self._lay_out()
        office.desk.data_changed.connect(self._on_change)
        self.retranslate()
        if self.names:
            self.names[0].setChecked(True)

    def title(self) -> str:
        """What the top bar calls this place."""
        return _("Administration")

    def show_section(self, kind: type[AdminSection]) -> None:
        """Go to one of the sections, if it is there."""
        for place, section in enumerate(self.sections):
            if isinstance(section, kind):
                self._show(place)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for name, section in zip(self.names, self.sections, strict=True):
            section.retranslate()
            name.set_words(section.name())

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.sections:
            self.sections[self.stack.currentIndex()].start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        focused = [place for place, name in enumerate(self.names) if name.hasFocus()]
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        place = min(max(focused[0] + step, 0), len(self.names) - 1)
        self.names[place].setFocus()
        self._show(place)

    # its parts

    def _builders(self) -> tuple[Builder, ...]:
        doing, desk = self._doing, self._office.desk
        return (
            (
                Permission.MANAGE_USERS,
                lambda: UsersSection(desk, doing.accounts, doing.adviser),
            ),
            (
                Permission.IMPORT_PEOPLE,
                lambda: PeopleSection(doing.people, desk, self._people_came),
            ),
            (
                Permission.MANAGE_CATALOGUE,
                lambda: CatalogueSection(self._office, self._speaker),
            ),
            (
                Permission.BACK_UP,
                lambda: BackupsSection(doing.backups, desk, self._backed_up, now=self._office.now),
            ),
            (Permission.MANAGE_USERS, lambda: CardSection(doing.cards, desk, self._run)),
            (Permission.BACK_UP, lambda: CheckSection(doing.verify, desk)),
            (Permission.READ_AUDIT, lambda: TrailSection(desk, doing.verify, doing.export)),
        )

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(L)
        self.list = Card(margin=S)
        names = QWidget()
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        group = QButtonGroup(self)
        for place, name in enumerate(self.names):
            group.addButton(name)
            name.setProperty("side", True)
            column.addWidget(name)
            name.clicked.connect(lambda _on=False, place=place: self._show(place))
        column.addStretch(1)
        self.list.body.addWidget(scrolled(names))
        for section in self.sections:
            self.stack.addWidget(scrolled(section))
        across.addWidget(self.list)
        across.addWidget(self.stack, 1)
        look().changed.connect(self._widen)
        self._widen()

    def _widen(self) -> None:
        self.list.setFixedWidth(round(_WIDTH * (1 + (look().theme.scale - 1) * 0.8)))

    def _show(self, place: int) -> None:
        self.names[place].setChecked(True)
        self.stack.setCurrentIndex(place)
        self.sections[place].start()

    def _backed_up(self) -> None:
        self._office.desk.data_changed.emit(frozenset({Topic.BACKUPS}))

    def _people_came(self) -> None:
        self._office.desk.data_changed.emit(frozenset({Topic.PERSONS}))

    def _on_change(self, topics: frozenset[Topic]) -> None:
        if self.isVisible() and topics & {Topic.USERS} and self.sections:
            section = self.sections[self.stack.currentIndex()]
            if isinstance(section, UsersSection):
                section.start()

    def _run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        owner: object,
    ) -> None:
        self._office.desk.prepare(work, done, failed, owner=owner)
