"""After a day on paper: the sheet, typed back line by line, each in a transaction of its own.

Every visit gets the times that stand on the paper and a late-entry mark. Typing the same paper
twice changes nothing: a line is known by the short code or the number printed on it, and one
without either by who it was and when. Where the second typing says something else, it is refused
until somebody confirms it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from kentro_app.domain.clock_times import moment_of
from kentro_app.domain.paper_numbers import PaperKind, PaperNumber, read
from kentro_app.domain.text import Missing
from kentro_app.domain.visits import (
    OPEN_STAGES,
    AlreadyHere,
    ArrivalInFuture,
    Channel,
    Stage,
    Visit,
    VisitClosed,
    is_late,
)
from kentro_app.services import registry
from kentro_app.services.access import Permission, require
from kentro_app.services.discretion import is_hidden, visits_of
from kentro_app.services.paper_day_model import (
    Became,
    DayInFuture,
    LeftBeforeArrived,
    LeftInFuture,
    Nobody,
    NoSuchTicket,
    PaperLine,
    PaperOfAnotherDay,
    PaperTaken,
    PaperUnknown,
    TypedLine,
    TypedOtherwise,
    WhoMissing,
)
from kentro_app.services.ports import VisitRow, Work
from kentro_app.services.registry import Registration


def sheet_of(work: Work, day: date) -> Sequence[VisitRow]:
    """Whoever came to the building that day: the lines that need only a code. Raises NotAllowed."""
    require(work.actor, Permission.RECEIVE)
    return [
        row
        for row in visits_of(work, day)
        if row.visit.channel is Channel.IN_PERSON and row.visit.stage is not Stage.CANCELLED
    ]


def type_line(
    work: Work, day: date, line: PaperLine, *, now: datetime, confirmed: bool = False
) -> TypedLine:
    """Put one line of the paper of that day into the store.

    `confirmed` lets it say something else than the store does. Raises NotACode, NoSuchTicket,
    PaperUnknown, PaperOfAnotherDay, PaperTaken, WhoMissing, Missing, DayInFuture, ArrivalInFuture,
    LeftBeforeArrived, LeftInFuture, TypedOtherwise, AlreadyHere, VisitClosed, UnknownPerson, what
    `registry.register` raises, and NotAllowed.
    """
    require(work.actor, Permission.RECEIVE)
    if day > work.sites.here().local_day(now):
        raise DayInFuture(field="day")
    number = read(line.code, work.desk.letter) if line.code.strip() else None
    known = _known(work, day, line, number)
    if known is None:
        return TypedLine(_add(work, day, line, number, now=now), Became.ADDED)
    return _fill(work, known, line, now=now, confirmed=confirmed)


def _known(work: Work, day: date, line: PaperLine, number: PaperNumber | None) -> Visit | None:
    if number is None:
        return _same(work, day, line)
    if number.kind is PaperKind.VISIT:
        visit = work.prints.of_ticket(day, number.letter, number.number)
        if visit is None or is_hidden(work.actor, visit):
            raise NoSuchTicket(field="code", value=number.text)
        return visit
    visit = work.prints.of_paper(number.text, day)
    if visit is None:
        _require_printed(work, day, number)
    elif line.who is not None and not _is_of(visit, line.who):
        raise PaperTaken(field="who", value=number.text)
    return visit


def _require_printed(work: Work, day: date, number: PaperNumber) -> None:
    """Whether the paper can exist: what another desk printed, this one cannot know."""
    if number.letter != work.desk.letter:
        return
    last = 0
    if number.kind is PaperKind.LINE:
        copy = work.prints.get(number.copy)
        if copy is not None and copy.kind.startswith(number.kind.value):
            if copy.day != day:
                raise PaperOfAnotherDay(field="code", value=number.text, day=copy.day)
            last = copy.last_number
    else:
        last = work.prints.last_number(number.kind.value)
    if not 0 < number.number <= last:
        raise PaperUnknown(field="code", value=number.text)


def _same(work: Work, day: date, line: PaperLine) -> Visit | None:
    """The visit that a line without a number was typed in as before."""
    if line.arrived is None or line.who is None or isinstance(line.who, Registration):
        return None
    arrived = _moment(work, day, line.arrived)
    visits = (row.visit for row in visits_of(work, day))
    same = (v for v in visits if _minute(v.arrived_at) == arrived and v.stage != Stage.CANCELLED)
    found = next((v for v in same if _is_of(v, line.who) and _is_from_paper(v)), None)
    return work.visits.get(found.id) if found else None  # whole, since it is written back


def _is_from_paper(visit: Visit) -> bool:
    # A line without a number may be that of somebody the program knows, but not of somebody
    # nameless on another form.
    return visit.person_id is not None or (visit.late_entry and not visit.paper_number)


def _is_of(visit: Visit, who: UUID | Nobody | Registration) -> bool:
    match who:
        case UUID():
            return visit.person_id == who
        case Nobody():
            return (visit.anonymous_sex, visit.anonymous_age) == (who.sex, who.age)
        case Registration():
            return visit.person_id is not None  # whoever it was, the first typing registered them


def _add(
    work: Work, day: date, line: PaperLine, number: PaperNumber | None, *, now: datetime
) -> Visit:
    if line.who is None:
        raise WhoMissing(field="who")
    if line.arrived is None:
        raise Missing(field="arrived")
    arrived = _moment(work, day, line.arrived)
    _require_order(work, day, line, arrived, now=now)
    left = _moment(work, day, line.left) if line.left else None
    still_here = left is None and day == work.sites.here().local_day(now)
    visit = Visit(
        id=line.visit_id,
        site_id=work.desk.site_id,
        day=day,
        letter=work.desk.letter,
        ticket=work.visits.next_ticket(day, work.desk.letter),
        channel=Channel.IN_PERSON,
        arrived_at=arrived,
        recorded_by=work.actor.user_id,
        late_entry=is_late(arrived, now),
        stage=Stage.WAITING if still_here else Stage.DONE,
        finished_at=left,
        signed=line.signed,
        paper_number=number.text if number else "",
        **_subject(work, day, line.who, now=now),
    )
    work.visits.add(visit)
    return visit


def _subject(
    work: Work, day: date, who: UUID | Nobody | Registration, *, now: datetime
) -> dict[str, Any]:
    match who:
        case UUID():
            work.persons.require(who)
            if work.visits.open_for(who, day):
                raise AlreadyHere(field="who")
            return {"person_id": who}
        case Nobody():
            return {"anonymous_sex": who.sex, "anonymous_age": who.age}
        case Registration():
            return {"person_id": registry.register(work, who, now=now).person.id}


def _fill(
    work: Work, visit: Visit, line: PaperLine, *, now: datetime, confirmed: bool
) -> TypedLine:
    if visit.stage is Stage.CANCELLED:
        raise VisitClosed(field="code")
    arrived = _moment(work, visit.day, line.arrived) if line.arrived else _minute(visit.arrived_at)
    _require_order(work, visit.day, line, arrived, now=now)
    after, differs = _typed(work, visit, line, now)
    if after == visit:
        return TypedLine(visit, Became.UNCHANGED)
    if differs and not confirmed:
        raise differs[0]
    if differs:
        require(work.actor, Permission.CORRECT)
    work.visits.save(after)
    return TypedLine(after, Became.CHANGED if differs else Became.FILLED)


def _typed(
    work: Work, visit: Visit, line: PaperLine, now: datetime
) -> tuple[Visit, list[TypedOtherwise]]:
    """The visit as the line says it was, and what of that the store says otherwise."""
    changes: dict[str, Any] = {}
    differs: list[TypedOtherwise] = []
    for part, name, typed in (
        ("arrived", "arrived_at", line.arrived and _moment(work, visit.day, line.arrived)),
        ("left", "finished_at", line.left and _moment(work, visit.day, line.left)),
        ("signed", "signed", line.signed),
    ):
        before = getattr(visit, name)
        if typed is None or _same_as(before, typed):
            continue
        changes[name] = typed
        if before is not None and not (name == "signed" and typed):
            differs.append(TypedOtherwise(field=part, part=part, before=before, after=typed))
    if "finished_at" in changes and visit.stage in OPEN_STAGES:
        changes["stage"] = Stage.DONE
    times = [moment for moment in changes.values() if isinstance(moment, datetime)]
    if any(is_late(moment, now) for moment in times):
        changes["late_entry"] = True
    return replace(visit, **changes), differs


def _same_as(before: object, typed: object) -> bool:
    return (_minute(before) if isinstance(before, datetime) else before) == typed


def _require_order(
    work: Work, day: date, line: PaperLine, arrived: datetime, *, now: datetime
) -> None:
    if arrived > now:
        raise ArrivalInFuture(field="arrived")
    left = _moment(work, day, line.left) if line.left else None
    if left is not None and left < arrived:
        raise LeftBeforeArrived(field="left")
    if left is not None and left > now:
        raise LeftInFuture(field="left")


def _moment(work: Work, day: date, at: time) -> datetime:
    return moment_of(day, at, work.sites.here().zone)


def _minute(moment: datetime) -> datetime:
    """Paper knows no seconds."""
    return moment.replace(second=0, microsecond=0)
