"""Visits of past days: who came when, what for, and how it ended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from kentro_app.domain.moments import to_ms
from kentro_app.domain.requests import Request, RequestState
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand, Channel, Stage, Visit
from kentro_app.services.demo.dice import Ids, Weighted, one_of

OPEN_MINUTES = 8 * 60
_LAST_ARRIVAL = OPEN_MINUTES - 15

_CHANNELS = Weighted(
    (Channel.IN_PERSON, 74),
    (Channel.PHONE, 18),
    (Channel.EMAIL, 3),
    (Channel.HOME, 2),
    (Channel.STREET, 1),
    (Channel.VIDEO, 1),
    (Channel.DOCUMENT, 1),
)
_STAGES = Weighted((Stage.DONE, 93), (Stage.LEFT, 5), (Stage.CANCELLED, 2))
_HOW_MANY = Weighted((0, 38), (1, 54), (2, 8))
_COMMON = {
    "A.EEE": 18,
    "A.HOUSING": 12,
    "A.A21": 9,
    "A.KOT": 8,
    "A.DISAB": 7,
    "A.KEPA": 6,
    "B.INFO": 14,
    "C.GROCERY": 8,
    "C.PSY": 6,
    "C.DYPA": 5,
    "C.PHARMACY": 4,
    "C.MIGR": 4,
    "C.LEGAL": 3,
    "C.ROMA": 3,
    "B.CERT": 3,
}
_NOTES = (
    "Θα φέρει τα δικαιολογητικά την επόμενη εβδομάδα.",
    "Ζήτησε να τον πάρουμε μετά τις 14:00.",
    "Ήρθε με την κόρη της.",
    "Περιμένει απάντηση από τον ΟΠΕΚΑ.",
    "Έφυγε με έντυπο για συμπλήρωση.",
    "Χρειάζεται διερμηνέα.",
)
_SEXES = Weighted((Sex.F, 58), (Sex.M, 40), (Sex.U, 2))
_AGES = Weighted(
    (AgeBand.YOUNG, 14),
    (AgeBand.ADULT, 44),
    (AgeBand.OLDER, 20),
    (AgeBand.SENIOR, 18),
    (AgeBand.UNKNOWN, 4),
)

Recorded = tuple[Visit, list[Request]]


@dataclass(frozen=True, slots=True)
class Desk:
    """What all visits of the centre have in common."""

    site_id: UUID
    letter: str
    by: UUID
    colleagues: Sequence[UUID]
    codes: Sequence[str]
    ids: Ids


class Visiting:
    """Invents the visits of a day among the people who are registered by then."""

    def __init__(self, desk: Desk, dice: Random) -> None:
        self._desk = desk
        self._dice = dice
        self._codes = Weighted(*((code, _COMMON.get(code, 1.0)) for code in desk.codes))

    def day(self, opens: datetime, day: date, known: Sequence[UUID], n: int) -> Iterator[Recorded]:
        """`n` visits of a day that opened at `opens`, in order of arrival."""
        minutes = sorted(self._minute() for _visit in range(n))
        for ticket, minute in enumerate(minutes, start=1):
            arrived = opens + timedelta(seconds=60 * minute + int(self._dice.random() * 60))
            yield self.visit((day, ticket), arrived, self.visitor(known))

    def visitor(self, known: Sequence[UUID]) -> UUID | None:
        """Somebody registered, or nobody by name. Those who came first come most often."""
        drawn = self._dice.random()
        if drawn < 0.11 or not known:
            return None
        return known[int(self._dice.random() ** 1.7 * len(known))]

    def visit(self, place: tuple[date, int], arrived: datetime, person_id: UUID | None) -> Recorded:
        """A visit that is over; `place` is its day and its ticket."""
        dice, desk = self._dice, self._desk
        stage = _STAGES.draw(dice)
        waited = timedelta(seconds=60 + int(dice.random() ** 2 * 2700))
        lasted = timedelta(seconds=240 + int(dice.random() ** 1.5 * 3000))
        called = arrived + waited if stage is Stage.DONE else None
        visit = Visit(
            id=desk.ids.at(to_ms(arrived)),
            site_id=desk.site_id,
            day=place[0],
            letter=desk.letter,
            ticket=place[1],
            channel=_CHANNELS.draw(dice),
            arrived_at=arrived,
            recorded_by=desk.by,
            person_id=person_id,
            anonymous_sex=_SEXES.draw(dice) if person_id is None else None,
            anonymous_age=_AGES.draw(dice) if person_id is None else None,
            for_user=one_of(dice, desk.colleagues) if dice.random() < 0.55 else None,
            note=one_of(dice, _NOTES) if dice.random() < 0.06 else "",
            late_entry=dice.random() < 0.03,
            stage=stage,
            called_at=called,
            finished_at=(called or arrived + waited) + (lasted if called else timedelta(0)),
        )
        return visit, self._requests(visit)

    def _requests(self, visit: Visit) -> list[Request]:
        at, ms = visit.arrived_at, to_ms(visit.arrived_at)
        codes = {self._codes.draw(self._dice): 1 for _n in range(_HOW_MANY.draw(self._dice))}
        state = RequestState.SERVED_HERE if visit.stage is Stage.DONE else RequestState.NEW
        return [Request(self._desk.ids.at(ms), visit.id, code, at, state) for code in codes]

    def _minute(self) -> int:
        """Minutes after opening: most people come in the morning."""
        drawn = min(self._dice.random(), 0.35 + 0.65 * self._dice.random())
        return int(drawn * _LAST_ARRIVAL)
