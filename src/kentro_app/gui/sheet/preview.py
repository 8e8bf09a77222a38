"""Pages as they will come out of the printer, to look at and to enlarge."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from kentro_app.gui.papers import PageImage
from kentro_app.gui.theme import L
from kentro_app.i18n import _

ZOOMS = (50, 75, 100, 125, 150, 200)
_WIDE = 820  # a page at 100 %, in pixels


class Preview(QScrollArea):
    """`zoomed` carries the per cent."""

    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images: list[QImage] = []
        self._labels: list[QLabel] = []
        self.zoom = 100
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._draw)
        self._paper = QWidget()
        self._column = QVBoxLayout(self._paper)
        self._column.setContentsMargins(L, L, L, L)
        self._column.setSpacing(L)
        self._column.addStretch(1)
        self.setWidget(self._paper)
        self.setWidgetResizable(True)
        self.setProperty("surface", "sunken")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._images)

    def show_pages(self, pages: tuple[PageImage, ...]) -> None:
        """Show these instead."""
        for label in self._labels:
            self._column.removeWidget(label)
            label.deleteLater()
        self._images = [as_image(page) for page in pages]
        self._labels = [QLabel() for _page in self._images]
        for place, label in enumerate(self._labels):
            self._column.insertWidget(place, label, 0, Qt.AlignmentFlag.AlignHCenter)
        self.retranslate()
        self._draw()

    def set_waiting(self, waiting: bool) -> None:
        """Show that another picture, or a paper, is being made."""
        if waiting:
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(_("Preview"))
        for number, label in enumerate(self._labels, start=1):
            words = _("page {page} of {pages}").format(page=number, pages=len(self._labels))
            label.setAccessibleName(words)

    def set_zoom(self, percent: int) -> None:
        """Enlarge or reduce, within what is sensible."""
        self.zoom = min(max(percent, ZOOMS[0]), ZOOMS[-1])
        self._draw()
        self.zoomed.emit(self.zoom)

    def step_zoom(self, by: int) -> None:
        """The next size up or down."""
        near = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self.zoom))
        self.set_zoom(ZOOMS[min(max(near + by, 0), len(ZOOMS) - 1)])

    # Qt's interface

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _draw(self) -> None:
        """Draw the first page that is not drawn in this size; the next one in the next turn."""
        sharp = self.devicePixelRatioF()
        fitting = min(_WIDE, max(self.viewport().width() - 2 * L, 200))
        width = round(fitting * self.zoom / 100 * sharp)
        smooth = Qt.TransformationMode.SmoothTransformation
        for image, label in zip(self._images, self._labels, strict=True):
            if label.pixmap().width() == width:
                continue
            pixmap = QPixmap.fromImage(image.scaledToWidth(width, smooth))
            pixmap.setDevicePixelRatio(sharp)
            label.setPixmap(pixmap)
            # A whole sheet at once would hold up whoever types for a quarter of a second.
            self._later.start()
            return


def as_image(page: PageImage) -> QImage:
    """The page as Qt paints it; it owns its bytes."""
    width, height, raw = page
    return QImage(raw, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
