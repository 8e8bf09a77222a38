"""Locking: a cover after two quiet minutes, the end of the process after ten or on demand.

The cover keeps keys and unsaved work in memory; only the end of the process removes them, hence
the second, harder lock.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShortcut,
    QShortcutEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from kentro_app.gui.cover import Cover
from kentro_app.gui.suspend import Suspension

LOCKED = 10
"""The exit code that brings the log-in back; `launcher.LOCKED`."""

_LOCK_KEYS = ("Ctrl+L", "F12")
_ACTIVITY = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
# To ask an event for its type takes longer than to see what it is.
_MAY_MATTER = (QShortcutEvent, QKeyEvent, QMouseEvent, QWheelEvent, QTouchEvent)


def end_session() -> None:
    """Hard lock, and the way to another user: this process ends and the log-in comes back."""
    QCoreApplication.exit(LOCKED)


@dataclass(frozen=True, slots=True)
class Patience:
    """Milliseconds without a touch until the cover, and until the end."""

    soft: int
    hard: int


class Guard(QObject):
    """Watches for idleness over one window. `Ctrl+L` and F12 lock hard at once."""

    covered = Signal(bool)

    def __init__(
        self,
        window: QWidget,
        cover: Cover,
        patience: Patience,
        end: Callable[[], None] = end_session,
    ) -> None:
        super().__init__(window)
        self._cover = cover
        self._end = end
        self._soft = QTimer(self, singleShot=True, interval=patience.soft)
        self._hard = QTimer(self, singleShot=True, interval=patience.hard)
        self._soft.timeout.connect(self.cover_up)
        self._hard.timeout.connect(end)
        cover.opened.connect(self._uncovered)
        cover.end_asked.connect(end)
        for keys in _LOCK_KEYS:
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)
        Suspension(self.cover_up, self).listen()
        self._restart()

    def cover_up(self) -> None:
        """Soft lock."""
        if not self._cover.isVisible():
            self._soft.stop()
            self._cover.cover_up()
            self.covered.emit(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every event of the program comes by, some hundred with each key: most are none of ours.
        if not isinstance(event, _MAY_MATTER):
            return False
        if isinstance(event, QShortcutEvent) and event.key().toString() in _LOCK_KEYS:
            # Here and not by the shortcut's signal: a button that shows the same keys would make
            # them ambiguous, and nothing would happen.
            self._end()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and _locks(event):
            self._end()  # under a dialog that stops the window, its shortcuts are silent
            return True
        if isinstance(event, QShortcutEvent) and self._cover.isVisible():
            return True  # no key works on what lies beneath the cover
        if event.type() in _ACTIVITY and not self._cover.isVisible():
            self._restart()
        return False

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended:
            self.cover_up()

    def _uncovered(self) -> None:
        self.covered.emit(False)
        self._restart()

    def _restart(self) -> None:
        self._soft.start()
        self._hard.start()


def _locks(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()).toString() in _LOCK_KEYS
