"""The program's sign, drawn: a house with somebody in it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kentro_app.gui.style import look

_HOUSE = QPolygonF([QPointF(x, y) for x, y in ((12, 22), (24, 11.5), (36, 22), (36, 38), (12, 38))])


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
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(0, 0, 48, 48), 12, 12)
        painter.fillPath(ground, QColor(colours.rail_soft))
        painter.setPen(QPen(QColor(colours.rail_on), 2.6))
        painter.drawPolygon(_HOUSE)
        painter.setPen(QPen(QColor(colours.rail_ink), 2.6))
        painter.drawEllipse(QPointF(24, 24.5), 2.8, 2.8)
        painter.drawArc(QRectF(19, 30.5, 10, 12), 0, 180 * 16)
        painter.end()
