"""Opening the wall, on the second screen where there is one, and closing it with the session."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kentro_app.gui.office import Office
from kentro_app.gui.wall.view import Wall


class WallKeeper(QObject):
    """One wall for the window that `place` belongs to; it closes when that window does."""

    def __init__(self, office: Office, place: QWidget) -> None:
        super().__init__(place)
        self._office, self._place = office, place
        self.wall: Wall | None = None

    def open(self) -> Wall:
        """Show the wall, or bring it to the front."""
        window = self._place.window()
        if self.wall is None:
            self.wall = Wall(self._office)
            window.installEventFilter(self)
        if not self.wall.isVisible():
            self._put(self.wall, window)
        self.wall.raise_()
        return self.wall

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self.wall is not None:
            wall, self.wall = self.wall, None
            watched.removeEventFilter(self)
            wall.close()
            wall.deleteLater()
        return False

    def _put(self, wall: Wall, window: QWidget) -> None:
        other = other_screen(QGuiApplication.screens(), window.screen())
        if other is None:
            wall.show()
            return
        wall.setGeometry(other.availableGeometry())
        wall.showFullScreen()
        window.activateWindow()  # the keyboard stays with the desk


def other_screen(screens: list[QScreen], desk: QScreen) -> QScreen | None:
    """The screen that the desk's window is not on, if there is one."""
    return next((screen for screen in screens if screen is not desk), None)
