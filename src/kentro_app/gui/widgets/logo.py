"""The program's sign, drawn: a house with somebody in it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kentro_app.gui.style import look

_ROOF = QPolygonF([QPointF(10, 23), QPointF(24, 11), QPointF(38, 23)])
_WALLS = QPolygonF([QPointF(13, 21), QPointF(13, 38), QPointF(35, 38), QPointF(35, 21)])


class Logo(QWidget):
    """The sign on a dark ground, `side` pixels square at 100 %."""

    def __init__(self, side: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(look().theme.px(side), look().theme.px(side))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look().theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 48, self.height() / 48)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.rail_soft))
        painter.drawRoundedRect(QRectF(0, 0, 48, 48), 12, 12)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        pen = QPen(QColor(colours.rail_on), 2.6, Qt.PenStyle.SolidLine, cap, join)
        painter.setPen(pen)
        painter.drawPolyline(_ROOF)
        painter.drawPolyline(_WALLS)
        pen.setColor(QColor(colours.rail_ink))
        painter.setPen(pen)
        painter.drawEllipse(QPointF(24, 26), 2.6, 2.6)
        painter.drawArc(QRectF(19, 31, 10, 11), 0, 180 * 16)
        painter.end()
