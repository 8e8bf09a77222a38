"""Reception, without a window: what happens when, and what is said about it."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock
from kentro_app.domain.roles import Role
from kentro_app.domain.text import wrong_layout
from kentro_app.domain.users import User
from kentro_app.domain.visits import AlreadyHere, Visit
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.gui.reception.ports import FindScreen, Hits
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import accounts, queue, reception, registry
from kentro_app.services.ports import Work

MOST_HITS = 20
_SEES_NOBODY = frozenset({Role.DESK, Role.DPO, Role.TECHNICIAN})


def look_up(work: Work, text: str) -> Hits:
    """Who is meant; where nobody is, who would be on the other keyboard layout."""
    found = tuple(registry.find(work, text, MOST_HITS))
    if found:
        return Hits(text, found)
    turned = wrong_layout(text)
    others = tuple(registry.find(work, turned, MOST_HITS)) if turned else ()
    return Hits(text, others, turned if others and turned else "")


class FindPresenter:
    """Finding somebody and checking them in. `already_here` is told whom the desk has already."""

    def __init__(
        self,
        screen: FindScreen,
        desk: DeskDoor,
        says: Says,
        *,
        now: Clock,
        already_here: Callable[[UUID], None],
    ) -> None:
        self._screen, self._desk, self._says, self._now = screen, desk, says, now
        self._already_here = already_here
        self._hits = Hits()
        self._typed = ""
        self._enter: UUID | bool | None = False  # False: nobody has pressed Enter yet
        self._busy = False

    def search(self, text: str) -> None:
        """What is in the field has changed."""
        self._typed, self._enter = text.strip(), False
        self._screen.show_refusal("")
        # An empty field is a question too: it makes every answer still on its way a late one.
        query = partial(look_up, text=self._typed) if self._typed else _nobody
        self._desk.ask(
            query,
            self._found,
            lambda error: self._failed(error, lambda: self.search(text)),
            owner=self._screen,
            latest="search",
        )

    def enter(self, selected: UUID | None, for_user: UUID | None) -> None:
        """Check in whoever is selected; if the answer is still on its way, wait for it."""
        if not self._typed:
            return
        if self._hits.typed != self._typed:
            self._enter = for_user
        elif selected is not None:
            self.check_in(selected, self._hits.name_of(selected), for_user)

    def check_in(self, person_id: UUID, name: str, for_user: UUID | None = None) -> None:
        """Open a visit for somebody who is known."""
        if self._busy:
            return
        self._set_busy(True)
        request = reception.CheckIn(new_id(), person_id, for_user=for_user)

        def again() -> None:
            self.check_in(person_id, name, for_user)

        self._desk.perform(
            partial(reception.check_in, request=request, now=self._now()),
            partial(self._checked_in, name=name),
            lambda error: self._refused(error, person_id, again),
            owner=self._screen,
        )

    def checked_in(self, visit: Visit, words: str) -> None:
        """Say so, for as long as it can be taken back."""
        self._says.all_well()
        self._says.say(words, lambda: self._undo(visit.id))

    def load_colleagues(self) -> None:
        """Fetch those a visit can be for."""
        self._desk.ask(
            accounts.colleagues,
            lambda people: self._screen.show_colleagues(who_see_people(people)),
            lambda error: self._failed(error, self.load_colleagues),
            owner=self._screen,
            latest="colleagues",
        )

    def _found(self, hits: Hits) -> None:
        self._hits = hits
        self._says.all_well()
        self._screen.show_hits(hits)
        for_user, self._enter = self._enter, False
        # Somebody pressed Enter before the answer came: only where there is no choice to make.
        if not isinstance(for_user, bool) and len(hits.found) == 1:
            self.enter(hits.found[0].id, for_user)

    def _checked_in(self, visit: Visit, name: str) -> None:
        self._set_busy(False)
        self._screen.start_over()
        words = _("{ticket} · {name} is checked in.")
        self.checked_in(visit, words.format(ticket=visit.code, name=name))

    def _refused(self, error: Exception, person_id: UUID, again: Callable[[], None]) -> None:
        self._set_busy(False)
        self._failed(error, again)
        if isinstance(error, AlreadyHere):
            self._already_here(person_id)

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        if isinstance(error, RuleViolation):
            self._screen.show_refusal(explain(error))
        else:
            self._says.trouble(error, again)

    def _undo(self, visit_id: UUID) -> None:
        self._desk.perform(
            partial(queue.cancel, visit_id=visit_id, now=self._now()),
            lambda visit: self._says.say(
                _("The check-in {ticket} was taken back.").format(ticket=visit.code)
            ),
            lambda error: self._failed(error, lambda: self._undo(visit_id)),
            owner=self._screen,
        )

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._screen.set_busy(busy)


def _nobody(work: Work) -> Hits:
    return Hits()


def who_see_people(people: Sequence[User]) -> list[User]:
    """Those of the colleagues whom a visit can be for."""
    return [user for user in people if user.role not in _SEES_NOBODY]
