"""The queue: who is called next, into which room, and how it ends.

Every step can be taken back (`take_back`) as long as nobody has gone on from it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kentro_app.domain.users import UnknownUser
from kentro_app.domain.visits import (
    OPEN_STAGES,
    AlreadyHere,
    CancelReason,
    ChangedMeanwhile,
    NobodyWaiting,
    Priority,
    Visit,
    meant_for,
    prioritised,
)
from kentro_app.services.access import Permission, require
from kentro_app.services.discretion import visit_of
from kentro_app.services.ports import Work
from kentro_app.services.rooms import own_room


@dataclass(frozen=True, slots=True)
class Stepped:
    """A visit before and after a step, with the name to say: what it takes to take it back."""

    before: Visit
    after: Visit
    name: str = ""


def next_up(work: Work, *, now: datetime) -> Visit:
    """Whose turn it is with the actor: priority first. Raises NobodyWaiting, NotAllowed."""
    require(work.actor, Permission.RECEIVE)
    day = work.sites.here().local_day(now)
    waiting = work.visits.next_waiting(day, work.actor.user_id)
    if waiting is None:
        raise NobodyWaiting
    return waiting


def call_next(work: Work, *, now: datetime) -> Visit:
    """Call whoever's turn it is. Raises NobodyWaiting, NotAllowed."""
    return call(work, next_up(work, now=now).id, now=now)


def call(work: Work, visit_id: UUID, *, now: datetime) -> Visit:
    """Call somebody into the actor's room. Raises NotWaiting, UnknownVisit, NotAllowed."""
    who, room_id = work.actor.user_id, own_room(work)
    return _step(work, visit_id, lambda visit: visit.call(now, who, room_id))


def call_again(work: Work, visit_id: UUID, *, now: datetime) -> Visit:
    """Call once more. Raises NotCalled, UnknownVisit, NotAllowed."""
    who, room_id = work.actor.user_id, own_room(work)
    return _step(work, visit_id, lambda visit: visit.call_again(now, who, room_id))


def not_here(work: Work, visit_id: UUID, *, now: datetime) -> Visit:
    """Nobody came: back to those who wait. Raises NotCalled, UnknownVisit, NotAllowed."""
    return _step(work, visit_id, lambda visit: visit.not_here())


def finish(work: Work, visit_id: UUID, *, now: datetime) -> Visit:
    """The visit is over and was served. Raises VisitClosed, UnknownVisit, NotAllowed."""
    return _step(work, visit_id, lambda visit: visit.finish(now))


def leave(work: Work, visit_id: UUID, *, now: datetime) -> Visit:
    """The person went away unserved. Raises VisitClosed, UnknownVisit, NotAllowed."""
    return _step(work, visit_id, lambda visit: visit.leave(now))


def cancel(
    work: Work,
    visit_id: UUID,
    *,
    now: datetime,
    because: CancelReason = CancelReason.MISTAKE,
) -> Visit:
    """The visit counts nowhere; it is kept and marked. Raises VisitClosed, UnknownVisit."""
    return _step(work, visit_id, lambda visit: visit.cancel(now, because))


def take_up(work: Work, visit_id: UUID, *, now: datetime) -> Visit:
    """It was ended by mistake.

    Raises NotEnded, NeverWaited, AlreadyHere, UnknownVisit, NotAllowed.
    """
    visit = _step(work, visit_id, Visit.take_up)
    require_alone(work, visit)
    return visit


def set_priority(work: Work, visit_id: UUID, priority: Priority | None) -> Visit:
    """Before those who came earlier, or no longer. Raises VisitClosed, UnknownVisit."""
    return _step(work, visit_id, lambda visit: prioritised(visit, priority))


def set_for_whom(work: Work, visit_id: UUID, user_id: UUID | None) -> Visit:
    """For a colleague, or for whoever is free. Raises UnknownUser, VisitClosed, UnknownVisit."""
    if user_id is not None and not work.users.get(user_id).active:
        raise UnknownUser(field="for", name=str(user_id))
    return _step(work, visit_id, lambda visit: meant_for(visit, user_id))


def stepping(work: Work, visit_id: UUID, step: Callable[[Work, UUID], Visit]) -> Stepped:
    """A step with what came before it, in one unit of work. Raises what the step raises."""
    before = visit_of(work, visit_id)
    after = step(work, visit_id)
    name = work.persons.get(after.person_id).full_name if after.person_id else ""
    return Stepped(before, after, name)


def take_back(work: Work, stepped: Stepped) -> Visit:
    """As before a step, on the record. Raises ChangedMeanwhile, AlreadyHere, NotAllowed."""
    require(work.actor, Permission.RECEIVE)
    if work.visits.get(stepped.after.id) != stepped.after:
        raise ChangedMeanwhile
    work.visits.save(stepped.before)
    require_alone(work, stepped.before)
    return stepped.before


def require_alone(work: Work, visit: Visit) -> None:
    """Raises AlreadyHere when the person has another open visit that day."""
    if visit.person_id is None or visit.stage not in OPEN_STAGES:
        return
    if any(other.id != visit.id for other in work.visits.open_for(visit.person_id, visit.day)):
        raise AlreadyHere(field="person")


def _step(work: Work, visit_id: UUID, change: Callable[[Visit], Visit]) -> Visit:
    require(work.actor, Permission.RECEIVE)
    visit = change(visit_of(work, visit_id))
    work.visits.save(visit)
    return visit
