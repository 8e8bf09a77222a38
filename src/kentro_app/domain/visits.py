"""Visits: someone arrives, waits, is seen, leaves.

Each step returns a new value and leaves the old one alone, so a visit can be
handed to any thread without a lock.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.sex import Sex

LATE_AFTER = timedelta(minutes=15)
NOTE_LONGEST = 500  # domain §2.1: a short, desk-visible note


class Channel(Enum):
    """How the contact happened (domain §2.1)."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    EMAIL = "email"
    HOME = "home"
    STREET = "street"
    MOBILE_UNIT = "mobile_unit"
    VIDEO = "video"
    DOCUMENT = "document"
    PROSECUTOR = "prosecutor"


class AgeBand(Enum):
    """Age of somebody who gives no name."""

    CHILD = "0-17"
    YOUNG = "18-29"
    ADULT = "30-54"
    OLDER = "55-64"
    SENIOR = "65+"
    UNKNOWN = "unknown"


class Stage(Enum):
    WAITING = "waiting"
    CALLED = "called"
    DONE = "done"
    LEFT = "left"
    CANCELLED = "cancelled"


OPEN_STAGES = frozenset({Stage.WAITING, Stage.CALLED})


class UnknownVisit(RuleViolation):
    """No visit has this id."""


class AlreadyHere(RuleViolation):
    """The person has an open visit today."""


class NotWaiting(RuleViolation):
    """Only someone who waits can be called."""


class VisitClosed(RuleViolation):
    """The visit has ended; nothing more happens to it at the desk."""


class NobodyWaiting(RuleViolation):
    """There is nobody to call."""


class ArrivalInFuture(RuleViolation):
    """Nobody has arrived yet at that time."""


class NameOrAnonymous(RuleViolation):
    """A contact is of a registered person or anonymous: one of the two."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One contact with the centre. `day` is the local date, `letter` the desk's, times are UTC.

    Of an anonymous contact only sex and age band are kept, for the statistics.
    """

    id: UUID
    site_id: UUID
    day: date
    letter: str
    ticket: int
    channel: Channel
    arrived_at: datetime
    recorded_by: UUID
    person_id: UUID | None = None
    anonymous_sex: Sex | None = None
    anonymous_age: AgeBand | None = None
    for_user: UUID | None = None
    note: str = ""
    late_entry: bool = False
    stage: Stage = Stage.WAITING
    called_at: datetime | None = None
    finished_at: datetime | None = None

    @property
    def code(self) -> str:
        """What is on the ticket and the wall: `A-014`."""
        return ticket_code(self.letter, self.ticket)

    def call(self, now: datetime) -> "Visit":
        """Called in. Raises NotWaiting."""
        if self.stage is not Stage.WAITING:
            raise NotWaiting
        return replace(self, stage=Stage.CALLED, called_at=now)

    def finish(self, now: datetime) -> "Visit":
        """Served, whether called before or not. Raises VisitClosed."""
        return self._close(Stage.DONE, now)

    def leave(self, now: datetime) -> "Visit":
        """Went away without being served. Raises VisitClosed."""
        return self._close(Stage.LEFT, now)

    def cancel(self, now: datetime) -> "Visit":
        """Was entered by mistake; kept, but counted nowhere. Raises VisitClosed."""
        return self._close(Stage.CANCELLED, now)

    def waiting_time(self, now: datetime) -> timedelta:
        """How long the person waited or waits; never negative, since clocks get corrected."""
        until = self.called_at or self.finished_at or now
        return max(until - self.arrived_at, timedelta(0))

    def _close(self, stage: Stage, now: datetime) -> "Visit":
        if self.stage not in OPEN_STAGES:
            raise VisitClosed
        return replace(self, stage=stage, finished_at=now)


def ticket_code(letter: str, ticket: int) -> str:
    """Short code of a ticket, also the row code of the sign-in sheet: `A-014`."""
    return f"{letter}-{ticket:03d}"


def is_late(arrived_at: datetime, now: datetime) -> bool:
    """Whether an arrival is entered afterwards and must carry the late-entry mark."""
    return now - arrived_at > LATE_AFTER
