"""What is put right about a visit afterwards: its times, its person, its being there twice.

Nothing disappears: the values from before stay in the history of the record.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kentro_app.domain.contacts import Contact
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.visits import Stage, Visit, is_late

_BLANK = ("axis", "capacity", "presenter_id", "referred_by", "interpreter", "outcome")
_STEP = ("next_step", "next_due", "next_done_at")


class TimesOutOfOrder(RuleViolation):
    """Nobody is called before they arrive, or ends before they are called."""


class TimeInFuture(RuleViolation):
    """Nothing has happened yet at that time."""


class OtherDay(RuleViolation):
    """A ticket belongs to its day: a visit of another day is entered anew."""


class StepNotTaken(RuleViolation):
    """A time belongs to a step: it can be moved, neither added nor taken away."""


class NotADouble(RuleViolation):
    """Two visits are one only on the same day, and only while both count."""


@dataclass(frozen=True, slots=True)
class Times:
    """When it really was; None for a step that was not taken."""

    arrived_at: datetime
    called_at: datetime | None = None
    finished_at: datetime | None = None


def times_of(visit: Visit) -> Times:
    """The times as they stand."""
    return Times(visit.arrived_at, visit.called_at, visit.finished_at)


def require_times(visit: Visit, times: Times, now: datetime) -> Times:
    """The times themselves. Raises StepNotTaken, TimesOutOfOrder, TimeInFuture."""
    for field in ("called_at", "finished_at"):
        if (getattr(visit, field) is None) != (getattr(times, field) is None):
            raise StepNotTaken(field=field)
    before, latest = times.arrived_at, "arrived_at"
    for field in ("called_at", "finished_at"):
        at: datetime | None = getattr(times, field)
        if at is None:
            continue
        if at < before:
            raise TimesOutOfOrder(field=field)
        before, latest = at, field
    if before > now:
        raise TimeInFuture(field=latest)
    return times


def retimed(visit: Visit, times: Times, entered_at: datetime | None) -> Visit:
    """The visit at its true times.

    `entered_at` is when it was written down; None where that is not known because it was written
    down late: such a visit keeps its mark.
    """
    late = is_late(times.arrived_at, entered_at) if entered_at else visit.late_entry
    return replace(
        visit,
        arrived_at=times.arrived_at,
        called_at=times.called_at,
        finished_at=times.finished_at,
        late_entry=late,
    )


def of_person(visit: Visit, person_id: UUID) -> Visit:
    """The visit of somebody else, or of somebody where it was anonymous."""
    nobody = replace(visit, anonymous_sex=None, anonymous_age=None, anonymous_group=None)
    return replace(nobody, person_id=person_id)


def require_double(kept: Visit, double: Visit) -> None:
    """Raises NotADouble."""
    same_day = (kept.day, kept.site_id) == (double.day, double.site_id)
    counts = Stage.CANCELLED not in (kept.stage, double.stage)
    if kept.id == double.id or not same_day or not counts:
        raise NotADouble(field="double")


def joined_visit(kept: Visit, double: Visit) -> Visit:
    """What stays of two check-ins of one visit: whoever came earlier has waited since then."""
    first = kept if kept.arrived_at <= double.arrived_at else double
    return replace(
        kept,
        arrived_at=first.arrived_at,
        late_entry=first.late_entry,
        priority=kept.priority or double.priority,
        for_user=kept.for_user or double.for_user,
        note=kept.note or double.note,
    )


def joined_contact(kept: Contact, other: Contact) -> Contact:
    """What was written down about either; where both say something, what `kept` says."""
    filled = {name: getattr(other, name) for name in _BLANK if getattr(kept, name) is None}
    for name in ("presenter_name", "referrer_name", "language"):
        if not getattr(kept, name):
            filled[name] = getattr(other, name)
    if not kept.next_step:
        filled |= {name: getattr(other, name) for name in _STEP}
    return replace(kept, **filled)
