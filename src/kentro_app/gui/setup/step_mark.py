"""The sign before a step: its number, or a tick when it is done."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kentro_app.gui.style import look
from kentro_app.gui.theme import CHIP

_SIDE = 24
_TICK = QPolygonF([QPointF(x, y) for x, y in ((7.5, 12.5), (10.8, 15.8), (16.8, 8.8))])


class StepMark(QWidget):
    """Drawn on the blue side; `reached` is -1 before, 0 now, 1 done."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._reached = number, -1
        self.setFixedSize(look().theme.px(_SIDE), look().theme.px(_SIDE))

    def show_reached(self, reached: int) -> None:
        """Not yet (-1), now (0) or done (1)."""
        self._reached = reached
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _SIDE, self.height() / _SIDE)
        now = self._reached == 0
        ink = QColor(colours.rail_on if self._reached >= 0 else colours.rail_ink)
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(1, 1, _SIDE - 2, _SIDE - 2))
        if self._reached > 0:
            painter.drawPolyline(_TICK)
        else:
            font = QFont("Roboto")
            font.setPixelSize(CHIP)
            font.setWeight(QFont.Weight.Medium)
            painter.setFont(font)
            painter.setPen(QColor(colours.rail) if now else ink)
            whole = QRectF(0, 0, _SIDE, _SIDE)
            painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
