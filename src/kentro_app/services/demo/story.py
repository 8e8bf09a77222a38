"""Two years of the demo centre, day by day: who is registered, and who comes.

The same seed, size and moment tell the same story to the last id.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from kentro_app.domain.contacts import Contact
from kentro_app.domain.moments import truncate
from kentro_app.domain.people import PersonFile, human_number
from kentro_app.services.demo.calendar import shares, working_days
from kentro_app.services.demo.contacts import is_lately, written_down
from kentro_app.services.demo.dice import dice
from kentro_app.services.demo.families import Draft, drafts
from kentro_app.services.demo.registering import Registrar
from kentro_app.services.demo.today import NEWCOMERS, SCENES, visits_today
from kentro_app.services.demo.visiting import Desk, Recorded, Visiting

YEARS = 2
_OPENS, _CLOSES = time(9), time(17)
_REGISTERED_BEFORE = 0.3  # of the people, in the first weeks: brought over from the old list
_FIRST_WEEKS = 20


@dataclass(frozen=True, slots=True)
class Plan:
    """How much, and until when; `now` is the moment at which the story stops."""

    people: int
    visits: int
    seed: int
    now: datetime
    zone: ZoneInfo
    site_code: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A day, written at `at`."""

    at: datetime
    people: list[PersonFile]
    visits: list[Recorded]
    contacts: list[Contact] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many people and visits."""
        return len(self.people) + len(self.visits)


class Story:
    """Tells the chapters, once."""

    def __init__(self, plan: Plan, desk: Desk) -> None:
        self._plan, self._desk = plan, desk
        self._letter = desk.letter
        self._registrar = Registrar(desk.ids, desk.by)
        self._visiting = Visiting(desk, dice(plan.seed, "visits"))
        self._record = dice(plan.seed, "contacts")
        self._who = dice(plan.seed, "regulars")
        self._today = plan.now.astimezone(plan.zone).date()
        self._drafts = drafts(dice(plan.seed, "people"), self._today)
        self._serials: dict[int, int] = {}
        self._known: list[UUID] = []

    def chapters(self) -> Iterator[Chapter]:
        """Every working day, and the present day."""
        plan = self._plan
        first = self._today.replace(day=1) - timedelta(days=365 * YEARS)
        days = working_days(first, self._today - timedelta(days=1))
        newcomers = min(NEWCOMERS, plan.people // 8)
        past = max(plan.visits - len(SCENES), 0)
        arriving = _registrations(days, plan.people - newcomers)
        for day, new, visits in zip(days, arriving, shares(days, past), strict=True):
            yield self._past(day, new, visits)
        yield self._present(newcomers)

    def _past(self, day: date, new: int, visits: int) -> Chapter:
        opens = self._at(day, _OPENS)
        people = self._register(new, day, opens)
        met = list(self._visiting.day(opens, day, self._known, visits))
        return Chapter(self._at(day, _CLOSES), people, met, self._contacts(day, met))

    def _present(self, newcomers: int) -> Chapter:
        regulars = self._known[: len(self._known) // 2]
        chosen = self._who.sample(regulars, min(len(regulars), len(SCENES)))
        registered_at = self._plan.now - timedelta(minutes=1)
        people = self._register(newcomers, self._today, registered_at)
        new = [file.person.id for file in people]
        visits = visits_today(self._visiting, self._plan.now, self._plan.zone, (new, chosen))
        visits = visits[: self._plan.visits]
        return Chapter(self._plan.now, people, visits, self._contacts(self._today, visits))

    def _contacts(self, day: date, visits: list[Recorded]) -> list[Contact]:
        if not is_lately(day, self._today):
            return []
        return list(written_down(visits, self._desk, self._record, self._today))

    def _register(self, n: int, day: date, at: datetime) -> list[PersonFile]:
        born = (draft for draft in self._drafts if draft.born < day)
        found = [self._file(draft, day, at) for draft in islice(born, n)]
        self._known += [file.person.id for file in found]
        return found

    def _file(self, draft: Draft, day: date, at: datetime) -> PersonFile:
        serial = self._serials[day.year] = self._serials.get(day.year, 0) + 1
        number = human_number(self._plan.site_code, self._letter, day.year, serial)
        return self._registrar.file(draft, number, truncate(at))

    def _at(self, day: date, clock: time) -> datetime:
        return truncate(datetime.combine(day, clock, self._plan.zone))


def _registrations(days: list[date], total: int) -> list[int]:
    before = round(total * _REGISTERED_BEFORE)
    first = shares(days[:_FIRST_WEEKS], before)
    rest = shares(days, total - before)
    return [n + (first[place] if place < len(first) else 0) for place, n in enumerate(rest)]
