"""The keyboard and nothing else: keys go to whatever has the focus, as they do at a desk."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kentro_app.bootstrap.day.hands import type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
ENTER = Qt.Key.Key_Return
MOST_TABS = 60


def press(qtbot, *keys, modifier=PLAIN):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def write(text):
    """Type where the cursor is, in any alphabet."""
    type_text(QApplication.focusWidget(), text)


def tab_to(qtbot, widget):
    """Tab until the widget has the cursor; fails where Tab never leads there."""
    for _turn in range(MOST_TABS):
        if widget.hasFocus():
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {widget.accessibleName()}")


def retype(qtbot, widget, text):
    """Tab there and type in the place of what is there."""
    tab_to(qtbot, widget)
    press(qtbot, Qt.Key.Key_A, modifier=CTRL)
    write(text)
