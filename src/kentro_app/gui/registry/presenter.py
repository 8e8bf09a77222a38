"""Finding somebody and showing their page, without a window."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock
from kentro_app.domain.visits import Visit
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.gui.reception.ports import Hits
from kentro_app.gui.reception.presenter import look_up
from kentro_app.gui.registry.ports import Page, PersonScreen, SearchScreen
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import history, reception, registry
from kentro_app.services.history_model import PastVisit
from kentro_app.services.ports import Work


class SearchPresenter:
    """The same finding as at the reception."""

    def __init__(
        self,
        screen: SearchScreen,
        desk: DeskDoor,
        says: Says,
        opened: Callable[[UUID], None],
    ) -> None:
        self._screen, self._desk, self._says, self._opened = screen, desk, says, opened
        self._hits = Hits()
        self._typed = ""
        self._enter = False

    def search(self, text: str) -> None:
        """What is in the field has changed."""
        self._typed, self._enter = text.strip(), False
        self._screen.show_refusal("")
        self._desk.ask(
            partial(look_up, text=self._typed) if self._typed else _nobody,
            self._found,
            lambda error: self._failed(error, text),
            owner=self._screen,
            latest="people",
        )

    def enter(self, selected: UUID | None) -> None:
        """Open whoever is selected; while nobody is found yet, whoever is found alone."""
        if self._hits.typed != self._typed:
            self._enter = True
        elif selected is not None:
            self._opened(selected)

    def _found(self, hits: Hits) -> None:
        self._hits = hits
        self._screen.show_hits(hits)
        if self._enter and len(hits.found) == 1:
            self._opened(hits.found[0].id)
        self._enter = False

    def _failed(self, error: Exception, text: str) -> None:
        if isinstance(error, RuleViolation):
            self._screen.show_refusal(explain(error))
        else:
            self._says.trouble(error, lambda: self.search(text))


class PersonPresenter:
    """Holds whose page it is. `pages` fits `gui.paged_table.Pages`."""

    def __init__(self, screen: PersonScreen, desk: DeskDoor, says: Says, now: Clock) -> None:
        self._screen, self._desk, self._says, self._now = screen, desk, says, now
        self._busy = False
        self.person_id: UUID | None = None
        self.page: Page | None = None

    def open(self, person_id: UUID) -> None:
        """Read somebody's page, or read it again."""
        if person_id != self.person_id:
            self.person_id, self.page = person_id, None  # nothing is done to whom one has left
        self._screen.show_refusal("")
        self._set_busy(False)
        self._desk.ask(
            partial(_page, person_id=person_id, now=self._now()),
            self._show,
            lambda error: self._failed(error, lambda: self.open(person_id)),
            owner=self._screen,
            latest="person",
        )

    def reload(self) -> None:
        """The data has changed."""
        if self.person_id is not None:
            self.open(self.person_id)

    def pages(self, last: PastVisit | None, answer: Callable[[Sequence[PastVisit]], None]) -> None:
        """The visits before `last`."""
        if self.person_id is None:
            answer(())
            return
        self._desk.ask(
            partial(history.visits, person_id=self.person_id, after=last.visit if last else None),
            answer,
            lambda error: self._failed(error, self.reload),
            owner=self._screen,
        )

    def check_in(self) -> None:
        """Open a visit for whose page it is."""
        if self._busy or self.page is None:
            return
        self._set_busy(True)
        person = self.page.file.person
        request = reception.CheckIn(new_id(), person.id)
        self._desk.perform(
            partial(reception.check_in, request=request, now=self._now()),
            partial(self._checked_in, name=person.full_name),
            lambda error: self._failed(error, self.check_in),
            owner=self._screen,
        )

    def _show(self, page: Page) -> None:
        self.page = page
        self._screen.show_page(page)

    def _checked_in(self, visit: Visit, name: str) -> None:
        self._set_busy(False)
        words = _("{ticket} · {name} is checked in.")
        self._says.say(words.format(ticket=visit.code, name=name))

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        self._set_busy(False)
        if isinstance(error, RuleViolation):
            self._screen.show_refusal(explain(error))
        else:
            self._says.trouble(error, again)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._screen.set_busy(busy)


def _page(work: Work, *, person_id: UUID, now: datetime) -> Page:
    file = registry.show(work, person_id)
    day = work.sites.here().local_day(now)
    here = next(iter(work.visits.open_for(person_id, day)), None)
    catalogue = {entry.code: entry for entry in work.catalogue.all()}
    return Page(file, registry.doubts_of(file), here, catalogue)


def _nobody(work: Work) -> Hits:
    return Hits()
