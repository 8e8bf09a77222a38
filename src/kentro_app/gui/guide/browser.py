"""The page itself: rich text that follows theme and text size, with pictures as wide as it is."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from kentro_app.assets import resource
from kentro_app.gui.guide.enlarged import Enlarged
from kentro_app.gui.guide.markup import ENLARGE, to_html
from kentro_app.gui.guide.paper import page_of, style_of
from kentro_app.gui.style import look
from kentro_app.gui.theme import XL, L

_WIDEST = 760  # of a column of text, at 100 %: longer lines are hard to read
_SETTLE_MS = 80


class PageBrowser(QTextBrowser):
    """`followed` carries the target of a link within the guide."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._language, self._drawn_width = "", "el", 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._follow)
        self._wanted: list[str] = []
        self._next_picture = QTimer(self, singleShot=True, interval=0)
        self._next_picture.timeout.connect(self._bring_picture)
        self._later = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._later.timeout.connect(self._redraw)
        look().changed.connect(self._redraw)

    def show_text(self, markdown: str, language: str, anchor: str = "") -> None:
        """Show a page from its beginning or from an anchor on."""
        self._text, self._language = markdown, language
        self._draw()
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self.verticalScrollBar().setValue(0)

    # Qt's interface

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """An empty picture of the right size; the real ones come one by one, in turns of their own.

        Reading and scaling one takes as long as a page without any.
        """
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        url = name if isinstance(name, QUrl) else QUrl(name)
        name_there = url.fileName()
        if name_there not in self._wanted:
            self._wanted.append(name_there)
            self._next_picture.start()
        return self._empty(name_there)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow()
        if self._text and self._drawn_width != self._column():
            self._later.start()

    # the parts

    def _follow(self, url: QUrl) -> None:
        target = url.toString()
        if target.startswith(ENLARGE):
            Enlarged(self._file(target.removeprefix(ENLARGE)), self).open()
        else:
            self.followed.emit(target)

    def _draw(self) -> None:
        theme = look().theme
        self._narrow()
        self._drawn_width = self._column()
        self.document().clear()  # pictures of another width must not be kept
        self._wanted.clear()
        self.document().setDefaultStyleSheet(style_of(theme))
        self.setHtml(page_of(to_html(self._text, self._size), theme))

    def _redraw(self) -> None:
        bar = self.verticalScrollBar()
        part = bar.value() / max(bar.maximum(), 1)
        self._draw()
        bar.setValue(round(part * bar.maximum()))

    def _column(self) -> int:
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 * XL - bar
        return max(min(room, look().theme.px(_WIDEST)), 200)

    def _narrow(self) -> None:
        """Leave the column in the middle of whatever room there is."""
        bar = self.verticalScrollBar().sizeHint().width()
        side = max((self.width() - bar - self._column()) // 2, XL)
        self.setViewportMargins(side, L, side - bar if side - bar > 0 else 0, L)

    def _size(self, name: str) -> tuple[int, int]:
        natural = QImageReader(str(self._file(name))).size()
        width = min(natural.width(), self._column())
        return width, round(natural.height() * width / max(natural.width(), 1))

    def _empty(self, name: str) -> QImage:
        image = QImage(QSize(*self._size(name)), QImage.Format.Format_RGB32)
        image.fill(QColor(look().theme.palette.sunken))
        return image

    def _bring_picture(self) -> None:
        if not self._wanted:
            return
        name = self._wanted.pop(0)
        kind = QTextDocument.ResourceType.ImageResource.value
        self.document().addResource(kind, QUrl(name), self._scaled(name))
        self.viewport().update()
        if self._wanted:
            self._next_picture.start()

    def _scaled(self, name: str) -> QImage:
        ratio = self.devicePixelRatioF()
        image = QImage(str(self._file(name)))
        wanted = round(self._size(name)[0] * ratio)
        if 0 < wanted < image.width():
            image = image.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def _file(self, name: str) -> Path:
        return resource("guide") / "pictures" / self._language / Path(name).name
