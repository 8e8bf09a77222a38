"""Bringing in a table of people, without a window: piece by piece, so that it can be stopped."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from kentro_app.gui.admin.ports import BringsPeople, Brought, Remark
from kentro_app.gui.errand import Errand
from kentro_app.gui.ports import Prepares
from kentro_app.i18n import _, ngettext
from kentro_app.i18n.dates import number
from kentro_app.i18n.messages import explain

PIECE = 50  # lines; papers and other work on the lane get their turn between two pieces


class PeopleScreen(Protocol):
    """What the presenter can make the section do."""

    def show_file(self, name: str, left_out: Sequence[str]) -> None: ...
    def show_busy(self, words: str) -> None: ...
    def show_under_way(self, under_way: bool) -> None: ...
    def show_remarks(self, remarks: Sequence[Remark]) -> None: ...
    def show_good(self, words: str) -> None: ...
    def show_bad(self, words: str) -> None: ...


class PeoplePresenter:
    """`choose`, then `start`; `changed` is told when people came in."""

    def __init__(
        self,
        screen: PeopleScreen,
        people: BringsPeople,
        lane: Prepares,
        changed: Callable[[], None],
    ) -> None:
        self._screen, self._people, self._lane, self._changed = screen, people, lane, changed
        self._errand = Errand(screen.show_busy, self._failed)
        self._remarks: list[Remark] = []
        self._stopping = False

    def choose(self, path: str) -> None:
        """Look at a file; nothing is written yet."""
        chosen = Path(path)

        def opened(left_out: Sequence[str]) -> None:
            self._remarks = []
            self._screen.show_remarks(())
            self._screen.show_file(chosen.name, left_out)

        self._do(_("Looking at the file…"), partial(self._people.open, chosen), opened)

    def start(self) -> None:
        """Bring in the file that was chosen."""
        self._stopping = False
        self._screen.show_under_way(True)
        self._go_on(_("The table is being read…"))

    def stop(self) -> None:
        """No more of it after the present piece; what came in stays."""
        self._stopping = True

    def save(self, path: str) -> None:
        """The whole report as a table."""

        def saved(count: int) -> None:
            words = ngettext("{n} line was written.", "{n} lines were written.", count)
            self._screen.show_good(words.format(n=number(count)))

        self._do(_("The report is being written…"), partial(self._people.save, Path(path)), saved)

    def _go_on(self, words: str) -> None:
        work = self._people.stop if self._stopping else partial(self._people.advance, PIECE)
        self._do(words, work, self._advanced)

    def _advanced(self, brought: Brought) -> None:
        self._remarks += brought.remarks
        if not brought.ended:
            self._go_on(_so_far(brought))
            return
        self._screen.show_under_way(False)
        self._screen.show_remarks(self._remarks)
        say = self._screen.show_bad if brought.refused else self._screen.show_good
        say(_outcome(brought))
        if brought.added:
            self._changed()

    def _do(self, words: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        launch = partial(self._lane.prepare, work, owner=self._screen)
        self._errand.run(words, launch, done)

    def _failed(self, error: Exception) -> None:
        self._screen.show_under_way(False)
        self._screen.show_remarks(self._remarks)
        self._screen.show_bad(explain(error))


def _so_far(brought: Brought) -> str:
    words = ngettext(
        "{n} line was read, {refused} of them refused…",
        "{n} lines were read, {refused} of them refused…",
        brought.lines,
    )
    return words.format(n=number(brought.lines), refused=number(brought.refused))


def _outcome(brought: Brought) -> str:
    words = ngettext("{n} person was registered.", "{n} people were registered.", brought.added)
    said = words.format(n=number(brought.added))
    if brought.refused:
        words = ngettext("{n} line was refused.", "{n} lines were refused.", brought.refused)
        said = f"{said} {words.format(n=number(brought.refused))}"
    return said
