"""The toast of the main window: in the free room of the top bar, where it covers no button."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kentro_app.gui.theme import L, M
from kentro_app.gui.widgets.notices import Toast


class TopToast(Toast):
    """Ends left of `beside`, at its height: near the field whose work it speaks of."""

    def __init__(self, host: QWidget) -> None:
        self._beside: QWidget | None = None
        super().__init__(host)

    def stay_left_of(self, beside: QWidget) -> None:
        """From now on; `beside` lies somewhere in the host."""
        self._beside = beside

    def _settle(self) -> None:
        super()._settle()
        if self._beside is not None:
            corner = self._beside.mapTo(self._host, QPoint(0, 0))
            middle = corner.y() + self._beside.height() // 2
            left = max(corner.x() - M - self.width(), L)
            self.move(left, max(middle - self.height() // 2, 2))
