"""The paper kit, without a window: numbers are given once, and a kit that failed gave none."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.moments import Clock
from kentro_app.gui.papers import Papers
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.i18n import _, ngettext
from kentro_app.i18n.messages import explain
from kentro_app.services.paper_kit import KitRequest, make_kit
from kentro_app.services.sheets_model import KitPaper


class KitScreen(Protocol):
    """What the presenter can make the dialog do."""

    def set_busy(self, busy: bool) -> None: ...
    def show_refusal(self, words: str) -> None: ...
    def done_with(self) -> None: ...


class KitPresenter:
    """Makes a kit and saves it where somebody chose."""

    def __init__(
        self, screen: KitScreen, desk: DeskDoor, papers: Papers, *, says: Says, now: Clock
    ) -> None:
        self._screen, self._desk, self._papers = screen, desk, papers
        self._says, self._now = says, now

    def save(self, request: KitRequest, path: Path) -> None:
        """The next numbers of this desk, as a PDF."""
        self._screen.show_refusal("")
        self._screen.set_busy(True)
        self._desk.perform(
            partial(make_kit, request=request, now=self._now()),
            partial(self._draw, path=path),
            lambda error: self._failed(error, lambda: self.save(request, path)),
            owner=self._screen,
        )

    def _draw(self, kit: KitPaper, *, path: Path) -> None:
        # The numbers are given by now: whatever fails from here on is tried again with them.
        self._desk.prepare(
            lambda: self._papers.keep(path, self._papers.kit(kit)),
            lambda _nothing: self._saved(kit, path),
            lambda error: self._failed(error, lambda: self._draw(kit, path=path)),
            owner=self._screen,
        )

    def _saved(self, kit: KitPaper, path: Path) -> None:
        self._screen.set_busy(False)
        self._says.all_well()
        self._says.say(joined_words(kit, path.name))
        self._screen.done_with()

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        self._screen.set_busy(False)
        if isinstance(error, RuleViolation):
            self._screen.show_refusal(explain(error))
        else:
            self._says.trouble(error, again)


def joined_words(kit: KitPaper, name: str) -> str:
    """What was saved, with the numbers that are on it."""
    parts = []
    if kit.forms:
        words = ngettext("{n} form, {first}", "{n} forms, {first} to {last}", len(kit.forms))
        parts.append(words.format(n=len(kit.forms), first=kit.forms[0], last=kit.forms[-1]))
    if kit.tickets:
        words = ngettext("{n} ticket, {first}", "{n} tickets, {first} to {last}", len(kit.tickets))
        parts.append(words.format(n=len(kit.tickets), first=kit.tickets[0], last=kit.tickets[-1]))
    return _("Saved as “{name}”: {what}.").format(name=name, what=" · ".join(parts))
