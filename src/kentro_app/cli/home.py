"""`today`, and `draft list`, `show` and `discard`: the home screen without a window."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from kentro_app.cli.answers import answer, columns, moment
from kentro_app.cli.contact_fields import step_document
from kentro_app.cli.context import DONE, Context, Session
from kentro_app.cli.fields import identity
from kentro_app.cli.session import logged_in
from kentro_app.domain.drafts import Draft
from kentro_app.domain.phones import display as display_phone
from kentro_app.i18n import _, current
from kentro_app.i18n.dates import date_short, moment_short, time_of_day
from kentro_app.services import drafts as stored
from kentro_app.services import today as home
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import DueStep, VisitRow, Work
from kentro_app.services.today import DaySoFar
from kentro_app.services.transaction import ask, perform


@dataclass(frozen=True, slots=True)
class _Home:
    """All that the home screen shows; no steps where they may not be seen."""

    day: DaySoFar
    steps: Sequence[DueStep] | None
    drafts: Sequence[Draft]


def today(context: Context) -> int:
    """Everything the home screen shows, but the last backup's age."""
    now = context.environment.clock()
    with logged_in(context) as session:
        found = ask(session.view, partial(_home, now=now))
        answer(context, _document(found, session, now), _lines(found))
    return DONE


def drafts(context: Context) -> int:
    """Those of whoever logs in."""
    with logged_in(context) as session:
        mine = ask(session.view, stored.mine)
        answer(context, [_draft(draft, session) for draft in mine], _draft_lines(mine))
    return DONE


def show(context: Context) -> int:
    """One of them, with what its form held."""
    draft_id = identity(context.arguments.id, field="draft")
    with logged_in(context) as session:
        draft = ask(session.view, partial(stored.by_id, draft_id=draft_id))
        content: dict[str, Any] = json.loads(draft.content)
        document = {**_draft(draft, session), "content": content, "cursor": draft.cursor}
        answer(context, document, columns([(n, str(v)) for n, v in content.items()] or [("", "")]))
    return DONE


def discard(context: Context) -> int:
    """Throw one away."""
    draft_id = identity(context.arguments.id, field="draft")
    with logged_in(context) as session:
        draft = perform(session.begin, partial(_discard, draft_id=draft_id)).result
        answer(context, _draft(draft, session), [_("{title}: discarded").format(title=draft.title)])
    return DONE


def _home(work: Work, *, now: datetime) -> _Home:
    may_see_steps = may(work.actor, Permission.RECORD_CONTACT)
    return _Home(
        home.day_so_far(work, now=now),
        home.steps_due(work, now=now) if may_see_steps else None,
        stored.mine(work),
    )


def _discard(work: Work, draft_id: Any) -> Draft:
    draft = stored.by_id(work, draft_id)
    stored.discard(work, draft.kind, draft.subject)
    return draft


def _document(found: _Home, session: Session, now: datetime) -> dict[str, Any]:
    day = found.day
    document: dict[str, Any] = {
        "date": day.day.isoformat(),
        "arrivals": day.arrivals,
        "served": day.served,
        "anonymous": day.anonymous,
        "longest_wait_minutes": day.longest_wait,
        "waiting": [_waiting(row, day, session, now) for row in day.waiting],
        "drafts": [_draft(draft, session) for draft in found.drafts],
    }
    if found.steps is not None:
        document["steps"] = [{**step_document(s), "phone": s.phone} for s in found.steps]
    return document


def _waiting(row: VisitRow, day: DaySoFar, session: Session, now: datetime) -> dict[str, Any]:
    visit = row.visit
    return {
        "visit": str(visit.id),
        "ticket": visit.code,
        "surname": row.surname,
        "given_name": row.given_name,
        "since": moment(visit.arrived_at, session.zone),
        "minutes": int(visit.waiting_time(now).total_seconds()) // 60,
        "priority": visit.priority.value if visit.priority else None,
        "for": row.for_whom,
        "room": day.room(row, current().language),
    }


def _draft(draft: Draft, session: Session) -> dict[str, Any]:
    return {
        "draft": str(draft.id),
        "kind": draft.kind,
        "subject": draft.subject,
        "title": draft.title,
        "begun_at": moment(draft.begun_at, session.zone),
        "saved_at": moment(draft.saved_at, session.zone),
    }


def _lines(found: _Home) -> list[str]:
    day = found.day
    numbers = _(
        "arrivals {arrivals} · served {served} · waiting {waiting} · anonymous {anonymous} · "
        "longest wait {minutes} min"
    )
    first = numbers.format(
        arrivals=day.arrivals,
        served=day.served,
        waiting=len(day.waiting),
        anonymous=day.anonymous,
        minutes=day.longest_wait,
    )
    parts = (_waiting_lines(day), _step_lines(found.steps or ()), _draft_lines(found.drafts))
    return [first, *(line for lines in parts if lines for line in ["", *lines])]


def _waiting_lines(day: DaySoFar) -> list[str]:
    return _columns(
        (
            row.visit.code,
            time_of_day(row.visit.arrived_at),
            f"{row.surname} {row.given_name}".strip() or _("anonymous"),
            row.for_whom or day.room(row, current().language),
        )
        for row in day.waiting
    )


def _step_lines(steps: Sequence[DueStep]) -> list[str]:
    return _columns(
        (
            date_short(step.contact.next_due) if step.contact.next_due else "",
            step.contact.next_step,
            step.name or _("anonymous"),
            display_phone(step.phone) if step.phone else "",
        )
        for step in steps
    )


def _draft_lines(drafts: Sequence[Draft]) -> list[str]:
    return _columns((moment_short(d.saved_at), d.kind, d.title, str(d.id)) for d in drafts)


def _columns(rows: Any) -> list[str]:
    cells = list(rows)
    return columns(cells) if cells else []
