"""A day at the desk, in numbers and in order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from kentro_app.domain.visits import OPEN_STAGES, Stage
from kentro_app.services.ports import VisitRow


@dataclass(frozen=True)
class Day:
    """Today's visits in order of arrival. What is counted is counted once."""

    rows: tuple[VisitRow, ...] = ()

    @cached_property
    def open(self) -> Sequence[VisitRow]:
        """Who waits, in the order of their turn, and below them who is inside."""
        waiting = [row for row in self.rows if row.visit.stage is Stage.WAITING]
        inside = [row for row in self.rows if row.visit.stage is Stage.CALLED]
        return [*sorted(waiting, key=_turn), *inside]

    def at(self, stages: Collection[Stage]) -> Sequence[VisitRow]:
        """Those that far, the latest first."""
        return [row for row in reversed(self.rows) if row.visit.stage in stages]

    @cached_property
    def waiting(self) -> int:
        """How many wait."""
        return sum(row.visit.stage is Stage.WAITING for row in self.rows)

    @cached_property
    def arrivals(self) -> int:
        """How many visits count: a check-in by mistake does not."""
        return len(self._counted())

    @cached_property
    def new_people(self) -> int:
        """How many people came for the first time ever."""
        return len({row.visit.person_id for row in self._counted() if row.is_new})

    def find(self, visit_id: object) -> VisitRow | None:
        """The row of a visit."""
        return self._visits.get(visit_id)

    def here(self, person_id: UUID) -> VisitRow | None:
        """The open visit of a person."""
        return self._people.get(person_id)

    def like(self, other: "Day") -> "Day":
        """The same day with the very rows of `other` where they say the same: what has not
        changed need not be looked at again."""
        known = {row.visit.id.int: row for row in other.rows}
        pairs = ((row, known.get(row.visit.id.int)) for row in self.rows)
        return Day(tuple(old if old == row and old else row for row, old in pairs))

    # Asked for every row of every list, with every letter that is typed: not looked for each time.

    @cached_property
    def _visits(self) -> Mapping[object, VisitRow]:
        return {row.visit.id: row for row in self.rows}

    @cached_property
    def _people(self) -> Mapping[UUID | None, VisitRow]:
        here = [row for row in self.rows if row.visit.stage in OPEN_STAGES]
        return {row.visit.person_id: row for row in reversed(here)}  # the first one counts

    def _counted(self) -> list[VisitRow]:
        return [row for row in self.rows if row.visit.stage is not Stage.CANCELLED]


def _turn(row: VisitRow) -> tuple[bool, int, datetime, int]:
    # as `storage.visits` chooses whom to call next
    visit = row.visit
    return visit.priority is None, visit.missed, visit.arrived_at, visit.ticket
