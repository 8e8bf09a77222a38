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
MISSED_OFTEN = 3  # calls without an answer, after which somebody has most likely gone


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

    @property
    def queues(self) -> bool:
        """Whether somebody sits in the waiting room; every other contact is over at once."""
        return self is Channel.IN_PERSON


class AgeBand(Enum):
    """Age of somebody who gives no name."""

    CHILD = "0-17"
    YOUNG = "18-29"
    ADULT = "30-54"
    OLDER = "55-64"
    SENIOR = "65+"
    UNKNOWN = "unknown"


class NationalityGroup(Enum):
    """As much of the nationality of somebody without a name as statistics need."""

    GREEK = "greek"
    EU = "eu"
    THIRD_COUNTRY = "third_country"
    DECLINED = "declined"
    UNKNOWN = "unknown"


class Priority(Enum):
    """Why somebody is called before those who came earlier (domain §4.1)."""

    DISABILITY = "disability"
    PREGNANCY = "pregnancy"
    SMALL_CHILDREN = "small_children"
    URGENT = "urgent"


class CancelReason(Enum):
    """Why a visit counts nowhere."""

    MISTAKE = "mistake"
    DOUBLE = "double"
    WRONG_PERSON = "wrong_person"


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


class NotCalled(RuleViolation):
    """Only someone who was called can be called again or be missing."""


class NotEnded(RuleViolation):
    """Only a visit that has ended can be taken up again."""


class NeverWaited(RuleViolation):
    """A telephone call or a letter never sat in the waiting room: it cannot go back there."""


class VisitClosed(RuleViolation):
    """The visit has ended; nothing more happens to it at the desk."""


class ChangedMeanwhile(RuleViolation):
    """Somebody else has gone on with the visit: what came before it cannot be taken back."""


class NobodyWaiting(RuleViolation):
    """There is nobody to call."""


class ArrivalInFuture(RuleViolation):
    """Nobody has arrived yet at that time."""


class NameOrAnonymous(RuleViolation):
    """A contact is of a registered person or anonymous: one of the two."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One contact with the centre. `day` is the local date, `letter` the desk's, times are UTC.

    Of an anonymous contact only sex, age band and group of nationality are kept, for the
    statistics. The times of a visit never run backwards, though clocks are corrected: no step is
    earlier than the one before it. `missed` counts the calls nobody answered. `signed` is what a
    sheet on paper said, None where there was none; `paper_number` the number of the pre-printed
    form it was on.
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
    anonymous_group: NationalityGroup | None = None
    priority: Priority | None = None
    missed: int = 0
    room_id: UUID | None = None
    called_by: UUID | None = None
    signed: bool | None = None
    paper_number: str = ""
    cancelled_because: CancelReason | None = None

    @property
    def code(self) -> str:
        """What is on the ticket and the wall: `A-014`."""
        return ticket_code(self.letter, self.ticket)

    def call(self, now: datetime, by: UUID | None = None, room_id: UUID | None = None) -> "Visit":
        """Called in, by whom and into which room. Raises NotWaiting."""
        if self.stage is not Stage.WAITING:
            raise NotWaiting
        at = max(now, self.arrived_at)
        return replace(self, stage=Stage.CALLED, called_at=at, called_by=by, room_id=room_id)

    def call_again(
        self, now: datetime, by: UUID | None = None, room_id: UUID | None = None
    ) -> "Visit":
        """Called once more, nobody having come. Raises NotCalled."""
        if self.stage is not Stage.CALLED or self.called_at is None:
            raise NotCalled
        at = max(now, self.called_at)
        return replace(self, called_at=at, called_by=by, room_id=room_id, missed=self.missed + 1)

    def not_here(self) -> "Visit":
        """Called, but nobody came: waits on, behind those who answer. Raises NotCalled."""
        if self.stage is not Stage.CALLED:
            raise NotCalled
        return replace(
            self,
            stage=Stage.WAITING,
            called_at=None,
            called_by=None,
            room_id=None,
            missed=self.missed + 1,
        )

    def take_up(self) -> "Visit":
        """The end was said by mistake: as it was before it. Raises NotEnded, NeverWaited."""
        if self.stage in OPEN_STAGES:
            raise NotEnded
        if not self.channel.queues:
            raise NeverWaited
        stage = Stage.WAITING if self.called_at is None else Stage.CALLED
        return replace(self, stage=stage, finished_at=None, cancelled_because=None)

    def finish(self, now: datetime) -> "Visit":
        """Served, whether called before or not. Raises VisitClosed."""
        return self._close(Stage.DONE, now)

    def leave(self, now: datetime) -> "Visit":
        """Went away without being served. Raises VisitClosed."""
        return self._close(Stage.LEFT, now)

    def cancel(self, now: datetime, because: CancelReason = CancelReason.MISTAKE) -> "Visit":
        """Was entered by mistake; kept, but counted nowhere. Raises VisitClosed."""
        return replace(self._close(Stage.CANCELLED, now), cancelled_because=because)

    def waiting_time(self, now: datetime) -> timedelta:
        """How long the person waited or waits; never negative, since clocks get corrected."""
        until = self.called_at or self.finished_at or now
        return max(until - self.arrived_at, timedelta(0))

    def _close(self, stage: Stage, now: datetime) -> "Visit":
        if self.stage not in OPEN_STAGES:
            raise VisitClosed
        at = max(now, self.called_at or self.arrived_at)
        return replace(self, stage=stage, finished_at=at)


def annulled(visit: Visit, because: CancelReason) -> Visit:
    """What is over already counts nowhere after all; its times stay. Raises NotEnded."""
    if visit.stage in OPEN_STAGES:
        raise NotEnded
    return replace(visit, stage=Stage.CANCELLED, cancelled_because=because)


def prioritised(visit: Visit, priority: Priority | None) -> Visit:
    """Before those who came earlier, or no longer. Raises VisitClosed."""
    if visit.stage not in OPEN_STAGES:
        raise VisitClosed
    return replace(visit, priority=priority)


def meant_for(visit: Visit, user_id: UUID | None) -> Visit:
    """For a member of staff, or for whoever is free. Raises VisitClosed."""
    if visit.stage not in OPEN_STAGES:
        raise VisitClosed
    return replace(visit, for_user=user_id)


def is_gone(visit: Visit) -> bool:
    """Whether so many calls went unanswered that the desk should say «left»."""
    return visit.stage in OPEN_STAGES and visit.missed >= MISSED_OFTEN


def ticket_code(letter: str, ticket: int) -> str:
    """Short code of a ticket, also the row code of the sign-in sheet: `A-014`."""
    return f"{letter}-{ticket:03d}"


def is_late(arrived_at: datetime, now: datetime) -> bool:
    """Whether an arrival is entered afterwards and must carry the late-entry mark."""
    return now - arrived_at > LATE_AFTER
