"""Reading who changed what about somebody, without a window."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.people import Person
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.i18n.messages import explain
from kentro_app.services import history
from kentro_app.services.history import Changed


class PastScreen(Protocol):
    """What the presenter can make the page do."""

    def show_changes(self, person: Person, changes: Sequence[Changed]) -> None: ...
    def show_refusal(self, words: str) -> None: ...


class PastPresenter:
    """Newest first: what changed last is what one asks about."""

    def __init__(self, screen: PastScreen, desk: DeskDoor, says: Says) -> None:
        self._screen, self._desk, self._says = screen, desk, says

    def open(self, person: Person) -> None:
        """Read the history of somebody."""
        self._desk.ask(
            partial(history.of_person, person_id=person.id),
            lambda changes: self._screen.show_changes(person, tuple(reversed(changes))),
            lambda error: self._failed(error, person),
            owner=self._screen,
            latest="history",
        )

    def _failed(self, error: Exception, person: Person) -> None:
        if isinstance(error, RuleViolation):
            self._screen.show_refusal(explain(error))
        else:
            self._says.trouble(error, lambda: self.open(person))
