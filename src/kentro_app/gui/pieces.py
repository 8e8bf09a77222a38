"""Building a screen a piece per turn of the event loop, so that nobody feels it while typing.

A screen says in pieces how it is built: a generator that yields wherever the building may wait.
Widgets are put into their window from the outside inwards, and each as early as it can be: a
finished form that is moved into a card, into a page, into a window is styled anew every time.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

Pieces = Iterator[None]

_AFTER_MS = 600  # the screen that is open comes first
_PAUSE_MS = 30


class GettingReady(QObject):
    """Builds screens that are not asked for yet, one after the other, until all are built."""

    def __init__(self, *screens: Pieces, parent: QObject) -> None:
        super().__init__(parent)
        self._screens = list(screens)
        QTimer.singleShot(_AFTER_MS, self, self._next)

    def _next(self) -> None:
        while self._screens:
            for _piece in self._screens[0]:
                QTimer.singleShot(_PAUSE_MS, self, self._next)
                return
            del self._screens[0]


def finish(screen: Pieces) -> None:
    """Build what is left of it now: somebody wants to see it."""
    for _piece in screen:
        pass
