"""Contacts: what is written down about a visit, by whoever spoke with the citizen (domain §2.1).

One request says everything the form holds. What is new in it is added, what is missing from it is
marked as entered in error: nothing is deleted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from kentro_app.domain.contacts import (
    NAME_LONGEST,
    STEP_LONGEST,
    Capacity,
    Contact,
    Interpreter,
    Outcome,
    Referrer,
    Subject,
    require_sound,
    require_subjects,
    state_after,
)
from kentro_app.domain.ids import new_id
from kentro_app.domain.people import UnknownPerson
from kentro_app.domain.requests import Axis, Request, RequestState, propose_axis
from kentro_app.domain.text import clean
from kentro_app.domain.visits import (
    NOTE_LONGEST,
    CancelReason,
    Stage,
    Visit,
    VisitClosed,
    annulled,
)
from kentro_app.services import reception
from kentro_app.services.access import Permission, require
from kentro_app.services.ports import DueStep, Work
from kentro_app.services.reception import CheckIn, offered_codes

MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class ContactRequest:
    """Everything written down about one visit, as it was typed.

    Without an `axis` it is the one most of the requests belong to. `presenter_id` or
    `presenter_name` says who spoke for the subject; `subjects` are further persons.
    """

    visit_id: UUID
    requests: tuple[str, ...] = ()
    axis: Axis | None = None
    capacity: Capacity | None = None
    presenter_id: UUID | None = None
    presenter_name: str = ""
    subjects: tuple[UUID, ...] = ()
    referred_by: Referrer | None = None
    referrer_name: str = ""
    language: str = ""
    interpreter: Interpreter | None = None
    outcome: Outcome | None = None
    next_step: str = ""
    next_due: date | None = None
    note: str = ""


def record(work: Work, request: ContactRequest, *, now: datetime) -> Contact:
    """Write down, or change, what a visit was about.

    Raises UnknownVisit, VisitClosed (cancelled), UnknownPerson, UnknownRequest, SubjectTwice,
    TooManySubjects, TooLong, UnprintableText, NotAllowed, and what `require_sound` raises.
    """
    require(work.actor, Permission.RECORD_CONTACT)
    visit = work.visits.get(request.visit_id)
    if visit.stage is Stage.CANCELLED:
        raise VisitClosed(field="visit")
    codes = _put_requests(work, visit, request.requests, now)
    _put_subjects(work, visit, request.subjects)
    _put_note(work, visit, request.note)
    old = work.contacts.of_visit(visit.id)
    blank = Contact(new_id(), visit.id, work.actor.user_id, now)
    contact = _said(old or blank, request, codes)
    require_sound(contact, visit.person_id, visit.day)
    _require_presenter(work, contact.presenter_id)
    work.contacts.put(contact)
    return contact


def open_and_record(
    work: Work, arrival: CheckIn, request: ContactRequest, *, now: datetime
) -> Visit:
    """Open a visit and write down what it is about, or do neither.

    Requests and the note stand in `request`. Raises as `reception.check_in` and `record`.
    """
    arrival = replace(arrival, requests=(), note="")
    visit = reception.check_in(work, arrival, now=now)
    record(work, replace(request, visit_id=visit.id), now=now)
    return work.visits.get(visit.id)


def anonymous(
    work: Work, arrival: CheckIn, outcome: Outcome | None = None, *, now: datetime
) -> Visit:
    """A contact with somebody who gives no name, opened and finished at once.

    It counts among the visits. Requests and outcome need SEE_SERVICE. Raises as
    `reception.check_in`.
    """
    service = bool(arrival.requests) or outcome is not None
    if service:
        require(work.actor, Permission.SEE_SERVICE)
    visit = reception.check_in(work, arrival, now=now)
    if visit.stage is not Stage.DONE:
        visit = visit.finish(now)
        work.visits.save(visit)
    if not service:
        return visit
    asked = work.requests.of_visit(visit.id)
    for item in asked:
        work.requests.save(replace(item, state=state_after(outcome)))
    axis = propose_axis(item.code for item in asked)
    work.contacts.put(
        Contact(new_id(), visit.id, work.actor.user_id, now, axis=axis, outcome=outcome)
    )
    return visit


def anonymous_recorded(
    work: Work, arrival: CheckIn, request: ContactRequest, *, now: datetime
) -> Visit:
    """`anonymous`, with whatever else is known of it. Raises as `anonymous` and `record`."""
    visit = anonymous(work, arrival, request.outcome, now=now)
    record(work, replace(request, visit_id=visit.id), now=now)
    return work.visits.get(visit.id)


def take_back(work: Work, visit_id: UUID, *, now: datetime) -> Visit:
    """A contact that was over at once was a mistake; it is kept and counted nowhere.

    Raises UnknownVisit, NotEnded, VisitClosed, NotAllowed.
    """
    require(work.actor, Permission.RECEIVE)
    visit = work.visits.get(visit_id)
    if visit.stage is Stage.CANCELLED:
        raise VisitClosed(field="visit")
    visit = replace(annulled(visit, CancelReason.MISTAKE), finished_at=now)
    work.visits.save(visit)
    return visit


def steps_due(work: Work, until: date) -> Sequence[DueStep]:
    """Next steps not done that fall due until that day, the oldest first. Raises NotAllowed."""
    require(work.actor, Permission.RECORD_CONTACT)
    return work.contacts.due(until, MOST_STEPS)


def step_done(work: Work, contact_id: UUID, *, now: datetime) -> Contact:
    """The next step was taken. Raises UnknownContact, NotAllowed."""
    return _step(work, contact_id, lambda contact: replace(contact, next_done_at=now))


def step_open(work: Work, contact_id: UUID) -> Contact:
    """The next step was not taken after all. Raises UnknownContact, NotAllowed."""
    return _step(work, contact_id, lambda contact: replace(contact, next_done_at=None))


def _step(work: Work, contact_id: UUID, change: Callable[[Contact], Contact]) -> Contact:
    require(work.actor, Permission.RECORD_CONTACT)
    contact = change(work.contacts.get(contact_id))
    work.contacts.put(contact)
    return contact


def _said(contact: Contact, request: ContactRequest, codes: Sequence[str]) -> Contact:
    step = clean(request.next_step, field="next_step", longest=STEP_LONGEST)
    same_step = (step, request.next_due) == (contact.next_step, contact.next_due)
    by_id = request.presenter_id is not None
    name = "" if by_id else request.presenter_name
    return replace(
        contact,
        axis=request.axis or propose_axis(codes),
        capacity=request.capacity,
        presenter_id=request.presenter_id,
        presenter_name=clean(name, field="presenter", longest=NAME_LONGEST),
        referred_by=request.referred_by,
        referrer_name=clean(request.referrer_name, field="referrer_name", longest=NAME_LONGEST),
        language=clean(request.language, field="language", longest=NAME_LONGEST),
        interpreter=request.interpreter,
        outcome=request.outcome,
        next_step=step,
        next_due=request.next_due,
        next_done_at=contact.next_done_at if same_step else None,
    )


def _put_requests(
    work: Work, visit: Visit, wanted: tuple[str, ...], now: datetime
) -> tuple[str, ...]:
    """Add what is new and mark what is gone; a code that ended since then stays."""
    standing = {item.code: item for item in live(work.requests.of_visit(visit.id))}
    added = offered_codes(work, [code for code in wanted if code not in standing], visit.day)
    for code in added:
        work.requests.add(Request(new_id(), visit.id, code, now))
    for code, item in standing.items():
        if code not in wanted:
            work.requests.save(replace(item, state=RequestState.ENTERED_IN_ERROR))
    return tuple(dict.fromkeys(wanted))


def live(requests: Sequence[Request]) -> list[Request]:
    """Those that were really made."""
    return [item for item in requests if item.state is not RequestState.ENTERED_IN_ERROR]


def _put_subjects(work: Work, visit: Visit, wanted: Sequence[UUID]) -> None:
    persons = require_subjects(wanted, visit.person_id)
    known = {subject.person_id: subject for subject in work.contacts.subjects(visit.id)}
    for person_id in persons:
        if person_id not in known:
            _require_person(work, person_id, "subjects")
            work.contacts.put_subject(Subject(new_id(), visit.id, person_id))
    for person_id, subject in known.items():
        if subject.in_error != (person_id not in persons):
            work.contacts.put_subject(replace(subject, in_error=not subject.in_error))


def _put_note(work: Work, visit: Visit, note: str) -> None:
    said = clean(note, field="note", longest=NOTE_LONGEST, multiline=True)
    if said != visit.note:
        work.visits.save(replace(visit, note=said))


def _require_presenter(work: Work, person_id: UUID | None) -> None:
    if person_id is not None:
        _require_person(work, person_id, "presenter")


def _require_person(work: Work, person_id: UUID, field: str) -> None:
    try:
        work.persons.require(person_id)
    except UnknownPerson as error:
        raise UnknownPerson(field=field, id=str(person_id)) from error
