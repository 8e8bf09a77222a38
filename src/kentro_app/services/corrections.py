"""Putting right what was entered wrongly about a visit. Nothing disappears; history tells it all.

Each correction gives what it takes to undo it (`Correction`), for as long as nobody goes on.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from kentro_app.domain.contacts import Contact, Subject, SubjectTwice, require_sound
from kentro_app.domain.corrections import (
    OtherDay,
    Times,
    joined_contact,
    joined_visit,
    of_person,
    require_double,
    require_times,
    retimed,
)
from kentro_app.domain.ids import new_id
from kentro_app.domain.requests import Request
from kentro_app.domain.visits import CancelReason, ChangedMeanwhile, Visit, annulled
from kentro_app.services import queue
from kentro_app.services.access import Permission, require
from kentro_app.services.contacts import live
from kentro_app.services.discretion import visit_of
from kentro_app.services.ports import Work

_ARRIVED, _LATE = "arrived_at", "late_entry"


@dataclass(frozen=True, slots=True)
class Correction:
    """Each changed thing as it was and as it is. `visit` is the one that counts."""

    visit: Visit
    visits: tuple[tuple[Visit, Visit], ...]
    requests: tuple[tuple[Request, Request], ...] = ()
    contact: tuple[Contact, Contact] | None = None


def set_person(work: Work, visit_id: UUID, person_id: UUID) -> Correction:
    """It was somebody else.

    Raises UnknownVisit, UnknownPerson, AlreadyHere, SubjectTwice, PresenterIsSubject, NotAllowed.
    """
    require(work.actor, Permission.CORRECT)
    visit = visit_of(work, visit_id)
    work.persons.require(person_id)
    beside = {s.person_id for s in work.contacts.subjects(visit_id) if not s.in_error}
    if person_id in beside:
        raise SubjectTwice(field="person")
    contact = work.contacts.of_visit(visit_id)
    if contact is not None:
        require_sound(contact, person_id, visit.day)
    changed = of_person(visit, person_id)
    work.visits.save(changed)
    queue.require_alone(work, changed)
    return Correction(changed, ((visit, changed),))


def set_times(work: Work, visit_id: UUID, times: Times, *, now: datetime) -> Correction:
    """It was at another time; the mark of a late entry is set anew.

    Raises UnknownVisit, StepNotTaken, TimesOutOfOrder, TimeInFuture, OtherDay, NotAllowed.
    """
    require(work.actor, Permission.CORRECT)
    visit = visit_of(work, visit_id)
    if work.sites.here().local_day(times.arrived_at) != visit.day:
        raise OtherDay(field="arrived_at")
    changed = retimed(visit, require_times(visit, times, now), _entered_at(work, visit))
    work.visits.save(changed)
    return Correction(changed, ((visit, changed),))


def join(work: Work, visit_id: UUID, double_id: UUID, *, now: datetime) -> Correction:
    """Two check-ins were one visit: the second is cancelled as a double, what it held goes over.

    Raises UnknownVisit, NotADouble, NotAllowed.
    """
    require(work.actor, Permission.CORRECT)
    kept, double = visit_of(work, visit_id), visit_of(work, double_id)
    require_double(kept, double)
    changed = joined_visit(kept, double)
    ended = _cancelled(double, now)
    work.visits.save(changed)
    work.visits.save(ended)
    requests = _move_requests(work, kept.id, double.id)
    contact = _move_contact(work, kept.id, double.id)
    _move_subjects(work, changed, double)
    visits = tuple((a, b) for a, b in ((kept, changed), (double, ended)) if a != b)
    return Correction(changed, visits, requests, contact)


def take_back(work: Work, correction: Correction) -> Visit:
    """As before the correction. Raises ChangedMeanwhile, AlreadyHere, NotAllowed."""
    require(work.actor, Permission.CORRECT)
    for before, after in correction.visits:
        if work.visits.get(after.id) != after:
            raise ChangedMeanwhile
        work.visits.save(before)
    for request, _moved in correction.requests:
        work.requests.save(request)
    if correction.contact is not None:
        work.contacts.put(correction.contact[0])
    for before, _after in correction.visits:
        queue.require_alone(work, before)
    return correction.visits[0][0] if correction.visits else correction.visit


def _entered_at(work: Work, visit: Visit) -> datetime | None:
    """When the visit was written down, as far as that is known.

    Somebody checked in at once was written down when they arrived, by the first arrival that was
    entered; of a late entry only that it was late is known.
    """
    first: dict[str, Any] = {_ARRIVED: visit.arrived_at, _LATE: visit.late_entry}
    for change in reversed(work.history.of(visit.id)):
        if change.field in first:
            first[change.field] = change.before
    if first[_LATE]:
        return None
    at = first[_ARRIVED]
    return datetime.fromisoformat(at) if isinstance(at, str) else at


def _cancelled(visit: Visit, now: datetime) -> Visit:
    if visit.finished_at is not None:
        return annulled(visit, CancelReason.DOUBLE)
    return visit.cancel(now, CancelReason.DOUBLE)


def _move_requests(work: Work, to: UUID, since: UUID) -> tuple[tuple[Request, Request], ...]:
    there = {request.code for request in live(work.requests.of_visit(to))}
    moved = tuple(
        (request, replace(request, visit_id=to))
        for request in live(work.requests.of_visit(since))
        if request.code not in there
    )
    for _before, after in moved:
        work.requests.save(after)
    return moved


def _move_contact(work: Work, to: UUID, since: UUID) -> tuple[Contact, Contact] | None:
    kept, other = work.contacts.of_visit(to), work.contacts.of_visit(since)
    if other is None:
        return None
    before = other if kept is None else kept
    after = replace(other, visit_id=to) if kept is None else joined_contact(kept, other)
    work.contacts.put(after)
    return before, after


def _move_subjects(work: Work, kept: Visit, double: Visit) -> None:
    there = {subject.person_id: subject for subject in work.contacts.subjects(kept.id)}
    for subject in work.contacts.subjects(double.id):
        if subject.in_error or subject.person_id == kept.person_id:
            continue
        known = there.get(subject.person_id)
        if known is None:
            work.contacts.put_subject(Subject(new_id(), kept.id, subject.person_id))
        elif known.in_error:
            work.contacts.put_subject(replace(known, in_error=False))
