"""What hangs on the wall of the waiting room: numbers and rooms, and nothing else."""

from dataclasses import dataclass
from datetime import datetime

from kentro_app.services.access import Permission, require
from kentro_app.services.ports import Called, Work

MOST_CALLS = 5


@dataclass(frozen=True, slots=True)
class Board:
    """The latest calls, the newest first. The first is the one to be shown large."""

    calls: tuple[Called, ...] = ()

    @property
    def present(self) -> Called | None:
        """Who is being called: the newest call, unless that visit is over already."""
        return self.calls[0] if self.calls and self.calls[0].is_open else None

    @property
    def earlier(self) -> tuple[Called, ...]:
        """The calls before it."""
        return self.calls[1:] if self.present else self.calls


def board(work: Work, *, now: datetime) -> Board:
    """Today's latest calls. Raises NotAllowed."""
    require(work.actor, Permission.RECEIVE)
    day = work.sites.here().local_day(now)
    return Board(tuple(work.visits.called(day, MOST_CALLS)))
