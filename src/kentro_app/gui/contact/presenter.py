"""Writing down what a visit was about, without a window."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock
from kentro_app.domain.requests import propose_axis
from kentro_app.domain.visits import Channel, Visit
from kentro_app.gui.contact.catalogue import GREEK_AXES
from kentro_app.gui.contact.draft import ContactDraft, from_file
from kentro_app.gui.contact.ports import ContactScreen, Opened
from kentro_app.gui.contact.words import channel_words
from kentro_app.gui.ports import DeskDoor, Says
from kentro_app.gui.words import joined
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import contact_files, contacts, registry
from kentro_app.services.contact_files import ContactFile, Offer
from kentro_app.services.contacts import ContactRequest
from kentro_app.services.ports import Work
from kentro_app.services.reception import CheckIn

MOST_HITS = 8
CALLER = "caller"

Found = tuple[ContactFile, Offer]


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody known who turned to the centre without coming to wait: no visit is open yet."""

    person_id: UUID
    name: str
    channel: Channel
    for_user: UUID | None = None


class ContactPresenter:
    """Holds whose record is open: that of a visit, or of a caller whose visit comes with it."""

    def __init__(self, screen: ContactScreen, desk: DeskDoor, says: Says, now: Clock) -> None:
        self._screen, self._desk, self._says, self._now = screen, desk, says, now
        self._file: ContactFile | None = None
        self._caller: Caller | None = None
        self._name = ""
        self._day = date.min
        self._busy = False

    @property
    def subject(self) -> str:
        """What the open record is about: a visit, or a caller and the channel."""
        if self._caller is not None:
            return f"{CALLER} {self._caller.person_id} {self._caller.channel.value}"
        return str(self._file.visit.id) if self._file else ""

    def open(self, visit_id: UUID) -> None:
        """Show what is written down about a visit."""
        self._desk.ask(
            partial(_read, visit_id=visit_id),
            self._show_file,
            lambda error: self._failed(error, lambda: self.open(visit_id)),
            owner=self._screen,
            latest="contact",
        )

    def begin(self, caller: Caller) -> None:
        """Show an empty record for somebody who is known; saving it opens their visit."""
        self._desk.ask(
            partial(_offer_today, now=self._now),
            lambda found: self._show_caller(caller, *found),
            lambda error: self._failed(error, lambda: self.begin(caller)),
            owner=self._screen,
            latest="contact",
        )

    def changed(self, draft: ContactDraft) -> None:
        """Something was typed or chosen."""
        proposed = propose_axis(draft.requests) if draft.axis is None else None
        words = _("{axis}, as the requests say")
        letter = GREEK_AXES[proposed.value] if proposed else ""
        self._screen.show_axis(words.format(axis=letter) if letter else "")

    def search(self, field: str, text: str) -> None:
        """Who may be meant by what was typed into `presenter` or `subjects`."""
        typed = text.strip()
        if not typed:
            return
        self._desk.ask(
            partial(registry.find, text=typed, limit=MOST_HITS),
            lambda found: self._screen.show_hits(field, typed, found),
            lambda error: self._failed(error, lambda: self.search(field, text)),
            owner=self._screen,
            latest=f"contact {field}",
        )

    def save(self, draft: ContactDraft) -> None:
        """Write everything down, in one transaction."""
        if self._busy or (self._file is None and self._caller is None):
            return
        self._screen.show_problems({})
        try:
            request = draft.request(self._visit_id(), self._day)
        except RuleViolation as error:
            self._refused(error)
            return
        self._set_busy(True)
        self._desk.perform(
            partial(_write, request=request, arrival=self._arrival(request), now=self._now),
            self._written,
            lambda error: self._failed(error, lambda: self.save(draft)),
            owner=self._screen,
        )

    # what happens in between

    def _visit_id(self) -> UUID:
        return self._file.visit.id if self._file else new_id()

    def _arrival(self, request: ContactRequest) -> CheckIn | None:
        caller = self._caller
        if caller is None:
            return None
        return CheckIn(
            request.visit_id, caller.person_id, channel=caller.channel, for_user=caller.for_user
        )

    def _show_file(self, opened: Found) -> None:
        file, offer = opened
        self._file, self._caller = file, None
        self._name = file.person.full_name if file.person else _("Anonymous")
        self._day = file.visit.day
        whose = joined(file.visit.code, self._name, channel_words()[file.visit.channel])
        self._show(Opened(whose, self._day, offer, from_file(file)))

    def _show_caller(self, caller: Caller, offer: Offer, today: date) -> None:
        self._file, self._caller = None, caller
        self._name, self._day = caller.name, today
        whose = joined(caller.name, channel_words()[caller.channel])
        self._show(Opened(whose, today, offer, ContactDraft()))

    def _show(self, opened: Opened) -> None:
        self._screen.show_problems({})
        self._screen.show_record(opened)
        self.changed(opened.draft)

    def _written(self, visit: Visit) -> None:
        self._set_busy(False)
        before, opened = self._file, self._caller is not None
        self._file = self._caller = None
        self._says.all_well()
        words = _("{ticket} · {name}: written down.")
        undo = self._take_back(visit) if opened else self._put_back(before)
        self._screen.saved()
        self._says.say(words.format(ticket=visit.code, name=self._name), undo)

    def _put_back(self, before: ContactFile | None) -> Callable[[], None] | None:
        if before is None:
            return None
        request = before.request()

        def undo() -> None:
            self._desk.perform(
                lambda work: contacts.record(work, request, now=self._now()),
                lambda _said: self._says.say(_("It is as it was before.")),
                lambda error: self._not_undone(error, undo),
                owner=self._screen,
            )

        return undo

    def _take_back(self, visit: Visit) -> Callable[[], None]:
        def undo() -> None:
            self._desk.perform(
                lambda work: contacts.take_back(work, visit.id, now=self._now()),
                lambda taken: self._says.say(
                    _("The contact {ticket} was taken back.").format(ticket=taken.code)
                ),
                lambda error: self._not_undone(error, undo),
                owner=self._screen,
            )

        return undo

    def _failed(self, error: Exception, again: Callable[[], None]) -> None:
        self._set_busy(False)
        if isinstance(error, RuleViolation):
            self._refused(error)
        else:
            self._says.trouble(error, again)

    def _refused(self, error: RuleViolation) -> None:
        field = error.field or ""
        known = field in ContactDraft.__slots__  # else it stands beside the first field
        self._screen.show_problems({field if known else "requests": explain(error)})

    def _not_undone(self, error: Exception, again: Callable[[], None]) -> None:
        # Nobody looks at the form any more.
        if isinstance(error, RuleViolation):
            self._says.say(explain(error))
        else:
            self._says.trouble(error, again)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._screen.set_busy(busy)


def _read(work: Work, *, visit_id: UUID) -> Found:
    file = contact_files.file(work, visit_id)
    return file, contact_files.offer(work, file.visit.day)


def _offer_today(work: Work, *, now: Clock) -> tuple[Offer, date]:
    today = work.sites.here().local_day(now())
    return contact_files.offer(work, today), today


def _write(work: Work, *, request: ContactRequest, arrival: CheckIn | None, now: Clock) -> Visit:
    moment = now()
    if arrival is not None:
        return contacts.open_and_record(work, arrival, request, now=moment)
    contacts.record(work, request, now=moment)
    return work.visits.get(request.visit_id)
