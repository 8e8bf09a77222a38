"""The day's sheet, without a window: preview, print, save. Only what leaves gets a copy number."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.moments import Clock
from kentro_app.domain.visits import Stage
from kentro_app.gui.papers import NO_PAGES, Format, PageImage, Pages, Papers
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.i18n import _, current
from kentro_app.i18n.messages import explain
from kentro_app.services import sheets
from kentro_app.services.sheets import SheetRequest
from kentro_app.services.sheets_model import AnySheet, Layout

PRINT_DPI = 200


class SheetScreen(Protocol):
    """What the presenter can make the page do."""

    def set_busy(self, busy: bool) -> None: ...
    def show_pages(self, pages: Pages) -> None: ...
    def show_refusal(self, words: str) -> None: ...
    def print_pages(self, pages: Iterator[PageImage], done: Callable[[], None]) -> None: ...


class SheetPresenter:
    """Holds which sheet is wanted; every change of that shows another preview."""

    def __init__(
        self,
        screen: SheetScreen,
        desk: DeskDoor,
        papers: Papers,
        *,
        says: Says,
        now: Clock,
        today: Callable[[], date],
        words: Callable[[], dict[Stage, str]],
    ) -> None:
        self._screen, self._desk, self._papers, self._says = screen, desk, papers, says
        self._now, self._today, self._words = now, today, words
        self._asked = 0
        self._leaving = False
        self.request = SheetRequest(today())

    def want(self, request: SheetRequest) -> None:
        """Another day, other names, another number of blank lines."""
        self.request = replace(request, day=min(request.day, self._today()))
        self.preview()

    def want_slip(self, visit_id: UUID) -> None:
        """The slip of one of today's visits."""
        slip = replace(self.request, layout=Layout.SLIP, visit_id=visit_id, site="")
        self.want(replace(slip, day=self._today()))

    def other_day(self, by: int) -> None:
        """So many days later, but never after today."""
        day = self.request.day + timedelta(days=by)
        self.want(replace(self.request, day=day, visit_id=None))

    def preview(self) -> None:
        """Show the wanted sheet; nothing leaves, no copy is counted."""
        self._asked += 1
        self._screen.show_refusal("")
        self._screen.set_busy(True)
        self._desk.ask(
            partial(
                sheets.preview_sheet,
                request=self.request,
                words=self._sheet_words(),
                now=self._now(),
            ),
            partial(self._draw, number=self._asked),
            lambda error: self._failed(error, self.preview),
            owner=self._screen,
            latest="sheet",
        )

    def print_out(self) -> None:
        """A numbered copy, for the printer."""
        self._leave(Format.PDF, self._print)

    def save(self, kind: Format, path: Path) -> None:
        """A numbered copy, as a file."""
        self._leave(kind, partial(self._keep, path))

    # what happens in between

    def _draw(self, sheet: AnySheet, *, number: int) -> None:
        def drawn() -> Pages:
            if number != self._asked:
                return NO_PAGES  # another sheet is wanted by now
            return self._papers.look(self._papers.draw(sheet, Format.PDF))

        def show(pages: Pages) -> None:
            if number == self._asked:
                self._screen.set_busy(False)
                self._screen.show_pages(pages)

        self._desk.prepare(drawn, show, lambda e: self._failed(e, self.preview), owner=self._screen)

    def _leave(self, kind: Format, then: Callable[[AnySheet, bytes], None]) -> None:
        def again() -> None:
            self._leave(kind, then)

        def drawn(sheet: AnySheet) -> None:
            self._desk.prepare(
                lambda: self._papers.draw(sheet, kind),
                lambda made: then(sheet, made),
                lambda error: self._failed(error, again),
                owner=self._screen,
            )

        if self._leaving:
            return  # one press of the button is one copy
        self._leaving = True
        self._screen.show_refusal("")
        self._screen.set_busy(True)
        self._desk.perform(
            partial(
                sheets.make_sheet,
                request=self.request,
                words=self._sheet_words(),
                now=self._now(),
            ),
            drawn,
            lambda error: self._failed(error, again),
            owner=self._screen,
        )

    def _keep(self, path: Path, sheet: AnySheet, made: bytes) -> None:
        words = _("Saved as “{name}”, copy {copy}.").format(name=path.name, copy=sheet.copy_number)
        self._desk.prepare(
            lambda: self._papers.keep(path, made),
            lambda _nothing: self._done(words),
            lambda error: self._failed(error, lambda: self._keep(path, sheet, made)),
            owner=self._screen,
        )

    def _print(self, sheet: AnySheet, made: bytes) -> None:
        words = _("Sent to the printer, copy {copy}.").format(copy=sheet.copy_number)
        pages = self._papers.pages(made, PRINT_DPI)
        self._screen.print_pages(pages, lambda: self._done(words))

    def _done(self, words: str) -> None:
        self.stop_waiting()
        self._says.all_well()
        self._says.say(words)

    def stop_waiting(self) -> None:
        """Nothing is being made any more."""
        self._leaving = False
        self._screen.set_busy(False)

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        self.stop_waiting()
        if isinstance(error, RuleViolation):
            self._screen.show_refusal(explain(error))
        else:
            self._says.trouble(error, again)

    def _sheet_words(self) -> sheets.Words:
        return sheets.Words(current().language, _("Anonymous"), self._words())
