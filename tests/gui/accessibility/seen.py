"""What is on the screen: the widgets somebody sees, and those they can do something with."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from kentro_app.gui.cover import Cover
from kentro_app.gui.palette.view import Palette

OPERABLE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_COVERING = (Cover, Palette)
_PARTS = (QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView)


def front(window):
    """What one can work in: the topmost dialog, what covers the window, or the window."""
    modal = QApplication.activeModalWidget()
    top = modal if modal is not None else window
    over = [w for w in top.findChildren(QWidget) if isinstance(w, _COVERING) and w.isVisible()]
    return over[-1] if over else top


def seen(window):
    """Every visible widget, parts inside a spin box or a combo box left out."""
    top = front(window)
    return [
        widget
        for widget in (top, *top.findChildren(QWidget))
        if widget.isVisible() and not _is_part(widget) and _has_room(widget)
    ]


def is_covered(widget, window):
    """Whether a notice lies over the middle of it, for as long as it is there."""
    top = front(window)
    there = top.childAt(place(widget, top).center())
    return there is not None and there is not widget and not widget.isAncestorOf(there)


def operable(window):
    """What somebody can click, type into or choose from."""
    return [widget for widget in seen(window) if is_operable(widget)]


def is_operable(widget):
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit) and widget.isReadOnly():
        return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled()
    return isinstance(widget, OPERABLE) and widget.isEnabled()


def called(widget):
    """For a person who reads a finding: kind, name and words of a widget, and where it is."""
    words = getattr(widget, "text", lambda: "")()
    text = words if isinstance(words, str) else ""
    above = widget.parentWidget()
    home = type(above).__name__ if above is not None else ""
    name = widget.accessibleName() or text or widget.objectName()
    return f"{type(widget).__name__} “{name[:50]}” in {home}"


def place(widget, within):
    """The widget's rectangle in the coordinates of the window."""
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())


def _has_room(widget):
    return widget.width() > 0 and widget.height() > 0


def _is_part(widget):
    if isinstance(widget, QScrollBar | QHeaderView):
        return True
    if widget.objectName() == "qt_spinbox_lineedit":
        return True
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, _PARTS) and not isinstance(above, QAbstractScrollArea):
            return True
        if isinstance(above, QAbstractItemView):
            return True
        above = above.parentWidget()
    return False
