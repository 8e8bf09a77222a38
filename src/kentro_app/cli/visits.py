"""`checkin`, and `visit list` and `visit show`; the steps are in `cli.visit_steps`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from kentro_app.cli.answers import answer, columns, moment
from kentro_app.cli.contact_fields import DETAILS, KEYS, patched
from kentro_app.cli.context import DONE, Context, Session
from kentro_app.cli.fields import Fields, identity
from kentro_app.cli.session import logged_in
from kentro_app.cli.stream import answer_lines, opened
from kentro_app.cli.words import stage_word
from kentro_app.domain.ids import new_id
from kentro_app.domain.sex import Sex
from kentro_app.domain.users import UnknownUser
from kentro_app.domain.visits import (
    AgeBand,
    Channel,
    NationalityGroup,
    Priority,
    UnknownVisit,
    Visit,
)
from kentro_app.i18n import _, current
from kentro_app.i18n.dates import time_of_day
from kentro_app.services import accounts, contacts, reception, rooms
from kentro_app.services.access import Permission, require
from kentro_app.services.contacts import ContactRequest
from kentro_app.services.discretion import visits_of
from kentro_app.services.ports import VisitRow, Work
from kentro_app.services.reception import CheckIn
from kentro_app.services.transaction import ask, perform

_FIELDS = ("person", "anonymous", "at", "channel", "for", "nationality", "priority", *KEYS)


def check_in(context: Context) -> int:
    """Open visits from JSON lines."""
    with opened(context, context.arguments.file) as source, logged_in(context) as session:
        return answer_lines(context, source, partial(_check_in, context, session))


def show_day(context: Context) -> int:
    """The visits of a day, in order of arrival."""
    with logged_in(context) as session:
        day = context.arguments.date or session.site.local_day(context.environment.clock())
        rows = ask(session.view, partial(_of_day, day=day))
        names = ask(session.view, _room_names)
        answer(context, [visit_document(row, names, session.zone) for row in rows], _lines(rows))
    return DONE


def show(context: Context) -> int:
    """One visit."""
    visit_id = identity(context.arguments.id, field="visit")
    with logged_in(context) as session:
        row = ask(session.view, partial(_one, visit_id=visit_id))
        names = ask(session.view, _room_names)
        answer(context, visit_document(row, names, session.zone), _lines([row]))
    return DONE


def _check_in(context: Context, session: Session, given: Mapping[str, Any]) -> dict[str, Any]:
    fields = Fields(given, _FIELDS)
    request, for_name = _request(fields), fields.text("for")
    now = context.environment.clock()
    said = patched(ContactRequest(new_id()), fields, session.site.local_day(now))
    detailed = any(fields.has(name) for name in DETAILS)

    def use_case(work: Work) -> Visit:
        whole = request(colleague(work, for_name) if for_name else None)
        if not detailed:
            return reception.check_in(work, whole, now=now)
        if whole.person_id is None and said.outcome is not None:
            return contacts.anonymous_recorded(work, whole, said, now=now)
        return contacts.open_and_record(work, whole, said, now=now)

    visit = perform(session.begin, use_case).result
    return {"visit": str(visit.id), "ticket": visit.code}


def _request(fields: Fields) -> Callable[[UUID | None], CheckIn]:
    nobody = fields.inner("anonymous", ("sex", "age_band", "nationality"))
    complete = partial(
        CheckIn,
        new_id(),
        person_id=fields.identity("person"),
        anonymous_sex=nobody.choice("sex", Sex, Sex.U) if nobody else None,
        anonymous_age=nobody.choice("age_band", AgeBand, AgeBand.UNKNOWN) if nobody else None,
        channel=fields.choice("channel", Channel),
        requests=fields.texts("requests"),
        arrived_at=fields.moment("at"),
        note=fields.text("note"),
        anonymous_group=_group(nobody) or _group(fields),
        priority=fields.choice("priority", Priority) if fields.text("priority") else None,
    )
    return lambda for_user: complete(for_user=for_user)


def _group(fields: Fields | None) -> NationalityGroup | None:
    if fields is None or not fields.text("nationality"):
        return None
    return fields.choice("nationality", NationalityGroup)


def colleague(work: Work, name: str) -> UUID:
    """Whom a visit is for, by the name for logging in. Raises UnknownUser."""
    try:
        return accounts.colleague(work, name).id
    except UnknownUser as error:
        raise UnknownUser(field="for", name=name[:100]) from error


def _of_day(work: Work, day: date) -> Sequence[VisitRow]:
    require(work.actor, Permission.RECEIVE)
    return visits_of(work, day)


def _one(work: Work, visit_id: UUID) -> VisitRow:
    day = work.visits.get(visit_id).day
    for row in _of_day(work, day):
        if row.visit.id == visit_id:
            return row
    raise UnknownVisit(field="visit", id=str(visit_id))


def _room_names(work: Work) -> dict[UUID, str]:
    language = current().language
    return {room.id: room.name(language) for room in rooms.all_rooms(work)}


def visit_document(row: VisitRow, names: Mapping[UUID, str], zone: ZoneInfo) -> dict[str, Any]:
    """A visit as JSON; `names` are the rooms'. What the actor may not see is empty already."""
    visit = row.visit
    because, priority = visit.cancelled_because, visit.priority
    return {
        "visit": str(visit.id),
        "ticket": visit.code,
        "person": str(visit.person_id) if visit.person_id else None,
        "number": row.number,
        "surname": row.surname,
        "given_name": row.given_name,
        "stage": visit.stage.value,
        "channel": visit.channel.value,
        "for": row.for_whom,
        "arrived_at": moment(visit.arrived_at, zone),
        "called_at": moment(visit.called_at, zone),
        "finished_at": moment(visit.finished_at, zone),
        "late_entry": visit.late_entry,
        "priority": priority.value if priority else None,
        "missed": visit.missed,
        "room": names.get(row.room_id, "") if row.room_id else "",
        "cancelled_because": because.value if because else None,
    }


def _lines(rows: Sequence[VisitRow]) -> list[str]:
    if not rows:
        return []
    cells = [
        (
            row.visit.code,
            time_of_day(row.visit.arrived_at),
            f"{row.surname} {row.given_name}".strip() or _("anonymous"),
            stage_word(row.visit.stage),
            row.for_whom,
            str(row.visit.id),
        )
        for row in rows
    ]
    return columns(cells)
