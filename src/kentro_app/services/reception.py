"""The front desk: who comes. What becomes of them is in `services.queue`."""

from collections.abc import Sequence
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
    NationalityGroup,
    Priority,
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
    anonymous_group: NationalityGroup | None = None
    priority: Priority | None = None


def check_in(work: Work, request: CheckIn, *, now: datetime) -> Visit:
    """Open a visit; one that nobody waits for is over at once.

    Raises AlreadyHere, UnknownPerson, UnknownRequest, NameOrAnonymous, ArrivalInFuture,
    NotAllowed.
    """
    require(work.actor, Permission.RECEIVE)
    if request.channel is Channel.PROSECUTOR:
        require(work.actor, Permission.SEE_SERVICE)
    visit = _new_visit(work, request, now)
    if not request.channel.queues:
        visit = visit.finish(visit.arrived_at)
    codes: tuple[str, ...] = ()
    if request.requests:
        codes = offered_codes(work, request.requests, visit.day)
    work.visits.add(visit, [Request(new_id(), visit.id, code, visit.arrived_at) for code in codes])
    return visit


def offered_codes(work: Work, wanted: Sequence[str], day: date) -> tuple[str, ...]:
    """The wanted codes, once each. Raises UnknownRequest; NotAllowed for what is restricted."""
    catalogue = work.catalogue.all()
    codes = require_codes(wanted, catalogue, day)
    restricted = {entry.code for entry in catalogue if entry.restricted}
    if restricted.intersection(codes):
        require(work.actor, Permission.SEE_SERVICE)
    return codes


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
        anonymous_group=request.anonymous_group,
        priority=request.priority,
    )


def _require_subject(work: Work, request: CheckIn, day: date) -> None:
    about = (request.anonymous_sex, request.anonymous_age, request.anonymous_group)
    anonymous = any(part is not None for part in about)
    if anonymous == (request.person_id is not None):
        raise NameOrAnonymous(field="person")
    if request.person_id is None:
        return
    work.persons.require(request.person_id)
    if request.channel.queues and work.visits.open_for(request.person_id, day):
        raise AlreadyHere(field="person")


def day_list(work: Work, *, now: datetime) -> Sequence[VisitRow]:
    """Today's visits in order of arrival, as the reception screen shows them."""
    require(work.actor, Permission.RECEIVE)
    return visits_of(work, work.sites.here().local_day(now))
