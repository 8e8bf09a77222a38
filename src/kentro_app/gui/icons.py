"""Line icons, drawn: one family of strokes that takes the theme's colours at any size."""

from functools import lru_cache
from weakref import WeakSet

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from kentro_app.gui.style import look

# On a field of 24 by 24: rect x y width height radius; circle x y radius; line and poly through
# points; curve from a point over two handles to another; dot x y radius, filled.
Stroke = tuple[str, tuple[float, ...]]

SHAPES: dict[str, tuple[Stroke, ...]] = {
    "today": (
        ("rect", (4, 5, 16, 15, 2)),
        ("line", (4, 10, 20, 10)),
        ("line", (8, 3, 8, 7)),
        ("line", (16, 3, 16, 7)),
    ),
    "desk": (("circle", (12, 8, 3.2)), ("curve", (5, 20, 5, 14, 19, 14, 19, 20))),
    "people": (
        ("circle", (9, 8, 3)),
        ("curve", (3, 20, 3, 14, 15, 14, 15, 20)),
        ("circle", (17, 9, 2.4)),
        ("curve", (16, 14.5, 21, 14.5, 21, 19, 21, 19)),
    ),
    "book": (("circle", (12, 12, 8)), ("poly", (12, 7.5, 12, 12, 15.5, 14))),
    "cases": (
        ("rect", (4, 8, 16, 11, 2)),
        ("curve", (9, 8, 9, 4, 15, 4, 15, 8)),
        ("line", (4, 13, 20, 13)),
    ),
    "groups": (
        ("circle", (12, 7, 2.6)),
        ("circle", (6, 11, 2.2)),
        ("circle", (18, 11, 2.2)),
        ("curve", (8, 20, 8, 14, 16, 14, 16, 20)),
    ),
    "notes": (
        ("rect", (5, 3.5, 14, 17, 2)),
        ("line", (8.5, 9, 15.5, 9)),
        ("line", (8.5, 13, 15.5, 13)),
        ("line", (8.5, 17, 12.5, 17)),
    ),
    "reports": (
        ("line", (5, 20, 20, 20)),
        ("rect", (6, 12, 3, 8, 0.6)),
        ("rect", (11, 7, 3, 13, 0.6)),
        ("rect", (16, 10, 3, 10, 0.6)),
    ),
    "admin": (("circle", (12, 12, 3)), ("circle", (12, 12, 7.6))),
    "search": (("circle", (11, 11, 6)), ("line", (15.5, 15.5, 20, 20))),
    "lock": (("rect", (6, 11, 12, 9, 2)), ("curve", (8.5, 11, 8.5, 4, 15.5, 4, 15.5, 11))),
    "user": (
        ("circle", (12, 12, 8.4)),
        ("circle", (12, 10, 2.6)),
        ("curve", (7, 18, 8, 13.8, 16, 13.8, 17, 18)),
    ),
    "check": (("poly", (5, 12.5, 10, 17.5, 19, 7.5)),),
    "cross": (("line", (6.5, 6.5, 17.5, 17.5)), ("line", (17.5, 6.5, 6.5, 17.5))),
    "print": (
        ("poly", (8, 9, 8, 4, 16, 4, 16, 9)),
        ("rect", (4, 9, 16, 7.5, 2)),
        ("rect", (8, 14, 8, 6, 0.6)),
    ),
    "save": (
        ("poly", (5, 15, 5, 19, 19, 19, 19, 15)),
        ("line", (12, 4, 12, 14.5)),
        ("poly", (8, 10.7, 12, 14.7, 16, 10.7)),
    ),
    "back": (("line", (5, 12, 19.5, 12)), ("poly", (11, 6, 5, 12, 11, 18))),
    "language": (
        ("circle", (12, 12, 8)),
        ("line", (4, 12, 20, 12)),
        ("curve", (12, 4, 7.4, 9, 7.4, 15, 12, 20)),
        ("curve", (12, 4, 16.6, 9, 16.6, 15, 12, 20)),
    ),
    "backup": (
        ("rect", (4, 13, 16, 6.5, 2)),
        ("line", (12, 3.5, 12, 10)),
        ("poly", (9, 7.2, 12, 10.2, 15, 7.2)),
        ("dot", (16.5, 16.2, 1)),
    ),
    "warning": (
        ("poly", (12, 4, 21, 19.5, 3, 19.5, 12, 4)),
        ("line", (12, 10, 12, 14.2)),
        ("dot", (12, 17, 1)),
    ),
    "priority": (("line", (12, 5, 12, 19.5)), ("poly", (6.2, 10.8, 12, 5, 17.8, 10.8))),
    "wall": (
        ("rect", (3.5, 5, 17, 11, 1.6)),
        ("line", (9, 20, 15, 20)),
        ("line", (12, 16, 12, 20)),
    ),
    "door": (
        ("rect", (6.5, 3.5, 11, 17, 1)),
        ("line", (4, 20.5, 20, 20.5)),
        ("dot", (14.4, 12.4, 2.6)),
    ),
    "plus": (("line", (12, 5.5, 12, 18.5)), ("line", (5.5, 12, 18.5, 12))),
    "phone": (("rect", (7, 3, 10, 18, 2)), ("line", (10.5, 17.7, 13.5, 17.7))),
    "eye": (
        ("curve", (3, 12, 8, 5.4, 16, 5.4, 21, 12)),
        ("curve", (3, 12, 8, 18.6, 16, 18.6, 21, 12)),
        ("circle", (12, 12, 2.6)),
    ),
}
_dressed: WeakSet[QAbstractButton] = WeakSet()
_SHARPNESS = 3  # pixels per unit, so that a 150 % screen still gets clean lines


def icon(name: str, token: str = "ink", size: int = 24) -> QIcon:
    """The named icon in a colour of the present theme, `size` pixels at 100 % text."""
    theme = look().theme
    return _drawn(name, getattr(theme.palette, token), theme.px(size))


def dress(button: QAbstractButton, name: str, token: str = "ink", size: int = 18) -> None:
    """Give a button an icon that is drawn anew whenever the theme changes."""
    _follow_the_look()
    _dressed.add(button)
    for key, value in (("icon_name", name), ("icon_token", token), ("icon_px", size)):
        button.setProperty(key, value)
    redress(button)


def redress(button: QAbstractButton) -> None:
    """Draw a dressed button's icon in the present theme."""
    size = button.property("icon_px")
    side = look().theme.px(size)
    button.setIcon(icon(button.property("icon_name"), button.property("icon_token"), size))
    button.setIconSize(QSize(side, side))


@lru_cache(maxsize=1)
def _follow_the_look() -> None:
    look().changed.connect(_redress_all)


def _redress_all() -> None:
    # Not by asking Qt for all widgets: some may be going while the list of them is made.
    for button in list(_dressed):
        if isValid(button):
            redress(button)


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, side: int) -> QIcon:
    pixmap = QPixmap(side * _SHARPNESS, side * _SHARPNESS)
    pixmap.setDevicePixelRatio(_SHARPNESS)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(side / 24, side / 24)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(QColor(colour), 1.75, Qt.PenStyle.SolidLine, cap, join))
    for kind, numbers in SHAPES[name]:
        _stroke(painter, kind, numbers)
    painter.end()
    return QIcon(pixmap)


def _stroke(painter: QPainter, kind: str, n: tuple[float, ...]) -> None:
    if kind == "line":
        painter.drawLine(QPointF(n[0], n[1]), QPointF(n[2], n[3]))
    elif kind == "circle":
        painter.drawEllipse(QPointF(n[0], n[1]), n[2], n[2])
    elif kind == "rect":
        painter.drawRoundedRect(QRectF(n[0], n[1], n[2], n[3]), n[4], n[4])
    elif kind == "dot":
        painter.setBrush(painter.pen().color())
        painter.drawEllipse(QPointF(n[0], n[1]), n[2] / 3, n[2] / 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.drawPath(_path(kind, [QPointF(x, y) for x, y in zip(n[::2], n[1::2], strict=True)]))


def _path(kind: str, points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    if kind == "curve":
        path.cubicTo(points[1], points[2], points[3])
    else:
        for point in points[1:]:
            path.lineTo(point)
    return path
