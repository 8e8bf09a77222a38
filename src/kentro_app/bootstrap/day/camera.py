"""Pictures of the windows, numbered in the order in which they were taken."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from kentro_app.bootstrap.day.hands import StepFailed, pause

_SETTLED = 0.15
_SHADE = 90  # of 255, over the window that waits for a dialog
_SMALLEST_FILE = 0  # Qt's «quality» of a PNG is how little it is compressed


class Camera:
    """Keeps its pictures in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pictures: list[str] = []

    def take(self, window: QWidget, name: str, over: QWidget | None = None) -> None:
        """A picture of the window as it is now, with a dialog `over` its middle if there is one.

        Raises `StepFailed` if it cannot be kept.
        """
        pause(_SETTLED)
        file = f"{len(self.pictures) + 1:02}-{name}.png"
        picture = window.grab()
        if over is not None:
            _lay_over(picture, over.grab())
        image = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
        if not image.save(str(self._folder / file), quality=_SMALLEST_FILE):
            raise StepFailed(f"{file} could not be written")
        self.pictures.append(file)


def _lay_over(picture: QPixmap, dialog: QPixmap) -> None:
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, _SHADE))
    place = dialog.rect()
    place.moveCenter(picture.rect().center())
    painter.drawPixmap(place.topLeft(), dialog)
    painter.end()
