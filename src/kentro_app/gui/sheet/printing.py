"""Putting pages on a printer, one at a time, so that the window stays alive meanwhile."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from kentro_app.gui.papers import PageImage
from kentro_app.gui.ports import Prepares
from kentro_app.gui.sheet.preview import as_image


class PrintJob(QObject):
    """Draws a page on the paper lane, paints it here, asks for the next.

    `done` is told at the end, `failed` if a page cannot be drawn or the printer refuses.
    """

    def __init__(
        self, printer: QPrinter, pages: Iterator[PageImage], lane: Prepares, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._printer, self._pages, self._lane = printer, pages, lane
        self._painter = QPainter()
        self._started = False

    def start(self, done: Callable[[bool], None], failed: Callable[[Exception], None]) -> None:
        """Begin; `done` hears whether the printer took it."""
        self._done, self._failed = done, failed
        self._next()

    def _next(self) -> None:
        self._lane.prepare(
            lambda: next(self._pages, None), self._paint, self._give_up, owner=self.parent()
        )

    def _paint(self, page: PageImage | None) -> None:
        if page is None:
            self._end(True)
            return
        ready = self._printer.newPage() if self._started else self._painter.begin(self._printer)
        if not ready:
            self._end(False)
            return
        self._started = True
        image = as_image(page)
        self._painter.drawImage(QRectF(self._painter.viewport()), image)
        self._next()

    def _give_up(self, error: Exception) -> None:
        self._stop()
        self._failed(error)

    def _end(self, taken: bool) -> None:
        self._stop()
        self._done(taken)

    def _stop(self) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.deleteLater()
