"""Where on the card the group stands that is asked for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kentro_app.gui.style import look
from kentro_app.gui.theme import CHIP, TEXT, S

_PER_ROW = 4  # as the card prints them
_WIDTH, _HEIGHT = 64, 30


class GroupMap(QWidget):
    """Small numbered boxes as the groups stand on the card; the one asked for is filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked, self._groups = 1, _PER_ROW
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look().changed.connect(self.updateGeometry)

    def show_groups(self, asked: int, groups: int) -> None:
        """Fill box number `asked` of `groups`, from 1."""
        self._asked, self._groups = asked, groups
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = look().theme.px
        rows = -(-self._groups // _PER_ROW)
        return QSize(_PER_ROW * (px(_WIDTH) + S) - S, rows * (px(_HEIGHT) + S) - S)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = look().theme.px
        for number in range(1, self._groups + 1):
            row, column = divmod(number - 1, _PER_ROW)
            left, top = column * (px(_WIDTH) + S), row * (px(_HEIGHT) + S)
            self._box(painter, QRect(left, top, px(_WIDTH), px(_HEIGHT)), number)
        painter.end()

    def _box(self, painter: QPainter, box: QRect, number: int) -> None:
        colours, asked = look().theme.palette, number == self._asked
        pen = QPen(QColor(colours.accent if asked else colours.line), 2 if asked else 1)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.accent_soft if asked else colours.sunken))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        font = QFont("Roboto")
        font.setPixelSize(look().theme.px(TEXT if asked else CHIP))
        font.setWeight(QFont.Weight.Medium if asked else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink if asked else colours.quiet))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
