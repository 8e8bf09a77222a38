"""What is known of a visit, put together for the form that writes it down."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kentro_app.domain.contacts import Contact
from kentro_app.domain.people import Person
from kentro_app.domain.requests import Request, RequestCode
from kentro_app.domain.visits import Visit
from kentro_app.services.access import Permission, require
from kentro_app.services.contacts import ContactRequest, live
from kentro_app.services.ports import Work

LATELY = timedelta(weeks=4)
MOST_USED = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be asked for on a day, the codes used most of late first among `often`."""

    entries: tuple[RequestCode, ...] = ()
    often: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactFile:
    """Everything about one visit; mistakes that were taken back are left out."""

    visit: Visit
    person: Person | None
    contact: Contact | None
    requests: tuple[Request, ...]
    presenter: Person | None
    subjects: tuple[Person, ...]

    def request(self) -> ContactRequest:
        """The same as a request: recording it again changes nothing."""
        said = self.contact
        codes = tuple(item.code for item in self.requests)
        begun = ContactRequest(
            self.visit.id,
            requests=codes,
            subjects=tuple(person.id for person in self.subjects),
            note=self.visit.note,
        )
        return begun if said is None else _with(begun, said)


def file(work: Work, visit_id: UUID) -> ContactFile:
    """Everything about one visit; the read is logged first. Raises UnknownVisit, NotAllowed."""
    require(work.actor, Permission.RECORD_CONTACT)
    visit = work.visits.get(visit_id)
    work.trail.note_read("contact.opened", "visit", visit_id)
    contact = work.contacts.of_visit(visit_id)
    subjects = [s for s in work.contacts.subjects(visit_id) if not s.in_error]
    return ContactFile(
        visit,
        work.persons.get(visit.person_id) if visit.person_id else None,
        contact,
        tuple(live(work.requests.of_visit(visit_id))),
        work.persons.get(contact.presenter_id) if contact and contact.presenter_id else None,
        tuple(work.persons.get(subject.person_id) for subject in subjects),
    )


def offer(work: Work, day: date) -> Offer:
    """What can be asked for that day. Raises NotAllowed."""
    require(work.actor, Permission.SEE_SERVICE)
    entries = tuple(entry for entry in work.catalogue.all() if entry.is_valid_on(day))
    valid = {entry.code for entry in entries}
    often = work.requests.most_used(day - LATELY, MOST_USED)
    return Offer(entries, tuple(code for code in often if code in valid))


def _with(begun: ContactRequest, said: Contact) -> ContactRequest:
    return ContactRequest(
        begun.visit_id,
        requests=begun.requests,
        axis=said.axis,
        capacity=said.capacity,
        presenter_id=said.presenter_id,
        presenter_name=said.presenter_name,
        subjects=begun.subjects,
        referred_by=said.referred_by,
        referrer_name=said.referrer_name,
        language=said.language,
        interpreter=said.interpreter,
        outcome=said.outcome,
        next_step=said.next_step,
        next_due=said.next_due,
        note=begun.note,
    )
