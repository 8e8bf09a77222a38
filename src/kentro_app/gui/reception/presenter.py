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
from kentro_app.domain.visits import AlreadyHere, Channel, Visit
from kentro_app.gui.contact.presenter import Caller
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.gui.reception.ports import FindScreen, Hits
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import accounts, contacts, queue, reception, registry
from kentro_app.services.ports import Work

MOST_HITS = 20

Entered = tuple[UUID | None, Channel]  # for whom, by what way
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
    """Finding somebody and checking them in. `already_here` is told whom the desk has already.

    `record` is told of whoever turned to the centre without coming to wait; None where contacts
    are not written down: then they are only counted.
    """

    def __init__(
        self,
        screen: FindScreen,
        desk: DeskDoor,
        says: Says,
        *,
        now: Clock,
        already_here: Callable[[UUID], None],
        record: Callable[[Caller], None] | None = None,
    ) -> None:
        self._screen, self._desk, self._says, self._now = screen, desk, says, now
        self._already_here, self._record = already_here, record
        self._hits = Hits()
        self._typed = ""
        self._enter: Entered | None = None  # Enter was pressed before the answer came
        self._busy = False

    def search(self, text: str) -> None:
        """What is in the field has changed."""
        self._typed, self._enter = text.strip(), None
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

    def enter(
        self, selected: UUID | None, for_user: UUID | None, channel: Channel = Channel.IN_PERSON
    ) -> None:
        """Check in whoever is selected; if the answer is still on its way, wait for it."""
        if not self._typed:
            return
        if self._hits.typed != self._typed:
            self._enter = (for_user, channel)
        elif selected is not None:
            self._meet(Caller(selected, self._hits.name_of(selected), channel, for_user))

    def check_in(
        self,
        person_id: UUID,
        name: str,
        for_user: UUID | None = None,
        channel: Channel = Channel.IN_PERSON,
    ) -> None:
        """Open a visit for somebody who is known."""
        if self._busy:
            return
        self._set_busy(True)
        request = reception.CheckIn(new_id(), person_id, channel=channel, for_user=for_user)

        def again() -> None:
            self.check_in(person_id, name, for_user, channel)

        self._desk.perform(
            partial(reception.check_in, request=request, now=self._now()),
            partial(self._checked_in, name=name),
            lambda error: self._refused(error, person_id, again),
            owner=self._screen,
        )

    def checked_in(self, visit: Visit, words: str) -> None:
        """Say so, for as long as it can be taken back."""
        self._says.all_well()
        self._says.say(words, lambda: self._undo(visit))

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
        entered, self._enter = self._enter, None
        # Somebody pressed Enter before the answer came: only where there is no choice to make.
        if entered is not None and len(hits.found) == 1:
            self.enter(hits.found[0].id, *entered)

    def _meet(self, caller: Caller) -> None:
        if caller.channel.queues or self._record is None:
            self.check_in(caller.person_id, caller.name, caller.for_user, caller.channel)
        else:
            self._screen.start_over()
            self._record(caller)

    def _checked_in(self, visit: Visit, name: str) -> None:
        self._set_busy(False)
        self._screen.start_over()
        waits = visit.channel.queues
        words = _("{ticket} · {name} is checked in.") if waits else _("{ticket} · {name}: noted.")
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

    def _undo(self, visit: Visit) -> None:
        take_back = queue.cancel if visit.channel.queues else contacts.take_back
        self._desk.perform(
            partial(take_back, visit_id=visit.id, now=self._now()),
            lambda visit: self._says.say(
                _("The check-in {ticket} was taken back.").format(ticket=visit.code)
            ),
            lambda error: self._failed(error, lambda: self._undo(visit)),
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
