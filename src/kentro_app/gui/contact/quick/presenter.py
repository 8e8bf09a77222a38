"""The anonymous contact, without a window."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol
from uuid import UUID

from kentro_app.domain.contacts import Outcome
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand, Channel, NationalityGroup, Visit
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import contact_files, contacts
from kentro_app.services.contact_files import Offer
from kentro_app.services.ports import Work
from kentro_app.services.reception import CheckIn


@dataclass(frozen=True, slots=True)
class QuickContact:
    """What was chosen about somebody without a name."""

    sex: Sex
    age: AgeBand
    channel: Channel = Channel.IN_PERSON
    group: NationalityGroup | None = None
    requests: tuple[str, ...] = ()
    outcome: Outcome | None = None


class QuickScreen(Protocol):
    def show_offer(self, offer: Offer) -> None: ...
    def show_refusal(self, words: str) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
    def saved(self) -> None: ...


class QuickPresenter:
    """`sees_service` is false where requests and outcomes are not asked for at all."""

    def __init__(
        self, screen: QuickScreen, desk: DeskDoor, says: Says, *, now: Clock, sees_service: bool
    ) -> None:
        self._screen, self._desk, self._says, self._now = screen, desk, says, now
        self._sees_service = sees_service
        self._busy = False

    def start(self) -> None:
        """Fetch what can be asked for today."""
        self._screen.show_refusal("")
        if not self._sees_service:
            return
        self._desk.ask(
            lambda work: contact_files.offer(work, work.sites.here().local_day(self._now())),
            self._screen.show_offer,
            lambda error: self._failed(error, self.start),
            owner=self._screen,
            latest="quick contact",
        )

    def save(self, said: QuickContact) -> None:
        """Count them, in one transaction."""
        if self._busy:
            return
        self._set_busy(True)
        self._screen.show_refusal("")
        arrival = CheckIn(
            new_id(),
            anonymous_sex=said.sex,
            anonymous_age=said.age,
            anonymous_group=said.group,
            channel=said.channel,
            requests=said.requests,
        )
        self._desk.perform(
            partial(_write, arrival=arrival, outcome=said.outcome, now=self._now),
            self._saved,
            lambda error: self._failed(error, lambda: self.save(said)),
            owner=self._screen,
        )

    def _saved(self, visit: Visit) -> None:
        self._set_busy(False)
        self._says.all_well()
        self._screen.saved()
        words = _("Anonymous contact {ticket} was written down.")
        self._says.say(words.format(ticket=visit.code), lambda: self._undo(visit.id))

    def _undo(self, visit_id: UUID) -> None:
        self._desk.perform(
            lambda work: contacts.take_back(work, visit_id, now=self._now()),
            lambda visit: self._says.say(
                _("The contact {ticket} was taken back.").format(ticket=visit.code)
            ),
            lambda error: self._failed(error, lambda: self._undo(visit_id)),
            owner=self._screen,
        )

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        self._set_busy(False)
        if isinstance(error, RuleViolation):
            self._screen.show_refusal(explain(error))
        else:
            self._says.trouble(error, again)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._screen.set_busy(busy)


def _write(work: Work, *, arrival: CheckIn, outcome: Outcome | None, now: Clock) -> Visit:
    return contacts.anonymous(work, arrival, outcome, now=now())
