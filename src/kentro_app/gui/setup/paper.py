"""A card on the screen: its picture, and how to get it onto paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kentro_app.gui.login.ports import Runs
from kentro_app.gui.printers import NoPrinter
from kentro_app.gui.setup.picture import image_of
from kentro_app.gui.setup.ports import Card, Papers, Picture
from kentro_app.gui.setup.printing import print_pages
from kentro_app.gui.style import look
from kentro_app.gui.theme import XL, M, S
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.text import ErrorText, Label, Quiet
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain

_PRINTER_DPI = 300.0
_SMALLEST = QSize(230, 325)

Ask = Callable[[QWidget, str], str]
Print = Callable[[QWidget, list[Picture]], bool]


class PageView(QLabel):
    """One page, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(_SMALLEST)
        self._page = QPixmap()

    def show_page(self, picture: Picture | None) -> None:
        """Show a page, or none."""
        self._page = QPixmap() if picture is None else QPixmap.fromImage(image_of(picture))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._page.isNull():
            self.clear()
            return
        ratio = self.devicePixelRatioF()
        fitted = self._page.scaled(
            self.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter = QPainter(fitted)
        painter.setPen(QPen(QColor(look().theme.palette.edge), 1))
        painter.drawRect(0, 0, fitted.width() - 1, fitted.height() - 1)
        painter.end()
        fitted.setDevicePixelRatio(ratio)
        self.setPixmap(fitted)


class CardPaper(QWidget):
    """The card's page beside the ways to paper; `on_paper` fires when it was printed or saved."""

    on_paper = Signal()

    def __init__(
        self,
        papers: Papers,
        run: Runs,
        parent: QWidget | None = None,
        *,
        ask_where: Ask | None = None,
        print_on: Print = print_pages,
    ) -> None:
        super().__init__(parent)
        self._papers, self._run = papers, run
        self._ask_where, self._print_on = ask_where or ask_for_file, print_on
        self._card: Card | None = None
        self.page = PageView()
        self.steps = [Label(wrap=True) for _n in range(3)]
        self.print_button, self.save_button = Button(icon="print"), Button(icon="save")
        self.told, self.error = Quiet(wrap=True), ErrorText(wrap=True)
        self._lay_out()
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.retranslate()

    def show_card(self, card: Card | None) -> None:
        """Show a card, or forget it."""
        self._card = card
        self.page.show_page(card.pages[0] if card else None)
        self._tell("", "")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.page.setAccessibleName(_("Preview of the recovery card"))
        self.print_button.set_words(_("Print the card…"))
        self.save_button.set_words(_("Save as PDF…"))
        words = (
            _("1. Print the card, or copy the code by hand if there is no printer."),
            _("2. Put each half into an envelope and seal both; keep them in two places."),
            _("3. If you save the file, delete it after printing: whoever has it has the code."),
        )
        for label, step in zip(self.steps, words, strict=True):
            label.setText(step)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(XL)
        across.addWidget(self.page, 5)
        column = QVBoxLayout()
        column.setSpacing(M)
        for label in self.steps:
            column.addWidget(label)
        column.addSpacing(S)
        for widget in (self.print_button, self.save_button, self.told, self.error):
            column.addWidget(widget)
        column.addStretch(1)
        across.addLayout(column, 4)
        self.told.hide()
        self.error.hide()

    def _print(self) -> None:
        if self._card is not None:
            drawing = partial(self._papers.pictures, self._card.pdf, _PRINTER_DPI)
            self._run(drawing, self._printed, self._failed, self)

    def _printed(self, pages: list[Picture]) -> None:
        try:
            printed = self._print_on(self, list(pages))
        except NoPrinter as error:
            self._failed(error)
            return
        if printed:
            self._tell(_("The card was sent to the printer."), "")
            self.on_paper.emit()

    def _save(self) -> None:
        where = self._ask_where(self, _("recovery-card.pdf"))
        if self._card is None or not where:
            return
        saving = partial(self._papers.save, self._card.pdf, Path(where))
        self._run(saving, lambda _none: self._saved(where), self._failed, self)

    def _saved(self, where: str) -> None:
        self._tell(_("Saved: {path}").format(path=where), "")
        self.on_paper.emit()

    def _failed(self, error: Exception) -> None:
        self._tell("", explain(error))

    def _tell(self, told: str, wrong: str) -> None:
        for label, words in ((self.told, told), (self.error, wrong)):
            label.setText(words)
            label.setVisible(bool(words))


def ask_for_file(parent: QWidget, name: str) -> str:
    """Where to save a PDF; empty if nowhere."""
    kinds = _("PDF documents (*.pdf)")
    return QFileDialog.getSaveFileName(parent, _("Save as PDF…"), name, kinds)[0]
