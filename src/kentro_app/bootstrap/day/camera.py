"""Pictures of the windows, numbered in the order in which they were taken."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kentro_app.bootstrap.day.hands import StepFailed, pause

_SETTLED = 0.15
_SMALLEST_FILE = 0  # Qt's «quality» of a PNG is how little it is compressed


class Camera:
    """Keeps its pictures in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pictures: list[str] = []

    def take(self, window: QWidget, name: str) -> None:
        """A picture of the window as it is now. Raises `StepFailed` if it cannot be kept."""
        pause(_SETTLED)
        file = f"{len(self.pictures) + 1:02}-{name}.png"
        image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        if not image.save(str(self._folder / file), quality=_SMALLEST_FILE):
            raise StepFailed(f"{file} could not be written")
        self.pictures.append(file)
