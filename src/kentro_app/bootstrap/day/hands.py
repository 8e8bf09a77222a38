"""The hands of whoever drives the day: keys and mouse on the real widgets, and some patience."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

PATIENCE = 30.0
_BEAT_MS = 20
_CLICK = QTest.KeyAction.Click
_PLAIN = Qt.KeyboardModifier.NoModifier


class StepFailed(Exception):
    """A step did not lead where it should; the words say what was missing."""


def until(condition: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
    """Let the program work until the condition holds. Raises `StepFailed` with `what`."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise StepFailed(what)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _BEAT_MS)


def pause(seconds: float) -> None:
    """Let what has just happened be painted."""
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() > end, "")


def type_text(field: QWidget, text: str) -> None:
    """Type, key by key, in any alphabet."""
    _require_usable(field)
    for sign in text:
        key = Qt.Key(ord(sign.upper())) if sign.isascii() else Qt.Key.Key_unknown
        QTest.sendKeyEvent(_CLICK, field, key, sign, _PLAIN)


def type_over(field: QLineEdit, text: str) -> None:
    """Type in the place of what is there."""
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
    """Press one key, or a combination, where `widget` has the focus."""
    _require_usable(widget)
    QTest.keyClick(widget, key, modifier)


def click(widget: QWidget) -> None:
    """Click into the middle."""
    _require_usable(widget)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def pick(button: QPushButton, menu: QMenu, place: int) -> None:
    """Open a button's menu and click one of its entries."""

    def click_entry() -> None:
        if menu.isVisible():
            waiting.stop()
            middle: QPoint = menu.actionGeometry(menu.actions()[place]).center()
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, _PLAIN, middle)

    waiting = QTimer(menu, interval=_BEAT_MS)
    waiting.timeout.connect(click_entry)
    waiting.start()
    click(button)  # comes back when the menu is closed
    until(lambda: not menu.isVisible(), "the menu did not close")


def _require_usable(widget: QWidget) -> None:
    name = widget.accessibleName() or type(widget).__name__
    until(lambda: widget.isVisible() and widget.isEnabled(), f"“{name}” cannot be used")
