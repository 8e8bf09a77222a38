"""The tiles of the wall: a number and the room it is called to."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from kentro_app.domain.sites import Room
from kentro_app.domain.visits import ticket_code
from kentro_app.gui.style import repolish
from kentro_app.gui.widgets.text import PLAIN_TEXT
from kentro_app.i18n import current
from kentro_app.services.ports import Called

_SMALLEST = 8
_FIGURES = 0.9  # of the font size


class WallLabel(QLabel):
    """Words in one line that shrink rather than being cut off."""

    def __init__(self, part: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setProperty("wall", part)
        self.setMinimumSize(1, 1)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def fit(self, size: int, width: int, *, medium: bool = False) -> None:
        """Set the words in that size, or as large as fits the width."""
        font = QFont("Roboto")
        font.setWeight(QFont.Weight.Medium if medium else QFont.Weight.Normal)
        font.setPixelSize(size)
        taken = QFontMetrics(font).horizontalAdvance(self.text())
        if taken > width > 0:
            font.setPixelSize(max(size * width // taken, _SMALLEST))
        self.setFont(font)


class Tile(QFrame):
    """One call. Without one it is empty and takes no notice."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tile", kind)
        self.number, self.room, self.aside = (WallLabel(p) for p in ("number", "room", "aside"))
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(1)
        for label in (self.number, self.room, self.aside):
            column.addWidget(label)
        column.addStretch(1)

    def show_call(self, call: Called | None, wait: str = "", wait_aside: str = "") -> None:
        """Show a call; without one the words, in both languages."""
        here, other = _names(call.room) if call else (wait, wait_aside)
        self.number.setText(ticket_code(call.letter, call.ticket) if call else "")
        self.room.setText(here)
        self.aside.setText(other if other != here else "")
        for label in (self.number, self.room, self.aside):
            label.setVisible(bool(label.text()))

    def fit(self, number: int, room: int, aside: int) -> None:
        """Set the words in these sizes, or as large as fits."""
        width = self.width() - 24
        self.number.fit(number, width, medium=True)
        # Figures need no room for what hangs below a line.
        self.number.setFixedHeight(round(self.number.font().pixelSize() * _FIGURES))
        self.room.fit(room, width)
        self.aside.fit(aside, width)

    def set_lit(self, lit: bool) -> None:
        """In the light that draws attention, or as usual."""
        self.setProperty("lit", lit)
        for widget in (self, self.number, self.room, self.aside):
            repolish(widget)


def _names(room: Room | None) -> tuple[str, str]:
    if room is None:
        return "", ""
    greek = current().language.startswith("el")
    return (room.name_el, room.name_en) if greek else (room.name_en, room.name_el)
