"""The history of a visit in words."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from kentro_app.domain.visits import CancelReason, Priority, Stage
from kentro_app.gui.reception.correct.story import Story
from kentro_app.gui.reception.reasons import priority_word, reason_word
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.words import joined, stage_word
from kentro_app.i18n import _, pgettext
from kentro_app.i18n.dates import time_of_day
from kentro_app.services.history import Changed

_TIMES = ("arrived_at", "called_at", "finished_at")
_NOTHING = "–"
_WEIGHT = {name: n for n, name in enumerate(("stage", "person_id", *_TIMES, "priority", "missed"))}
_NAMED = ("person_id", "room_id", "for_user", "called_by")


def history_rows(story: Story) -> list[Row]:
    """The newest change first, what happened in one step in one row; at the end the check-in."""
    names = story.names or {}
    told = [_row(place, step, names) for place, step in enumerate(_steps(story.changes))]
    visit = story.row.visit
    words = _("Checked in with the number {ticket}").format(ticket=visit.code)
    begun = Row("begun", words, story.recorder, lead=time_of_day(visit.arrived_at))
    return [*reversed(told), begun]


def _steps(changes: Iterable[Changed]) -> list[list[Changed]]:
    """Changes of one moment and one hand are one step, unless a field changes again."""
    steps: list[list[Changed]] = []
    for change in changes:
        last = steps[-1] if steps else []
        same = bool(last) and (last[0].at, last[0].who) == (change.at, change.who)
        if same and change.field not in {earlier.field for earlier in last}:
            last.append(change)
        else:
            steps.append([change])
    return steps


def _row(place: int, changes: list[Changed], names: Mapping[str, str]) -> Row:
    first, *rest = sorted(changes, key=lambda change: _WEIGHT.get(change.field, len(_WEIGHT)))
    more = [_said(change, names) for change in rest if change.value not in (None, "")]
    before = value_word(first, first.before, names)
    if before != _NOTHING:
        more.append(_("before: {value}").format(value=before))
    return Row(
        id=place,
        lead=time_of_day(first.at),
        title=_said(first, names),
        about=joined(first.who, *more),
    )


def _said(change: Changed, names: Mapping[str, str]) -> str:
    return f"{field_word(change.field)}: {value_word(change, change.value, names)}"


def field_word(field: str) -> str:
    """What a field of a visit is called."""
    return {
        "stage": pgettext("history", "State"),
        "arrived_at": pgettext("history", "Arrival"),
        "called_at": pgettext("history", "Call"),
        "finished_at": pgettext("history", "End"),
        "called_by": pgettext("history", "Called by"),
        "room_id": pgettext("history", "Room"),
        "person_id": pgettext("history", "Person"),
        "for_user": pgettext("history", "For"),
        "priority": pgettext("history", "Priority"),
        "missed": pgettext("history", "Calls without an answer"),
        "late_entry": pgettext("history", "Entered late"),
        "cancelled_because": pgettext("history", "Reason"),
        "note": pgettext("history", "Note"),
        "signed": pgettext("history", "Signed"),
    }.get(field, field)


def value_word(change: Changed, value: object, names: Mapping[str, str]) -> str:
    """A value as it travels, in words."""
    if value in (None, ""):
        return _NOTHING
    if isinstance(value, bool):
        return pgettext("history", "yes") if value else pgettext("history", "no")
    said = str(value)
    if change.field in _TIMES:
        return time_of_day(datetime.fromisoformat(said))
    if change.field in _NAMED:
        return names.get(said, _NOTHING)
    return _chosen(change.field, said)


def _chosen(field: str, said: str) -> str:
    match field:
        case "stage":
            return stage_word(Stage(said))
        case "priority":
            return priority_word(Priority(said))
        case "cancelled_because":
            return reason_word(CancelReason(said))
    return said
