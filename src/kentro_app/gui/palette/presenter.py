"""Searching everything, without a window: what is meant, and what happens on Enter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from kentro_app.domain.moments import Clock
from kentro_app.domain.text import wrong_layout
from kentro_app.gui.palette.command import Command
from kentro_app.gui.palette.matching import Matcher, Titles, ticket_meant
from kentro_app.gui.palette.ports import Chosen, Kind, PaletteScreen, Results, Ways
from kentro_app.gui.ports import DeskDoor
from kentro_app.i18n.messages import explain
from kentro_app.services import reception, registry
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import Actor, Found, VisitRow, Work

MOST_COMMANDS, MOST_PEOPLE, MOST_TICKETS = 8, 6, 4
_REMEMBERED = 20

Answer = tuple[tuple[Found, ...], tuple[VisitRow, ...]]


class PalettePresenter:
    """Commands answer at once, people and tickets as soon as the store has."""

    def __init__(
        self,
        screen: PaletteScreen,
        desk: DeskDoor,
        actor: Actor,
        *,
        ways: Ways,
        now: Clock,
    ) -> None:
        self._screen, self._desk, self._ways, self._now = screen, desk, ways, now
        self._finds_people = may(actor, Permission.RECEIVE)
        self._matcher = Matcher((), lambda _command: ())
        self._names: list[str] = []
        self._recent: list[str] = []
        self._results = Results()
        self._enter = False

    def begin(self, commands: Sequence[Command], titles: Titles) -> None:
        """Open with these commands; `titles` gives the names of one in every language."""
        if [command.name for command in commands] != self._names:
            self._names = [command.name for command in commands]
            self._matcher = Matcher(commands, titles)
        self.search("")

    def search(self, text: str) -> None:
        """What is in the field has changed."""
        typed, self._enter = text.strip(), False
        asks = bool(typed) and self._finds_people
        commands = tuple(self._matcher.find(typed, self._recent)[:MOST_COMMANDS])
        # Who was found for what was typed before stays in sight until the new answer is there.
        people = self._results.people if asks else ()
        self._show(Results(typed, (), commands, people, pending=asks))
        query = partial(_look, text=typed, now=self._now()) if asks else _nothing
        self._desk.ask(
            query,
            partial(self._found, typed),
            lambda error: self._screen.show_trouble(explain(error)),
            owner=self._screen,
            latest="palette",
        )

    def enter(self, selected: Chosen | None) -> None:
        """Do what is selected; while nothing is yet, whatever comes alone."""
        if selected is not None:
            self.choose(selected)
        else:
            self._enter = self._results.pending

    def choose(self, chosen: Chosen) -> None:
        """Go there, or do it; the palette is put away first."""
        kind, wanted = chosen
        match kind:
            case Kind.COMMAND:
                self._run(next(c for c in self._results.commands if c.name == wanted))
            case Kind.PERSON:
                person = next(f for f in self._results.people if f.id == wanted)
                self._screen.put_away()
                self._ways.person(person)
            case Kind.TICKET:
                row = next(r for r in self._results.tickets if r.visit.id == wanted)
                self._screen.put_away()
                self._ways.ticket(row)

    def forget(self) -> None:
        """Nobody found stays in memory behind a palette that is closed."""
        self._results = Results()

    def _run(self, command: Command) -> None:
        self._recent = [command.name, *(n for n in self._recent if n != command.name)]
        del self._recent[_REMEMBERED:]
        self._screen.put_away()
        command.run()

    def _found(self, typed: str, answer: Answer) -> None:
        if typed != self._results.typed:
            return
        people, tickets = answer
        self._show(replace(self._results, people=people, tickets=tickets, pending=False))
        alone = _only(self._results)
        if self._enter and alone is not None:
            self.choose(alone)

    def _show(self, results: Results) -> None:
        self._results = results
        self._screen.show_results(results)


def _look(work: Work, *, text: str, now: datetime) -> Answer:
    ticket = ticket_meant(text)
    rows = reception.day_list(work, now=now) if ticket else ()
    tickets = [
        row
        for row in rows
        if ticket is not None
        and row.visit.ticket == ticket[1]
        and ticket[0] in ("", row.visit.letter)
    ]
    return _people(work, text), tuple(tickets[:MOST_TICKETS])


def _people(work: Work, text: str) -> tuple[Found, ...]:
    found = registry.find(work, text, MOST_PEOPLE)
    turned = None if found else wrong_layout(text)
    return tuple(registry.find(work, turned, MOST_PEOPLE) if turned else found)


def _nothing(work: Work) -> Answer:
    return (), ()


def _only(results: Results) -> Chosen | None:
    all_of_them: list[Chosen] = [
        *((Kind.TICKET, row.visit.id) for row in results.tickets),
        *((Kind.COMMAND, command.name) for command in results.commands),
        *((Kind.PERSON, found.id) for found in results.people),
    ]
    return all_of_them[0] if len(all_of_them) == 1 else None
