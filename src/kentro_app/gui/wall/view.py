"""The wall as seen from the waiting room. It shows what it is given, and has nothing to press."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kentro_app.assets import translations
from kentro_app.domain.changes import Topic
from kentro_app.gui.cover import STAYS_UP
from kentro_app.gui.office import Office
from kentro_app.gui.theme import DARK
from kentro_app.gui.wall.presenter import WallPresenter
from kentro_app.gui.wall.sizes import sizes
from kentro_app.gui.wall.tiles import Tile, WallLabel
from kentro_app.i18n import LANGUAGES, _, aside, current, voice
from kentro_app.i18n.dates import time_of_day
from kentro_app.services.wall import MOST_CALLS, Board

FLASHES, FLASH_MS = 3, 500
"""Lit and unlit by turns: one flash a second for three seconds, below the three a second of
WCAG 2.3.1 and the five seconds of 2.2.2."""

_SHEET = f"""
QWidget#wall {{ background: {DARK.rail}; }}
QFrame[tile] {{ background: {DARK.surface}; border: none; border-radius: 18px; }}
QFrame[tile][lit="true"] {{ background: {DARK.accent}; }}
QLabel {{ color: {DARK.rail_on}; background: transparent; }}
QLabel[wall="aside"], QLabel[wall="quiet"] {{ color: {DARK.rail_ink}; }}
QFrame[lit="true"] QLabel {{ color: {DARK.on_accent}; }}
"""


class Wall(QWidget):
    """A window of its own: F11 fills the screen with it, Esc gives the screen back."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setObjectName("wall")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # it never keeps a session
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # F2 stays the desk's
        self.setProperty(STAYS_UP, True)
        self.setStyleSheet(_SHEET)
        self._office, self._board, self._left = office, Board(), 0
        self.centre, self.clock = WallLabel("quiet"), WallLabel("clock")
        self.present = Tile("present")
        self.earlier = [Tile("earlier") for _n in range(MOST_CALLS - 1)]
        self.wait, self.wait_aside = WallLabel("wait"), WallLabel("quiet")
        self._lay_out()
        self.presenter = WallPresenter(self, office.desk, office.now)
        self._flash = QTimer(self, interval=FLASH_MS)
        self._flash.timeout.connect(self._blink)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        office.desk.data_changed.connect(self._on_change)
        for keys, act in (("F11", self.toggle_full_screen), ("Esc", self.showNormal)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.resize(1000, 562)
        self.retranslate()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window again."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def retranslate(self) -> None:
        """Say everything in the present language, and the one sentence in the other one too."""
        self.setWindowTitle(_("Waiting room"))
        self.setAccessibleName(_("Display for the waiting room"))
        self.centre.setText(self._office.site.title(current().language))
        self.wait.setText(_please_wait())
        self.wait_aside.setText(_in_the_other_language())
        self._tick()
        self.show_board(self._board)

    # WallScreen

    def show_board(self, board: Board) -> None:
        self._board = board
        self.present.show_call(board.present, _please_wait(), _in_the_other_language())
        for place, tile in enumerate(self.earlier):
            call = board.earlier[place] if place < len(board.earlier) else None
            tile.show_call(call)
            tile.setVisible(call is not None)
        for label in (self.wait, self.wait_aside):
            label.setVisible(board.present is not None)
        self._fit()

    def draw_attention(self) -> None:
        self._left = 2 * FLASHES
        self._flash.start()
        self._blink()

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._second.start()
        self.presenter.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # the parts

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        head, row, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self.centre.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.centre, 5)
        head.addWidget(self.clock, 1)
        for tile in self.earlier:
            row.addWidget(tile, 1)
        foot.addWidget(self.wait, 3)
        foot.addWidget(self.wait_aside, 2)
        column.addLayout(head)
        column.addWidget(self.present, 6)
        column.addLayout(row, 3)
        column.addLayout(foot)

    def _fit(self) -> None:
        chosen = sizes(self.height(), self.screen().physicalDotsPerInch())
        gap = max(self.height() // 36, 4)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(2 * gap, gap, 2 * gap, gap)
            layout.setSpacing(gap)
            layout.activate()
        width = self.width() - 4 * gap
        self.centre.fit(chosen.head, width * 4 // 5)
        self.clock.fit(chosen.head, width // 5, medium=True)
        self.present.fit(chosen.number, chosen.room, chosen.small)
        for tile in self.earlier:
            tile.fit(chosen.earlier, chosen.small, chosen.small * 2 // 3)
        self.wait.fit(chosen.small, width * 3 // 5 - gap)
        self.wait_aside.fit(chosen.small, width * 2 // 5 - gap)

    def _tick(self) -> None:
        time = time_of_day(self._office.now())
        if time != self.clock.text():
            self.clock.setText(time)
            self._fit()
            if self.isVisible():
                self.presenter.refresh()  # past midnight the calls of yesterday go

    def _blink(self) -> None:
        self._left -= 1
        self.present.set_lit(self._left > 0 and self._left % 2 == 1)
        if self._left <= 0:
            self._flash.stop()

    def _on_change(self, topics: frozenset[Topic]) -> None:
        if self.isVisible() and topics & {Topic.VISITS, Topic.SITE}:
            self.presenter.refresh()


def _please_wait() -> str:
    return _("Please wait to be called")


def _in_the_other_language() -> str:
    present = current()
    other = next(name for name in LANGUAGES if not present.language.startswith(name))
    return aside(voice(other, translations(), present.zone), _please_wait)
