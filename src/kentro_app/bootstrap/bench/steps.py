"""Doing things in a session's window step by step, and seeing when the screen has them.

A step gives what to wait for before the next: so many milliseconds of nothing, or until something
is so. Keys are real key events.
"""

import json
import sys
from collections.abc import Callable, Generator
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_LOOK_MS: Final = 1
_PATIENCE_S: Final = 120.0

Wait = int | Callable[[], bool]
Steps = Generator[Wait, None, None]


class Script(QObject):
    """Takes the steps; at the end, and where something never comes, tells `facts` as JSON.

    `facts` is what was measured, filled by the steps; `doing` in it says what is being waited for.
    """

    def __init__(self, window: QWidget, steps: Steps, facts: dict[str, Any]) -> None:
        super().__init__(window)
        self._steps, self._facts = steps, facts
        self._since = perf_counter()
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        try:
            wait = next(self._steps, None)
        except Exception:
            tell_facts({"gave_up": self._facts.get("doing", "")})
            raise
        if wait is None:
            self._facts.pop("doing", None)
            tell_facts(self._facts)
        elif callable(wait):
            self._since = perf_counter()
            self._await(wait)
        else:
            QTimer.singleShot(wait, self, self._next)

    def _await(self, seen: Callable[[], bool]) -> None:
        if seen():
            self._next()
        elif perf_counter() - self._since > _PATIENCE_S:
            tell_facts({"gave_up": self._facts.get("doing", "")})
        else:
            QTimer.singleShot(_LOOK_MS, self, lambda: self._await(seen))


class PaintWatch(QObject):
    """Says how long it takes until one of `widgets` shows something: `begin`, then `expect` it.

    The time ends when everything that is painted together with it is on the screen.
    """

    _OVER: Final = QEvent.Type(QEvent.registerEventType())

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self._began = 0.0
        self._due: QWidget | None = None
        self.taken: float | None = None
        for widget in widgets:
            widget.installEventFilter(self)

    def begin(self) -> None:
        """From now on."""
        self._began, self.taken, self._due = perf_counter(), None, None

    def expect(self, widget: QWidget) -> None:
        """What was waited for has come: the next painting counts, and there will be one."""
        self._due = widget
        widget.update()

    def painted(self) -> bool:
        """Whether it is on the screen; `taken` has the seconds then."""
        return self.taken is not None

    # Qt's interface

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._due:
            self._due = None
            # Heard when the painting, of which this is a part, is through; before anything else.
            over = QEvent(self._OVER)
            QCoreApplication.postEvent(self, over, Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == self._OVER:
            self.taken = perf_counter() - self._began
            return True
        return super().event(event)


def press(field: QWidget, key: Qt.Key, text: str = "") -> None:
    """A key, down and up, as it comes from the keyboard."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.postEvent(field, event)


def type_text(field: QWidget, text: str, pace: int) -> Steps:
    """Letter by letter, so many milliseconds apart; all at once with none."""
    field.setFocus()
    for letter in text:
        press(field, Qt.Key.Key_unknown, letter)
        if pace:
            yield pace


def around(
    owner: object,
    name: str,
    *,
    before: Callable[[], object] = lambda: None,
    after: Callable[[], object] = lambda: None,
) -> None:
    """Do something before and after every call of a method."""
    method = getattr(owner, name)

    def wrapped(*arguments: Any) -> None:
        before()
        method(*arguments)
        after()

    setattr(owner, name, wrapped)


def tell_facts(facts: dict[str, Any]) -> None:
    """One line of JSON for whoever started this."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()
