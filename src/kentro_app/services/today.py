"""The morning's question: who waits, how the day goes, what falls due."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from kentro_app.domain.sites import SiteRoom
from kentro_app.domain.visits import Stage
from kentro_app.services import contacts
from kentro_app.services.access import Permission, require
from kentro_app.services.discretion import visits_of
from kentro_app.services.ports import DueStep, VisitRow, Work

AHEAD: Final = timedelta(days=7)
"""How far ahead a next step is shown before it falls due."""


@dataclass(frozen=True, slots=True)
class DaySoFar:
    """The day in numbers, with those who wait in the order of their turn.

    A check-in by mistake counts nowhere. `longest_wait` is the longest anybody has waited today,
    or still does, in whole minutes.
    """

    day: date
    waiting: tuple[VisitRow, ...] = ()
    arrivals: int = 0
    served: int = 0
    anonymous: int = 0
    longest_wait: int = 0
    rooms: Mapping[UUID, SiteRoom] = field(default_factory=dict)

    def room(self, row: VisitRow, language: str) -> str:
        """Where somebody goes, if that is known."""
        room = self.rooms.get(row.room_id) if row.room_id else None
        return room.name(language) if room else ""


def day_so_far(work: Work, *, now: datetime) -> DaySoFar:
    """Today at this site, as far as the actor may see it. Raises NotAllowed."""
    require(work.actor, Permission.RECEIVE)
    day = work.sites.here().local_day(now)
    rows = [row for row in visits_of(work, day) if row.visit.stage is not Stage.CANCELLED]
    waits = [row.visit.waiting_time(now) for row in rows if not row.visit.late_entry]
    return DaySoFar(
        day=day,
        waiting=tuple(sorted(_at(rows, Stage.WAITING), key=_turn)),
        arrivals=len(rows),
        served=len(_at(rows, Stage.DONE)),
        anonymous=sum(row.visit.person_id is None for row in rows),
        longest_wait=int(max(waits, default=timedelta(0)).total_seconds()) // 60,
        rooms={room.id: room for room in work.sites.rooms()},
    )


def steps_due(work: Work, *, now: datetime) -> Sequence[DueStep]:
    """Next steps not done, overdue first, up to a week ahead. Raises NotAllowed."""
    return contacts.steps_due(work, work.sites.here().local_day(now) + AHEAD)


def _at(rows: Sequence[VisitRow], stage: Stage) -> list[VisitRow]:
    return [row for row in rows if row.visit.stage is stage]


def _turn(row: VisitRow) -> tuple[bool, int, datetime, int]:
    # as `storage.visits` chooses whom to call next
    visit = row.visit
    return visit.priority is None, visit.missed, visit.arrived_at, visit.ticket
