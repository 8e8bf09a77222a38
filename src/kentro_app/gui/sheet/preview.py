"""Pages as they will come out of the printer, to look at and to enlarge.

A page is drawn, on the paper lane, when it comes into sight, and forgotten when it leaves it: the
pictures of a full day would be a hundred megabytes. Until then its paper is white.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kentro_app.gui.papers import NO_PAGES, PageImage, Pages
from kentro_app.gui.ports import Prepares
from kentro_app.gui.theme import L
from kentro_app.i18n import _

ZOOMS = (50, 75, 100, 125, 150, 200)
_WIDE = 820  # a page at 100 %, in pixels
_PAPER = "#FFFFFF"


class Preview(QScrollArea):
    """`zoomed` carries the per cent; `failed` hears of a page that could not be drawn."""

    zoomed = Signal(int)

    def __init__(
        self, lane: Prepares, failed: Callable[[Exception], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lane, self._failed = lane, failed
        self._shown = NO_PAGES
        self._sheets: list[PageSheet] = []
        self._drawing = False
        self.zoom = 100
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look)
        self._paper = _Paper()
        self._paper.resized.connect(self._later.start)
        self._column = QVBoxLayout(self._paper)
        self._column.setContentsMargins(L, L, L, L)
        self._column.setSpacing(L)
        self._column.addStretch(1)
        self.setWidget(self._paper)
        self.setWidgetResizable(True)
        self.setProperty("surface", "sunken")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._later.start())

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._sheets)

    @property
    def drawn(self) -> bool:
        """Whether every page in sight is drawn, as large as it is shown."""
        in_sight = [sheet for sheet in self._sheets if self._in_sight(sheet)]
        return bool(in_sight) and all(sheet.is_drawn for sheet in in_sight)

    def show_pages(self, pages: Pages) -> None:
        """Show these instead."""
        self._shown = pages
        for sheet in self._sheets:
            self._column.removeWidget(sheet)
            sheet.deleteLater()
        self._sheets = [PageSheet(self._paper) for _size in pages.sizes]
        for place, sheet in enumerate(self._sheets):
            self._column.insertWidget(place, sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self.retranslate()
        self._fit()

    def set_waiting(self, waiting: bool) -> None:
        """Show that another picture, or a paper, is being made."""
        if waiting:
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(_("Preview"))
        for number, sheet in enumerate(self._sheets, start=1):
            words = _("page {page} of {pages}").format(page=number, pages=len(self._sheets))
            sheet.setAccessibleName(words)

    def step_zoom(self, by: int) -> None:
        """The next size up or down."""
        near = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self.zoom))
        self.zoom = ZOOMS[min(max(near + by, 0), len(ZOOMS) - 1)]
        self._fit()
        self.zoomed.emit(self.zoom)

    # Qt's interface

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # the parts

    def _fit(self) -> None:
        """Give every page its room; what is in sight then is drawn in the turns that follow."""
        fitting = min(_WIDE, max(self.viewport().width() - 2 * L, 200))
        width = round(fitting * self.zoom / 100)
        for sheet, (wide, high) in zip(self._sheets, self._shown.sizes, strict=True):
            sheet.setFixedSize(width, round(width * high / wide))
        self._later.start()

    def _look(self) -> None:
        """Forget what has left the sight; have the first page drawn that needs it."""
        wanted = None
        for place, sheet in enumerate(self._sheets):
            if not self._in_sight(sheet):
                sheet.show_picture(None, 0)
            elif wanted is None and not sheet.is_drawn:
                wanted = place
        if wanted is not None and not self._drawing:
            self._ask(wanted)

    def _ask(self, place: int) -> None:
        shown, sheet = self._shown, self._sheets[place]

        def show(picture: QImage) -> None:
            self._drawing = False
            self._later.start()
            if shown is self._shown:
                sheet.show_picture(picture, width)

        self._drawing, width = True, sheet.sharp_width
        job = partial(_picture, shown, place, width)
        self._lane.prepare(job, show, self._give_up, owner=self)

    def _give_up(self, error: Exception) -> None:
        self._drawing = False
        self._failed(error)

    def _in_sight(self, sheet: "PageSheet") -> bool:
        place = sheet.mapTo(self.viewport(), sheet.rect().topLeft())
        return self.viewport().rect().intersects(QRect(place, sheet.size()))


class PageSheet(QWidget):
    """One page: white paper, and its picture while it is in sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self._width = 0

    @property
    def sharp_width(self) -> int:
        """How many dots of the screen it is wide."""
        return round(self.width() * self.devicePixelRatioF())

    @property
    def is_drawn(self) -> bool:
        """Whether its picture has the size that it is shown in."""
        return self._picture is not None and self._width == self.sharp_width

    def show_picture(self, picture: QImage | None, width: int) -> None:
        """Show this, drawn to be so many dots wide; None leaves the white paper."""
        if picture is not self._picture:
            self._picture, self._width = picture, width
            self.update()

    # Qt's interface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is None:
            painter.fillRect(event.rect(), QColor(_PAPER))
        else:
            painter.drawImage(self.rect(), self._picture)


class _Paper(QWidget):
    """What is scrolled; `resized` when the pages may lie elsewhere than before."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def _picture(pages: Pages, place: int, width: int) -> QImage:
    # As the screen has it, so that painting is copying: what is left to do there is done here.
    return as_image(pages.draw(place, width)).convertToFormat(QImage.Format.Format_RGB32)


def as_image(page: PageImage) -> QImage:
    """The page as Qt paints it; it owns its bytes."""
    width, height, raw = page
    return QImage(raw, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
