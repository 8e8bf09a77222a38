"""`visit …`: the steps of the queue, `visit correct` and `visit history`."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from kentro_app.cli.answers import answer, columns, moment
from kentro_app.cli.context import DONE, Context, Session
from kentro_app.cli.fields import Fields, identity, parse_object
from kentro_app.cli.session import logged_in
from kentro_app.cli.stream import opened, text_of
from kentro_app.cli.visits import colleague
from kentro_app.cli.words import stage_word
from kentro_app.domain.corrections import Times, times_of
from kentro_app.domain.text import Missing
from kentro_app.domain.visits import CancelReason, Priority, Visit
from kentro_app.i18n.dates import moment_short
from kentro_app.services import corrections, history, queue
from kentro_app.services.corrections import Correction
from kentro_app.services.history import Changed
from kentro_app.services.ports import Work
from kentro_app.services.transaction import ask, perform

_FIELDS = ("person", "arrived_at", "called_at", "finished_at", "double")
Step = Callable[..., Visit]


def call(context: Context) -> int:
    """Somebody is called in, into the room of whoever calls."""
    return _step(context, queue.call)


def call_next(context: Context) -> int:
    """Whoever's turn it is."""
    with logged_in(context) as session:
        now = context.environment.clock()
        visit = perform(session.begin, partial(queue.call_next, now=now)).result
    return _answer(context, visit)


def call_again(context: Context) -> int:
    """Nobody came yet."""
    return _step(context, queue.call_again)


def not_here(context: Context) -> int:
    """Nobody came."""
    return _step(context, queue.not_here)


def finish(context: Context) -> int:
    """The visit was served."""
    return _step(context, queue.finish)


def leave(context: Context) -> int:
    """Somebody went away unserved."""
    return _step(context, queue.leave)


def cancel(context: Context) -> int:
    """The visit counts nowhere."""
    because = CancelReason(context.arguments.because)
    return _step(context, partial(queue.cancel, because=because))


def take_up(context: Context) -> int:
    """The visit was ended by mistake."""
    return _step(context, queue.take_up)


def set_priority(context: Context) -> int:
    """Before those who came earlier, or no longer."""
    chosen = context.arguments.priority
    priority = None if chosen == "none" else Priority(chosen)
    return _step(context, partial(_without_clock, queue.set_priority, priority=priority))


def set_for_whom(context: Context) -> int:
    """For a colleague, or for whoever is free."""
    name = context.arguments.user

    def step(work: Work, visit_id: UUID, *, now: object) -> Visit:
        host = colleague(work, name) if name else None
        return queue.set_for_whom(work, visit_id, host)

    return _step(context, step)


def correct(context: Context) -> int:
    """Another person, another time, or two check-ins of one visit; all of a file or nothing."""
    visit_id = identity(context.arguments.id, field="visit")
    with opened(context, context.arguments.file) as source, logged_in(context) as session:
        fields = Fields(parse_object(text_of(source)), _FIELDS)
        made = perform(session.begin, partial(_correct, context, visit_id, fields)).result
    return _answer(context, made.visit)


def show_history(context: Context) -> int:
    """Who changed what, and when."""
    visit_id = identity(context.arguments.id, field="visit")
    with logged_in(context) as session:
        changes = ask(session.view, partial(_history, visit_id=visit_id))
        document = [_change(change, session) for change in changes]
        answer(context, document, _lines(changes))
    return DONE


def _step(context: Context, step: Step) -> int:
    visit_id = identity(context.arguments.id, field="visit")
    with logged_in(context) as session:
        now = context.environment.clock()
        visit = perform(session.begin, lambda work: step(work, visit_id, now=now)).result
    return _answer(context, visit)


def _without_clock(step: Step, work: Work, visit_id: UUID, *, now: object, **more: Any) -> Visit:
    return step(work, visit_id, **more)


def _answer(context: Context, visit: Visit) -> int:
    document: Mapping[str, Any] = {
        "visit": str(visit.id),
        "ticket": visit.code,
        "stage": visit.stage.value,
        "missed": visit.missed,
        "late_entry": visit.late_entry,
    }
    answer(context, document, [f"{visit.code}: {stage_word(visit.stage)}"])
    return DONE


def _correct(context: Context, visit_id: UUID, fields: Fields, work: Work) -> Correction:
    person, double = fields.identity("person"), fields.identity("double")
    times = _times(fields, work.visits.get(visit_id))
    now, made = context.environment.clock(), None
    if person is not None:
        made = corrections.set_person(work, visit_id, person)
    if times is not None:
        made = corrections.set_times(work, visit_id, times, now=now)
    if double is not None:
        made = corrections.join(work, visit_id, double, now=now)
    if made is None:
        raise Missing(field="person")
    return made


def _times(fields: Fields, visit: Visit) -> Times | None:
    said = {name: fields.moment(name) for name in ("arrived_at", "called_at", "finished_at")}
    if not any(said.values()):
        return None
    present = times_of(visit)
    return Times(
        said["arrived_at"] or present.arrived_at,
        said["called_at"] or present.called_at,
        said["finished_at"] or present.finished_at,
    )


def _history(work: Work, visit_id: UUID) -> Sequence[Changed]:
    work.visits.get(visit_id)  # an id nobody has is refused, not answered with nothing
    return history.of_record(work, "visit", visit_id)


def _change(change: Changed, session: Session) -> dict[str, Any]:
    return {
        "at": moment(change.at, session.zone),
        "who": change.who,
        "field": change.field,
        "before": change.before,
        "value": change.value,
    }


def _lines(changes: Sequence[Changed]) -> list[str]:
    cells = [
        (
            moment_short(change.at),
            change.who,
            change.field,
            f"{_said(change.before)} → {_said(change.value)}",
        )
        for change in changes
    ]
    return columns(cells) if cells else []


def _said(value: object) -> str:
    return "–" if value in (None, "") else str(value)
