"""`checkin` and `visit …`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from kentro_app.cli.answers import answer, columns, moment
from kentro_app.cli.context import DONE, Context, Session
from kentro_app.cli.fields import Fields, identity
from kentro_app.cli.session import logged_in
from kentro_app.cli.stream import answer_lines, opened
from kentro_app.cli.words import stage_word
from kentro_app.domain.ids import new_id
from kentro_app.domain.sex import Sex
from kentro_app.domain.users import UnknownUser
from kentro_app.domain.visits import AgeBand, Channel, Visit
from kentro_app.i18n import _
from kentro_app.i18n.dates import time_of_day
from kentro_app.services import accounts, reception
from kentro_app.services.access import Permission, require
from kentro_app.services.discretion import visits_of
from kentro_app.services.ports import VisitRow, Work
from kentro_app.services.reception import CheckIn
from kentro_app.services.transaction import ask, perform

_FIELDS = ("person", "anonymous", "at", "channel", "requests", "for", "note")


def check_in(context: Context) -> int:
    """Open visits from JSON lines."""
    with opened(context, context.arguments.file) as source, logged_in(context) as session:
        return answer_lines(context, source, partial(_check_in, context, session))


def call(context: Context) -> int:
    """Somebody is called in."""
    return _step(context, reception.call)


def finish(context: Context) -> int:
    """The visit was served."""
    return _step(context, reception.finish)


def leave(context: Context) -> int:
    """Somebody went away unserved."""
    return _step(context, reception.leave)


def cancel(context: Context) -> int:
    """The check-in was a mistake."""
    return _step(context, reception.cancel)


def show_day(context: Context) -> int:
    """The visits of a day, in order of arrival."""
    with logged_in(context) as session:
        day = context.arguments.date or session.site.local_day(context.environment.clock())
        rows = ask(session.view, partial(_of_day, day=day))
        answer(context, [_row(row, session) for row in rows], _lines(rows))
    return DONE


def _check_in(context: Context, session: Session, given: Mapping[str, Any]) -> dict[str, Any]:
    request, for_name = _request(given)
    now = context.environment.clock()

    def use_case(work: Work) -> Visit:
        whole = request(_colleague(work, for_name) if for_name else None)
        return reception.check_in(work, whole, now=now)

    visit = perform(session.begin, use_case).result
    return {"visit": str(visit.id), "ticket": visit.code}


def _request(given: Mapping[str, Any]) -> tuple[Callable[[UUID | None], CheckIn], str]:
    fields = Fields(given, _FIELDS)
    nobody = fields.inner("anonymous", ("sex", "age_band"))
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
    )
    return lambda for_user: complete(for_user=for_user), fields.text("for")


def _colleague(work: Work, name: str) -> UUID:
    wanted = name.strip().casefold()
    for user in accounts.colleagues(work):
        if user.name.casefold() == wanted:
            return user.id
    raise UnknownUser(field="for", name=name[:100])


def _step(context: Context, step: Callable[..., Visit]) -> int:
    visit_id = identity(context.arguments.id, field="visit")
    with logged_in(context) as session:
        now = context.environment.clock()
        visit = perform(session.begin, lambda work: step(work, visit_id, now=now)).result
    document = {"visit": str(visit.id), "ticket": visit.code, "stage": visit.stage.value}
    answer(context, document, [f"{visit.code}: {stage_word(visit.stage)}"])
    return DONE


def _of_day(work: Work, day: date) -> Sequence[VisitRow]:
    require(work.actor, Permission.RECEIVE)
    return visits_of(work, day)


def _row(row: VisitRow, session: Session) -> dict[str, Any]:
    visit, zone = row.visit, session.zone
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
