"""The day's sheet as seen on the screen: a page to look at, and three ways to take it along."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QStandardPaths, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from kentro_app.domain.visits import Stage
from kentro_app.gui.bar import Bar
from kentro_app.gui.keys import write_keys
from kentro_app.gui.office import Office
from kentro_app.gui.papers import NO_PAGES, Format, PageImage, Pages
from kentro_app.gui.pieces import Pieces
from kentro_app.gui.printers import NoPrinter, choose_printer
from kentro_app.gui.sheet.controls import SheetControls
from kentro_app.gui.sheet.kit.view import KitDialog
from kentro_app.gui.sheet.presenter import SheetPresenter
from kentro_app.gui.sheet.preview import Preview
from kentro_app.gui.sheet.printing import PrintJob
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.notices import announce
from kentro_app.gui.widgets.text import ErrorText, Quiet
from kentro_app.gui.words import stage_word
from kentro_app.i18n import _, ngettext
from kentro_app.i18n.messages import explain
from kentro_app.services.access import Permission, may
from kentro_app.services.sheets import SheetRequest, sites
from kentro_app.services.sheets_model import Layout


class SheetView(QWidget):
    """`closed` brings the reception back, `paper_day_asked` carries the day that was shown.

    Fits `presenter.SheetScreen`. Nothing is in it before `build` is through.
    """

    closed = Signal()
    paper_day_asked = Signal(object)

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._speaker = office, speaker
        self._put_away = False
        self.choose_printer: Callable[[QWidget], QPrinter | None] = choose_printer
        self.choose_file: Callable[[QWidget, Path, str], Path | None] = _choose_file
        self.presenter = SheetPresenter(
            self,
            office.desk,
            office.papers,
            says=speaker,
            now=office.now,
            today=self._today,
            words=_stages,
        )
        self._built = False

    def build(self) -> Pieces:
        """Make what is in it; call it once."""
        card = Card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        card.head.setContentsMargins(0, 0, 0, 0)
        yield
        self._add_sheet(card.body)
        yield
        self._add_buttons(card.body)
        yield
        self._connect()
        self._built = True
        self.retranslate()

    def title(self) -> str:
        """What the top bar calls this place."""
        return _("Day sheet")

    def start(self, visit_id: UUID | None = None) -> None:
        """Show today's sheet as it was chosen last, or the slip of one of today's visits."""
        self._put_away = False
        if visit_id is not None:
            self.presenter.want_slip(visit_id)
            self._show_request()
        else:
            self._want(replace(self.presenter.request, visit_id=None))
        self._load_sites()

    # SheetScreen

    def set_busy(self, busy: bool) -> None:
        self.preview.set_waiting(busy)

    def show_pages(self, pages: Pages) -> None:
        self.preview.show_pages(pages)
        self._show_count()

    def show_refusal(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))
        if words:
            announce(self.error)

    def print_pages(self, pages: Iterator[PageImage], done: Callable[[], None]) -> None:
        assert self._printer is not None
        job = PrintJob(self._printer, pages, self._office.desk, self)
        job.start(lambda taken: self._printed(taken, done), self._print_failed)

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._built:
            self.retranslate()
            if self.isVisible():
                self.presenter.preview()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._built:
            return
        self.print_button.setFocus()
        if self._put_away:
            self._put_away = False
            self.presenter.preview()

    def hideEvent(self, event: QHideEvent) -> None:
        # Nobody looks at the sheet now, and it is full of names.
        if self._built and not event.spontaneous():
            self.preview.show_pages(NO_PAGES)
            self._put_away = True
        super().hideEvent(event)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.controls.retranslate()
        self.back.set_words(_("Back"))
        write_keys(self.print_button, _("Print"), "Ctrl+P")  # the window listens to them
        self.save_button.set_words(_("Save as… ▾"))
        self.smaller.setAccessibleName(_("Smaller"))
        self.larger.setAccessibleName(_("Larger"))
        names = (_("PDF, to print or send"), _("Excel workbook"), _("CSV table"))
        self.smaller.setToolTip(_("Smaller"))
        self.larger.setToolTip(_("Larger"))
        papers = (_("Type a day on paper back…"), _("Paper kit for a power cut…"))
        self.paper_button.set_words(_("On paper ▾"))
        for menu, all_words in ((self.saves, names), (self.papers, papers)):
            for action, words in zip(menu.actions(), all_words, strict=True):
                action.setText(words)
        self._show_count()

    # the parts

    def _add_sheet(self, body: QVBoxLayout) -> None:
        sees_service = may(self._office.actor, Permission.SEE_SERVICE)
        layouts = [layout for layout in Layout if sees_service or layout is not Layout.DAILY]
        self.controls = SheetControls(self.presenter.request, layouts)
        self.error = ErrorText(wrap=True)
        self.preview = Preview(self._office.desk, self._page_failed)
        body.addWidget(self.controls)
        body.addWidget(self.error)
        body.addWidget(self.preview, 1)
        self.error.hide()

    def _add_buttons(self, body: QVBoxLayout) -> None:
        self.count = Quiet()
        self.back = Button(keys="Esc", icon="back")
        self.smaller, self.larger = Button("−"), Button("+")
        self.print_button = PrimaryButton(icon="print")
        self.save_button, self.saves = Button(icon="save"), QMenu(self)
        self.paper_button, self.papers = Button(), QMenu(self)
        left: list[QWidget] = [self.back, self.smaller, self.larger, self.count]
        body.addWidget(Bar(left, [self.paper_button, self.save_button, self.print_button]))

    def _connect(self) -> None:
        self._printer: QPrinter | None = None
        for kind in Format:
            self.saves.addAction("", partial(self._save, kind))
        self.save_button.setMenu(self.saves)
        self.papers.addAction("", lambda: self.paper_day_asked.emit(self.presenter.request.day))
        self.kit_action = self.papers.addAction("", self._open_kit)
        self.paper_button.setMenu(self.papers)
        self.controls.wanted.connect(self._want)
        self.controls.day_stepped.connect(self._step)
        self.back.clicked.connect(self.closed)
        self.print_button.clicked.connect(self._print)
        self.smaller.setShortcut(QKeySequence.StandardKey.ZoomOut)
        self.larger.setShortcut(QKeySequence.StandardKey.ZoomIn)
        self.smaller.clicked.connect(lambda: self.preview.step_zoom(-1))
        self.larger.clicked.connect(lambda: self.preview.step_zoom(1))

    def _load_sites(self) -> None:
        self._office.desk.ask(
            sites,
            self.controls.show_sites,
            lambda error: self._speaker.trouble(error, self._load_sites),
            owner=self,
            latest="sites of sheets",
        )

    def _open_kit(self) -> None:
        dialog = KitDialog(self._office, self._speaker, self.choose_file, self)
        dialog.open()

    def _want(self, request: SheetRequest) -> None:
        self.presenter.want(request)
        self._show_request()

    def _step(self, by: int) -> None:
        self.presenter.other_day(by)
        self._show_request()

    def _show_request(self) -> None:
        self.controls.show_request(self.presenter.request, self._today())

    def _show_count(self) -> None:
        pages = self.preview.pages
        words = ngettext("{n} page", "{n} pages", pages).format(n=pages) if pages else ""
        self.count.setText(words)

    def _print(self) -> None:
        try:
            self._printer = self.choose_printer(self)
        except NoPrinter as error:
            self.show_refusal(explain(error))
            return
        if self._printer is not None:
            self.presenter.print_out()

    def _printed(self, taken: bool, done: Callable[[], None]) -> None:
        self.presenter.stop_waiting()
        if taken:
            done()
        else:
            self.show_refusal(_("The printer did not take the sheet. Is it switched on?"))

    def _page_failed(self, error: Exception) -> None:
        self._speaker.trouble(error, self.presenter.preview)

    def _print_failed(self, error: Exception) -> None:
        self.presenter.stop_waiting()
        self._speaker.trouble(error, self._print)

    def _save(self, kind: Format) -> None:
        request = self.presenter.request
        name = f"{_file_name(request.layout)}-{request.day.isoformat()}.{kind.value}"
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = self.choose_file(self, Path(folder) / name, kind.value)
        if path is not None:
            self.presenter.save(kind, path)

    def _today(self) -> date:
        return self._office.site.local_day(self._office.now())


def _choose_file(parent: QWidget, proposed: Path, ending: str) -> Path | None:
    pattern = f"{ending.upper()} (*.{ending})"
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Save the day's sheet"), str(proposed), pattern
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == f".{ending}" else path.with_name(f"{path.name}.{ending}")


def _file_name(layout: Layout) -> str:
    match layout:
        case Layout.SIGNIN:
            # Translators: the beginning of a file's name, without spaces
            return _("sign-in-sheet")
        case Layout.SLIP:
            # Translators: the beginning of a file's name, without spaces
            return _("slips")
        case Layout.DAILY:
            # Translators: the beginning of a file's name, without spaces
            return _("day-list")


def _stages() -> dict[Stage, str]:
    return {stage: stage_word(stage) for stage in Stage}
