"""A picture of a window with whatever lies over it, and what becomes of it on the disk."""

from io import BytesIO

from PIL import Image
from PySide6.QtCore import QBuffer, QPoint, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from kentro_app.gui.style import look

_AROUND = 14
_COLOURS = 96


def picture(window):
    """The window as somebody sees it: its dialogs and open menus are in the picture."""
    image = window.grab()
    painter = QPainter(image)
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible() and _belongs(widget, window):
            _paint_over(painter, widget, window)
    painter.end()
    return image.toImage()


def cut_out(image, window, widgets):
    """The part of the picture in which these widgets are, with a little air around them."""
    area = QRect()
    for widget in widgets:
        area |= QRect(_place(widget, window), widget.size())
    return image.copy(area.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) & image.rect())


def save(image, file):
    """The picture as it is."""
    file.parent.mkdir(parents=True, exist_ok=True)
    assert image.save(str(file)), file


def save_small(image, file):
    """The picture with few colours, the same bytes each time: for what ships."""
    file.parent.mkdir(parents=True, exist_ok=True)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")
    taken = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    few = taken.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def _belongs(widget, window):
    return isinstance(widget, QDialog | QMenu) or widget.parentWidget() is not None


def _place(widget, window):
    """Where it is in the picture: no window manager puts dialogs in the middle here."""
    if isinstance(widget, QDialog):
        return window.rect().center() - widget.rect().center()
    return widget.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))


def _paint_over(painter, widget, window):
    place = _place(widget, window)
    painter.drawPixmap(place, widget.grab())
    if isinstance(widget, QDialog):
        painter.setPen(QColor(look().theme.palette.edge))
        painter.drawRect(QRect(place, widget.size()).adjusted(0, 0, -1, -1))
