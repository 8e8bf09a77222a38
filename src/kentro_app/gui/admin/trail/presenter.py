"""Reading the access log page by page, newest first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol
from uuid import UUID

from kentro_app.domain.people import UnknownPerson
from kentro_app.gui.admin.trail.words import Kind, Line, is_of, parse
from kentro_app.gui.errand import Errand
from kentro_app.gui.ports import DeskDoor
from kentro_app.i18n import _, ngettext
from kentro_app.i18n.dates import number
from kentro_app.i18n.messages import explain
from kentro_app.services.access import Permission, require
from kentro_app.services.backups import Check
from kentro_app.services.ports import Work

PAGE = 100
_CHUNK = 500


class TrailScreen(Protocol):
    """What the presenter can make the section do."""

    def show_busy(self, words: str) -> None: ...
    def show_chain(self, check: Check | None) -> None: ...
    def show_good(self, words: str) -> None: ...
    def show_trouble(self, words: str) -> None: ...


class TrailPresenter:
    """`pages` fits `gui.paged_table.Pages`."""

    def __init__(
        self,
        screen: TrailScreen,
        desk: DeskDoor,
        verify: Callable[[], Sequence[Check]],
        export: Callable[[Path], int],
    ) -> None:
        self._screen, self._desk = screen, desk
        self._verify, self._export = verify, export
        self._errand = Errand(screen.show_busy, self._failed)
        self.kind = Kind.ALL

    def pages(self, last: Line | None, answer: Callable[[Sequence[Line]], None]) -> None:
        """The lines that are older than `last`, of the kind that was chosen."""
        query = partial(page_before, before=last.n if last else None, kind=self.kind)
        self._desk.ask(query, answer, self._failed, owner=self._screen)

    def verify(self) -> None:
        """Read the whole log against itself and its signatures."""
        self._do(
            _("Every entry of the access log is being computed again…"),
            lambda: next((c for c in self._verify() if c.name == "audit"), None),
            self._screen.show_chain,
        )

    def export(self, path: str) -> None:
        """Write all of it to a file."""

        def written(count: int) -> None:
            words = ngettext("{n} entry was written.", "{n} entries were written.", count)
            self._screen.show_good(words.format(n=number(count)))

        self._do(_("The access log is being written…"), partial(self._export, Path(path)), written)

    def _do(self, words: str, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._errand.run(words, partial(self._desk.prepare, work, owner=self._screen), done)

    def _failed(self, error: Exception) -> None:
        self._screen.show_trouble(explain(error))


def page_before(work: Work, *, before: int | None, kind: Kind) -> Sequence[Line]:
    """A page of lines below a number, newest first; the reading is noted. Raises NotAllowed."""
    require(work.actor, Permission.READ_AUDIT)
    work.trail.note_read("audit.read", "audit")
    upper = work.trail.head()[0] + 1 if before is None else before
    lines: list[Line] = []
    for line in _below(work, upper):
        if is_of(line, kind):
            lines.append(line)
            if len(lines) == PAGE:
                break
    return _named(work, lines)


def _below(work: Work, upper: int) -> Iterator[Line]:
    while upper > 1:
        after = max(upper - 1 - _CHUNK, 0)
        entries = work.trail.entries(after, upper - 1 - after)
        for entry in reversed(entries):
            yield parse(entry.n, entry.record)
        upper = after + 1


def _named(work: Work, lines: Sequence[Line]) -> Sequence[Line]:
    people = {str(user.id): user.display_name or user.name for user in work.users.all()}
    numbers: dict[str, str] = {}
    for line in lines:
        if line.object_type == "person" and line.object_id not in numbers:
            numbers[line.object_id] = _person_number(work, line.object_id)
    return tuple(
        replace(
            line,
            who=people.get(line.user, ""),
            number=_object(line, people, numbers),
        )
        for line in lines
    )


def _object(line: Line, people: dict[str, str], numbers: dict[str, str]) -> str:
    if line.object_type == "person":
        return numbers.get(line.object_id, "")
    if line.object_type == "user":
        return people.get(line.object_id, "")
    return ""


def _person_number(work: Work, person_id: str) -> str:
    if not person_id:
        return ""
    try:
        return work.persons.get(UUID(person_id)).number
    except UnknownPerson:
        return ""
