"""The palette as seen on the screen: one field over everything, results below it while typing."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kentro_app.gui.office import Office
from kentro_app.gui.palette.command import Command, offered
from kentro_app.gui.palette.group import Group
from kentro_app.gui.palette.matching import Titles
from kentro_app.gui.palette.ports import Chosen, Kind, Results, Ways
from kentro_app.gui.palette.presenter import PalettePresenter
from kentro_app.gui.palette.rows import command_row, kind_words, person_row, ticket_row
from kentro_app.gui.pieces import Pieces
from kentro_app.gui.style import look
from kentro_app.gui.theme import XL, M, S
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import Quiet
from kentro_app.i18n import _

LONGEST_SEARCH = 200
_WIDTH, _TOP = 640, 56
_SHADE = 120  # of 255
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class Palette(QWidget):
    """Lies over `window`. Fits `palette.ports.PaletteScreen`."""

    def __init__(self, window: QWidget, office: Office, ways: Ways) -> None:
        super().__init__(window)
        self._window, self._actor = window, office.actor
        self._before: QWidget | None = None
        self._order: list[Chosen] = []
        self._chosen: Chosen | None = None
        self._typed = ""
        self.presenter = PalettePresenter(
            self, office.desk, office.actor, ways=ways, now=office.now
        )
        self.card, self.field = Card(margin=M), QLineEdit(maxLength=LONGEST_SEARCH)
        self.groups: dict[Kind, Group] = {}
        self.remark, self.keys = Quiet(wrap=True), Quiet(wrap=True)
        self.hide()
        self._lay_out()

    def build(self) -> Pieces:
        """Make the groups, in pieces; there are none before."""
        for kind in Kind:
            yield
            group = self.groups[kind] = Group(slim=kind is Kind.COMMAND)
            self._column.addWidget(group)
            group.rows.clicked.connect(self._clicked(kind, group))
        self._column.addStretch(1)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self.presenter.search)
        self.field.returnPressed.connect(lambda: self.presenter.enter(self._chosen))
        self._window.installEventFilter(self)

    def open_with(self, commands: Sequence[Command], titles: Titles) -> None:
        """Show it, empty, with what can be done now; the cursor goes back when it is closed."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._say()
        self.field.clear()
        self.presenter.begin(offered(commands, self._actor), titles)
        self._fill()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # PaletteScreen

    def show_results(self, results: Results) -> None:
        shown = _rows(results)
        for kind, (rows, icons) in shown.items():
            self.groups[kind].show_rows(rows, icons)
        self._order = [(kind, row.id) for kind, (rows, _icons) in shown.items() for row in rows]
        stays = results.typed == self._typed and self._chosen in self._order
        self._typed = results.typed
        first = self._order[0] if self._order else None
        self._choose(self._chosen if stays else first)
        nothing = bool(results.typed) and not self._order and not results.pending
        self._remark(_("Nothing of this name was found.") if nothing else "")

    def show_trouble(self, words: str) -> None:
        self._remark(words)

    def put_away(self) -> None:
        """Close it; what was found is not kept."""
        before, self._before = self._before, None
        self.hide()
        self.field.clear()
        self._order, self._chosen = [], None
        for group in self.groups.values():
            group.show_rows((), {})
        self.presenter.forget()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's interface

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fill()
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key(Qt.Key(event.key()))
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays in the field: what lies underneath is not meant."""
        self._step(1 if forward else -1)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.put_away()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, _SHADE))
        painter.end()

    # the parts

    def _lay_out(self) -> None:
        self.field.setProperty("role", "checkin")
        self._list = QWidget()
        self._column = column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._list)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card.setParent(self)
        for widget in (self.field, self._scroll, self.remark, self.keys):
            self.card.body.addWidget(widget)

    def _say(self) -> None:
        words = _("Person, ticket or command")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(_("Search everything"))
        self.card.setAccessibleName(_("Search everything"))
        self.keys.setText(_("↑ ↓ choose · Enter open · Esc close"))
        for kind, group in self.groups.items():
            group.set_words(kind_words(kind))

    def _remark(self, words: str) -> None:
        self.remark.setText(words)
        self.remark.setVisible(bool(words))
        self._fill()

    def _clicked(self, kind: Kind, group: Group) -> Callable[[object], None]:
        def choose(_index: object) -> None:
            wanted = group.rows.current_id()
            if wanted is not None:
                self.presenter.choose((kind, wanted))

        return choose

    def _key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in _STEPS:
            self._step(_STEPS[key])
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        if self._order:
            here = self._order.index(self._chosen) if self._chosen in self._order else -1
            self._choose(self._order[min(max(here + by, 0), len(self._order) - 1)])

    def _choose(self, chosen: Chosen | None) -> None:
        self._chosen = chosen
        for kind, group in self.groups.items():
            group.select(chosen[1] if chosen and chosen[0] is kind else None)
        if chosen is not None:
            group = self.groups[chosen[0]]
            self.field.setAccessibleDescription(group.spoken(chosen[1]))
            self._column.activate()
            place = group.place_of(chosen[1]).translated(0, group.y())
            self._scroll.ensureVisible(0, place.top(), 0, 0)
            self._scroll.ensureVisible(0, place.bottom(), 0, 0)

    def _fill(self) -> None:
        px = look().theme.px
        self.setGeometry(self._window.rect())
        width = min(px(_WIDTH), self.width() - 2 * XL)
        self._column.activate()
        self._scroll.setFixedHeight(0)
        rest = self.card.sizeHint().height()
        room = max(self.height() - _TOP - XL - rest, px(60))
        self._scroll.setFixedHeight(min(self._column.sizeHint().height(), room))
        self.card.setFixedWidth(width)
        self.card.adjustSize()
        self.card.move((self.width() - width) // 2, _TOP)


def _rows(results: Results) -> dict[Kind, tuple[list[Row], dict[Hashable, str]]]:
    shown = {
        Kind.TICKET: [(ticket_row(row), "desk") for row in results.tickets],
        Kind.COMMAND: [(command_row(command), command.icon) for command in results.commands],
        Kind.PERSON: [(person_row(found), "user") for found in results.people],
    }
    return {
        kind: ([row for row, _icon in pairs], {row.id: icon for row, icon in pairs})
        for kind, pairs in shown.items()
    }
