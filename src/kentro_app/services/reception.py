"""The front desk: who comes, who waits, who is seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kentro_app.domain.ids import new_id
from kentro_app.domain.requests import Request, require_codes
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import clean
from kentro_app.domain.visits import (
    NOTE_LONGEST,
    AgeBand,
    AlreadyHere,
    ArrivalInFuture,
    Channel,
    NameOrAnonymous,
    NobodyWaiting,
    Visit,
    is_late,
)
from kentro_app.services.access import Permission, require
from kentro_app.services.discretion import visits_of
from kentro_app.services.ports import VisitRow, Work


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The desk's request. Its id lets the server tell a retry from a second visit.

    `arrived_at` is given only when a visit is entered afterwards.
    """

    visit_id: UUID
    person_id: UUID | None = None
    anonymous_sex: Sex | None = None
    anonymous_age: AgeBand | None = None
    channel: Channel = Channel.IN_PERSON
    requests: tuple[str, ...] = ()
    for_user: UUID | None = None
    arrived_at: datetime | None = None
    note: str = ""


def check_in(work: Work, request: CheckIn, *, now: datetime) -> Visit:
    """Open a visit.

    Raises AlreadyHere, UnknownPerson, UnknownRequest, NameOrAnonymous, ArrivalInFuture,
    NotAllowed.
    """
    require(work.actor, Permission.RECEIVE)
    visit = _new_visit(work, request, now)
    codes: tuple[str, ...] = ()
    if request.requests:
        codes = require_codes(request.requests, work.sites.catalogue(), visit.day)
    work.visits.add(visit, [Request(new_id(), visit.id, code, visit.arrived_at) for code in codes])
    return visit


def _new_visit(work: Work, request: CheckIn, now: datetime) -> Visit:
    arrived = request.arrived_at or now
    if arrived > now:
        raise ArrivalInFuture(field="at")
    day = work.sites.here().local_day(arrived)
    _require_subject(work, request, day)
    return Visit(
        id=request.visit_id,
        site_id=work.desk.site_id,
        day=day,
        letter=work.desk.letter,
        ticket=work.visits.next_ticket(day, work.desk.letter),
        channel=request.channel,
        arrived_at=arrived,
        recorded_by=work.actor.user_id,
        person_id=request.person_id,
        anonymous_sex=request.anonymous_sex,
        anonymous_age=request.anonymous_age,
        for_user=request.for_user,
        note=clean(request.note, field="note", longest=NOTE_LONGEST),
        late_entry=is_late(arrived, now),
    )


def _require_subject(work: Work, request: CheckIn, day: date) -> None:
    anonymous = request.anonymous_sex is not None or request.anonymous_age is not None
    if anonymous == (request.person_id is not None):
        raise NameOrAnonymous(field="person")
    if request.person_id is None:
        return
    work.persons.require(request.person_id)
    if work.visits.open_for(request.person_id, day):
        raise AlreadyHere(field="person")


def call(work: Work, visit_id: UUID, *, now: datetime) -> Visit:
    """Call somebody who waits. Raises NotWaiting, UnknownVisit, NotAllowed."""
    return _step(work, visit_id, lambda visit: visit.call(now))


def finish(work: Work, visit_id: UUID, *, now: datetime) -> Visit:
    """The visit is over and was served. Raises VisitClosed, UnknownVisit, NotAllowed."""
    return _step(work, visit_id, lambda visit: visit.finish(now))


def leave(work: Work, visit_id: UUID, *, now: datetime) -> Visit:
    """The person went away unserved. Raises VisitClosed, UnknownVisit, NotAllowed."""
    return _step(work, visit_id, lambda visit: visit.leave(now))


def cancel(work: Work, visit_id: UUID, *, now: datetime) -> Visit:
    """The check-in was a mistake; it is kept and marked. Raises VisitClosed, UnknownVisit."""
    return _step(work, visit_id, lambda visit: visit.cancel(now))


def call_next(work: Work, *, now: datetime) -> Visit:
    """Call whoever has waited longest for the actor or for anybody. Raises NobodyWaiting."""
    require(work.actor, Permission.RECEIVE)
    day = work.sites.here().local_day(now)
    waiting = work.visits.next_waiting(day, work.actor.user_id)
    if waiting is None:
        raise NobodyWaiting
    return call(work, waiting.id, now=now)


def _step(work: Work, visit_id: UUID, change: Callable[[Visit], Visit]) -> Visit:
    require(work.actor, Permission.RECEIVE)
    visit = change(work.visits.get(visit_id))
    work.visits.save(visit)
    return visit


def day_list(work: Work, *, now: datetime) -> Sequence[VisitRow]:
    """Today's visits in order of arrival, as the reception screen shows them."""
    require(work.actor, Permission.RECEIVE)
    return visits_of(work, work.sites.here().local_day(now))
