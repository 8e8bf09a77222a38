"""Somebody without a plan at the keyboard: clicks, types and presses keys wherever they can.

The same seed does the same things as long as the windows are the same; `told` says what was done
last, for whoever has to find out why something broke.
"""

import random
from collections import deque

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)

_TYPED = (
    "παπαδ",
    "Papadopoulos",
    "697 1234567",
    "21118501242",
    "A-001",
    "'; DROP TABLE persons; --",
    '"*" OR names : (',
    "=1+1",
    "31/02/2026",
    "+14",
    "9:75",
    "محمد",
    "Шевченко",
    "\u202eabc\x00\x07",
    "ά" * 40,
    "x" * 3000,
    " ",
)
_KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3),
    *(getattr(Qt.Key, f"Key_F{n}") for n in range(1, 12)),
)
_WITH_CONTROL = (*"KPDLNSAZ", "Return")
_OPERABLE = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractItemView, QAbstractSpinBox)
_NOTHING = Qt.KeyboardModifier.NoModifier


class Ape:
    """`act` does one thing. Menus, file and print dialogs, which wait for an answer, get one."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.told: deque[str] = deque(maxlen=25)
        self.done: dict[str, int] = {}
        self._keeper = QTimer(interval=15)
        self._keeper.timeout.connect(self._answer)
        self._keeper.start()

    def stop(self) -> None:
        """No more answers."""
        self._keeper.stop()

    def act(self) -> None:
        """One click, key or word, somewhere."""
        window = QApplication.activeModalWidget() or self._window()
        if window is None:
            QTest.qWait(5)
            return
        deed = self.dice.choices((self._click, self._type, self._press, self._chord), (6, 3, 4, 1))
        deed[0](window)

    def _window(self) -> QWidget | None:
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and not _is_popup(w)]
        return self.dice.choice(sorted(shown, key=lambda w: type(w).__name__)) if shown else None

    def _click(self, window: QWidget) -> None:
        found = [w for w in window.findChildren(QWidget) if _is_operable(w)]
        if not found:
            return
        widget = self.dice.choice(found)
        place = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
        at = QPoint(
            self.dice.randrange(max(place.width(), 1)), self.dice.randrange(max(place.height(), 1))
        )
        button = (
            Qt.MouseButton.RightButton if self.dice.random() < 0.1 else Qt.MouseButton.LeftButton
        )
        self._tell("click", widget)
        QTest.mouseClick(place, button, _NOTHING, at)

    def _type(self, window: QWidget) -> None:
        widget = _in_focus(window)
        text = self.dice.choice(_TYPED)
        self._tell(f"type {text[:12]!r}", widget)
        QApplication.sendEvent(widget, QKeyEvent(QKeyEvent.Type.KeyPress, 0, _NOTHING, text))

    def _press(self, window: QWidget) -> None:
        key = self.dice.choice(_KEYS)
        widget = _in_focus(window)
        self._tell(f"press {key.name}", widget)
        QTest.keyClick(widget, key)

    def _chord(self, window: QWidget) -> None:
        name = self.dice.choice(_WITH_CONTROL)
        widget = _in_focus(window)
        self._tell(f"press Ctrl+{name}", widget)
        key = getattr(Qt.Key, f"Key_{name}")
        QTest.keyClick(widget, key, Qt.KeyboardModifier.ControlModifier)

    def _tell(self, what: str, widget: QWidget) -> None:
        kind = type(widget).__name__
        self.told.append(f"{what} on {kind} “{widget.accessibleName()[:40]}”")
        self.done[kind] = self.done.get(kind, 0) + 1

    def _answer(self) -> None:
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            actions = [a for a in popup.actions() if a.isEnabled() and not a.isSeparator()]
            if actions and self.dice.random() < 0.5:
                action = self.dice.choice(actions)
                self.told.append(f"choose “{action.text()}”")
                popup.close()
                action.trigger()
            else:
                popup.close()
        elif popup is not None and self.dice.random() < 0.2:
            popup.close()
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QFileDialog) or type(modal).__name__ == "QPrintDialog":
            modal.reject()


def _in_focus(window: QWidget) -> QWidget:
    # A dialog of Qt's that was just answered may still hold the focus, unseen.
    widget = QApplication.focusWidget()
    return widget if widget is not None and widget.isVisible() else window


def _is_operable(widget: QWidget) -> bool:
    return isinstance(widget, _OPERABLE) and widget.isVisible() and widget.isEnabled()


def _is_popup(widget: QWidget) -> bool:
    return bool(widget.windowType() & Qt.WindowType.Popup & ~Qt.WindowType.Window)
