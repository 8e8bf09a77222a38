"""Typing a day on paper back, without a window: a line at a time, each saved for itself."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.moments import Clock
from kentro_app.domain.visits import ticket_code
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.gui.reception.paper_day.lines import (
    Cell,
    GridLine,
    as_paper,
    checked,
    is_ticket,
    refused,
)
from kentro_app.gui.reception.ports import Hits
from kentro_app.gui.reception.presenter import look_up
from kentro_app.i18n import _, ngettext
from kentro_app.services import paper_day
from kentro_app.services.paper_day_model import TypedLine
from kentro_app.services.ports import VisitRow


class PaperDayScreen(Protocol):
    """What the presenter can make the page do."""

    def show_lines(self, lines: Sequence[GridLine]) -> None: ...
    def show_line(self, place: int, line: GridLine) -> None: ...
    def show_hits(self, hits: Hits) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
    def go_to(self, place: int, cell: Cell) -> None: ...


class PaperDayPresenter:
    """Holds the lines; the last one is always empty. `letter` is this desk's."""

    def __init__(
        self, screen: PaperDayScreen, desk: DeskDoor, says: Says, *, now: Clock, letter: str
    ) -> None:
        self._screen, self._desk, self._says = screen, desk, says
        self._now, self._letter = now, letter
        self._known: dict[str, VisitRow] = {}
        self._saved = 0
        self.day = date.min
        self.lines: list[GridLine] = [GridLine()]

    def start(self, day: date, lines: Sequence[GridLine] | None = None) -> None:
        """Type back that day; with these lines, or with those that stand in the grid."""
        self.day = day
        if lines is not None:
            self._show([checked(line, self._letter) for line in lines])
        self._desk.ask(
            partial(paper_day.sheet_of, day=day),
            self._loaded,
            lambda error: self._failed(error, lambda: self.start(day)),
            owner=self._screen,
            latest="paper day",
        )

    def known(self, place: int) -> VisitRow | None:
        """The visit that a line's code means, if the program knows it."""
        line = self.lines[place]
        number = line.number(self._letter)
        if number is None or not is_ticket(line, self._letter):
            return None
        return self._known.get(ticket_code(number.letter, number.number))

    def edit(self, place: int, cell: Cell, text: str) -> None:
        """Something was typed into a cell."""
        self._put(place, checked(self.lines[place].typed(cell, text), self._letter))

    def look_for(self, text: str) -> None:
        """Who may be meant by what is being typed."""
        self._desk.ask(
            partial(look_up, text=text.strip()),
            self._screen.show_hits,
            lambda error: self._failed(error, lambda: self.look_for(text)),
            owner=self._screen,
            latest="paper search",
        )

    def choose(self, place: int, meant: str, who: str) -> None:
        """It was this one: see `GridLine.meant`."""
        line = replace(self.lines[place], who=who, meant=meant, differs=False)
        self._put(place, checked(line, self._letter))

    def list_printed(self) -> None:
        """A line for everybody on the day's sheet of whom nothing has been typed back yet."""
        typed = {row.visit.code for n in range(len(self.lines)) if (row := self.known(n))}
        missing = [
            GridLine(code=code)
            for code, row in self._known.items()
            if code not in typed and row.visit.signed is None
        ]
        kept = [line for line in self.lines if not line.is_empty]
        self._show([*kept, *missing])

    def save(self) -> None:
        """Write every line that is sound; the others stay, with their reasons."""
        self._saved = 0
        self.lines = [checked(line, self._letter) for line in self.lines]
        sound = [n.id for n in self.lines if n.says_something and not n.problems]
        self._screen.show_lines(self.lines)
        self._screen.set_busy(True)
        self._next(sound)

    def confirm(self, place: int) -> None:
        """What this line says is right, whatever was known before."""
        self._saved = 0
        self._screen.set_busy(True)
        self._write(self.lines[place], [], confirmed=True)

    # what happens in between

    def _loaded(self, rows: Sequence[VisitRow]) -> None:
        self._says.all_well()
        self._known = {row.visit.code: row for row in rows}
        self._screen.show_lines(self.lines)

    def _put(self, place: int, line: GridLine) -> None:
        self.lines[place] = line
        if place == len(self.lines) - 1 and not line.is_empty:
            self._show(self.lines)
        else:
            self._screen.show_line(place, line)

    def _show(self, lines: Sequence[GridLine]) -> None:
        last = lines[-1] if lines else None
        self.lines = [*lines] if last is not None and last.is_empty else [*lines, GridLine()]
        self._screen.show_lines(self.lines)

    def _next(self, waiting: Sequence[object]) -> None:
        if not waiting:
            self._finished()
            return
        first, *rest = waiting
        line = next(line for line in self.lines if line.id == first)
        self._write(line, rest, confirmed=False)

    def _write(self, line: GridLine, rest: Sequence[object], *, confirmed: bool) -> None:
        def done(_typed: TypedLine) -> None:
            self._saved += 1
            self._show([other for other in self.lines if other.id != line.id])
            self._next(rest)

        def failed(error: Exception) -> None:
            if not isinstance(error, RuleViolation):
                self._screen.set_busy(False)
                self._says.trouble(error, self.save)
                return
            self._put(self._place(line), refused(line, error))
            self._next(rest)

        use_case = partial(
            paper_day.type_line,
            day=self.day,
            line=as_paper(line),
            now=self._now(),
            confirmed=confirmed,
        )
        self._desk.perform(use_case, done, failed, owner=self._screen)

    def _place(self, line: GridLine) -> int:
        return next(place for place, other in enumerate(self.lines) if other.id == line.id)

    def _finished(self) -> None:
        self._screen.set_busy(False)
        left = [place for place, line in enumerate(self.lines) if line.problems]
        words = ngettext("{n} line saved.", "{n} lines saved.", self._saved)
        self._says.say(words.format(n=self._saved) if self._saved else _("Nothing was saved."))
        if left:
            self._screen.go_to(left[0], next(iter(self.lines[left[0]].problems)))
        self.start(self.day)

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        if isinstance(error, RuleViolation):
            raise error  # the page is not shown to whoever may not receive
        self._says.trouble(error, again)
