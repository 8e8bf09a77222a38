"""Asking again when the data has changed, but only while somebody looks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from kentro_app.domain.changes import Topic
from kentro_app.gui.desk import Desk


class Fresh(QObject):
    """Calls `refresh` when `seen` is first shown, and later when any of `topics` has changed."""

    def __init__(
        self, seen: QWidget, desk: Desk, topics: frozenset[Topic], refresh: Callable[[], None]
    ) -> None:
        super().__init__(seen)
        self._seen, self._topics, self._refresh = seen, topics, refresh
        self._stale = True
        desk.data_changed.connect(self._on_change)
        seen.installEventFilter(self)

    def look_again(self) -> None:
        """Ask now, or when somebody looks again."""
        self._stale = not self._seen.isVisible()
        if not self._stale:
            self._refresh()

    # Qt's interface

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._stale:
            self._stale = False
            self._refresh()
        return False

    def _on_change(self, topics: frozenset[Topic]) -> None:
        if topics & self._topics:
            self.look_again()
