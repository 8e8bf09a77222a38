"""One picture of the guide, as large as it is or as the screen allows."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from kentro_app.gui.theme import S
from kentro_app.i18n import _

_AROUND = 80  # pixels of the screen that stay in sight, so that one sees where one is


class Enlarged(QDialog):
    """Esc or a click anywhere closes it."""

    def __init__(self, file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Picture of the guide"))
        self.picture = QLabel()
        self.picture.setAccessibleName(_("Picture of the guide"))
        self.picture.setPixmap(self._fitting(QImage(str(file))))
        column = QVBoxLayout(self)
        column.setContentsMargins(S, S, S, S)
        column.addWidget(self.picture)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.accept()

    def _fitting(self, image: QImage) -> QPixmap:
        room = self.screen().availableSize() - QSize(_AROUND, _AROUND)
        if image.width() > room.width() or image.height() > room.height():
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        return QPixmap.fromImage(image)
