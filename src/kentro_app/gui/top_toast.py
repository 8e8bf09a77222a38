"""The toast of the main window: in the free room of the top bar, where it covers no button."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from kentro_app.gui.theme import L, M, S
from kentro_app.gui.widgets.notices import Toast

_NARROWEST = 400  # narrower, and a sentence takes more lines than the top bar has room for


class TopToast(Toast):
    """Lies between what `after` says and `beside`, at its height: near the field whose work it
    speaks of. A long sentence takes two lines rather than cover where one is."""

    def __init__(self, host: QWidget) -> None:
        self._between: tuple[QLabel, QWidget] | None = None
        super().__init__(host)

    def stay_between(self, after: QLabel, beside: QWidget) -> None:
        """From now on; both lie somewhere in the host."""
        self._between = after, beside

    def _settle(self) -> None:
        self._words.setWordWrap(False)
        self.setMinimumSize(0, 0)
        super()._settle()
        if self._between is None:
            return
        after, beside = self._between
        corner = beside.mapTo(self._host, QPoint(0, 0))
        said = after.fontMetrics().horizontalAdvance(after.text())
        free = corner.x() - M - after.mapTo(self._host, QPoint(said, 0)).x() - L
        if self.width() > free:
            self._wrap(max(free, _NARROWEST))
        left = max(corner.x() - M - self.width(), L)
        middle = corner.y() + beside.height() // 2
        self.move(left, max(middle - self.height() // 2, 2))

    def _wrap(self, width: int) -> None:
        self._words.setWordWrap(True)
        width = min(width, self.width())
        self.setMinimumHeight(0)
        self.resize(width, self._line.totalHeightForWidth(width) + S)
