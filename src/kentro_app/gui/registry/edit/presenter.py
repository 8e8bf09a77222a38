"""Correcting somebody's data, without a window."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.moments import Clock
from kentro_app.domain.people import PersonFile
from kentro_app.gui.people.review import Review, review
from kentro_app.gui.people.typed import Typed
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.gui.registry.edit.changes import change_of, is_nothing, typed_of
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain, explain_doubt
from kentro_app.services import registry_changes
from kentro_app.services.registry_changes import Changed

_FIELDS = {"phones": "phone", "identifiers": "amka", "address": "street"}


class EditScreen(Protocol):
    """What the presenter can make the form do."""

    def show_typed(self, typed: Typed) -> None: ...
    def show_remarks(self, problems: Mapping[str, str], doubts: Mapping[str, str]) -> None: ...
    def go_to(self, field: str) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
    def finished(self) -> None: ...


class EditPresenter:
    """Holds the file as the form began with it."""

    def __init__(self, screen: EditScreen, desk: DeskDoor, says: Says, now: Clock) -> None:
        self._screen, self._desk, self._says, self._now = screen, desk, says, now
        self._file: PersonFile | None = None
        self._begun = self._typed = Typed()
        self._busy = False

    def start(self, file: PersonFile) -> None:
        """Begin with what is known; somebody's form that was left half done stays as it was."""
        if self._file is not None and self._file.person.id == file.person.id and self._is_begun:
            return
        self._file = file
        self._begun = self._typed = typed_of(file)
        self._screen.show_typed(self._typed)
        self._screen.show_remarks({}, {})

    def start_over(self) -> None:
        """Forget what was typed."""
        file, self._file = self._file, None
        if file is not None:
            self.start(file)

    def changed(self, typed: Typed) -> None:
        """Something was typed: look it through."""
        self._typed = typed
        self._desk.ask(
            partial(review, typed=typed, now=self._now()),
            self._reviewed,
            lambda error: self._failed(error, lambda: self.changed(typed)),
            owner=self._screen,
            latest="correction",
        )

    def save(self) -> None:
        """Write what differs."""
        if self._busy or self._file is None:
            return
        request = change_of(self._file, self._begun, self._typed)
        if is_nothing(request):
            self._end()
            return
        self._busy = True
        self._screen.set_busy(True)
        self._desk.perform(
            partial(registry_changes.change, request=request, now=self._now()),
            self._written,
            lambda error: self._failed(error, self.save),
            owner=self._screen,
        )

    def _written(self, changed: Changed) -> None:
        self._rest()
        name = changed.file.person.full_name
        self._says.say(_("The data of {name} was corrected.").format(name=name))
        self._end()

    def _end(self) -> None:
        self._file = None
        self._screen.finished()

    def _reviewed(self, found: Review) -> None:
        touched = {n for n in Typed.__slots__ if getattr(self._begun, n) != getattr(self._typed, n)}
        problems = {n: explain(error) for n, error in found.problems.items() if n in touched}
        doubts = {name: explain_doubt(doubt) for name, doubt in found.doubts.items()}
        self._screen.show_remarks(problems, doubts)

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        self._rest()
        if isinstance(error, RuleViolation):
            field = _FIELDS.get(error.field or "", error.field or "surname")
            self._screen.show_remarks({field: explain(error)}, {})
            self._screen.go_to(field)
        else:
            self._says.trouble(error, again)

    def _rest(self) -> None:
        self._busy = False
        self._screen.set_busy(False)

    @property
    def _is_begun(self) -> bool:
        return self._typed != self._begun
