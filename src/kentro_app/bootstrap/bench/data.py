"""The centres that the figures are measured in: founded like any other, then filled.

`empty`: founded, nobody in it. `full`: five years of a busy centre and a morning of today; at
scale 1 it has 1,000,000 visits of 100,000 persons. `people`: 1,000,000 persons, for the search.
Everything lies encrypted in one private folder. The two large ones are filled side by side.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta
from functools import cached_property, lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from kentro_app.bootstrap.bench import bulk
from kentro_app.bootstrap.bench.names import Invented, people
from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import now, to_ms, truncate
from kentro_app.domain.people import Person, PersonFile, human_number
from kentro_app.domain.roles import Role
from kentro_app.domain.users import User
from kentro_app.services.ports import Actor
from kentro_app.storage import search
from kentro_app.storage.store import Store
from kentro_app.vault.kdf import KdfParameters, KdfPolicy
from kentro_app.vault.secret import SecretKey

PASSWORD: Final = "θάλασσα πέτρινο μολύβι δέντρο 7"
USER: Final = "e.markaki"
# The derivation has a figure of its own; here it would only drown what is measured.
CHEAP: Final = KdfPolicy(*[KdfParameters(memory_kib=64, passes=1, lanes=1)] * 2)

_ZONE: Final = ZoneInfo("Europe/Athens")
_CODE: Final = "PET"
_A_DAY: Final = 800
_THIS_MORNING: Final = 120
_STILL_WAITING, _CALLED = 12, 4
_YEARS: Final = 5
_SEED: Final = 2026
_SAID: Final = tuple(field.name for field in fields(Invented))


@dataclass(frozen=True, slots=True)
class Centre:
    """A data directory with what opens it."""

    directory: Path
    key: SecretKey
    user: User

    @property
    def actor(self) -> Actor:
        """Its administrator, newly logged in."""
        return Actor(self.user.id, self.user.name, self.user.role, new_id())

    def open(self) -> Store:
        """The store in the administrator's name; close it."""
        return Store(self.directory, self.key.buffer, self.actor)


@dataclass(frozen=True, slots=True)
class _Job:
    """What a filling process is told, through a pipe."""

    directory: Path
    key: bytes
    user_id: UUID
    persons: int
    visits: int

    @property
    def actor(self) -> Actor:
        return Actor(self.user_id, USER, Role.ADMINISTRATOR, new_id())


class World:
    """The centres, each made when it is first asked for; `prepare` makes the large ones at once."""

    def __init__(self, folder: Path, scale: float) -> None:
        self.folder, self.scale = folder, scale

    @cached_property
    def empty(self) -> Centre:
        return self._found("empty")

    @cached_property
    def full(self) -> Centre:
        return self._filled({"full"})["full"]

    @cached_property
    def people(self) -> Centre:
        return self._filled({"people"})["people"]

    @property
    def sizes(self) -> dict[str, tuple[int, int]]:
        """How many persons and visits the large centres have."""
        many = max(200, round(1_000_000 * self.scale))
        return {"full": (max(600, many // 10), many), "people": (many, 0)}

    def prepare(self, names: set[str]) -> None:
        """Fill what will be needed, side by side."""
        vars(self).update(self._filled(names & set(self.sizes)))

    def close(self) -> None:
        """Forget the keys."""
        for centre in vars(self).values():
            if isinstance(centre, Centre):
                centre.key.wipe()

    def _filled(self, names: set[str]) -> dict[str, Centre]:
        centres = {name: self._found(name) for name in sorted(names)}
        with ProcessPoolExecutor(len(names) or 1, get_context("spawn")) as pool:
            jobs: list[Future[None]] = [
                pool.submit(fill, self._job(name, centre)) for name, centre in centres.items()
            ]
            for job in jobs:
                job.result()
        return centres

    def _job(self, name: str, centre: Centre) -> _Job:
        key = bytes(centre.key.buffer)
        return _Job(centre.directory, key, centre.user.id, *self.sizes[name])

    def _found(self, name: str) -> Centre:
        directory = self.folder / name
        founding = Founding("petroupoli", USER, "Ελένη Μαρκάκη", PASSWORD)
        founded = found_centre(directory, founding, policy=CHEAP)
        founded.code.wipe()
        return Centre(directory, founded.key, founded.user)


def fill(job: _Job) -> None:
    """Fill a founded centre; without visits, only what a search sees of people is written."""
    with bulk.loading(job.directory, bytearray(job.key), job.actor, noted=job.visits > 0) as ledger:
        register = _Register(ledger, job.persons)
        if job.visits:
            _tell(register, job.visits)
        while register.missing:
            register.next(now() - timedelta(days=1))


class _Register:
    """Registers one invented person after the other."""

    def __init__(self, ledger: bulk.Ledger, persons: int) -> None:
        self.ledger = ledger
        self.ids: list[bytes] = []
        self._persons = persons
        self._people = people(persons, _SEED)
        self._serials: dict[int, int] = {}

    @property
    def missing(self) -> int:
        """How many have yet to come."""
        return self._persons - len(self.ids)

    def next(self, at: datetime) -> None:
        """The next one, registered at that moment."""
        one, position = next(self._people), len(self.ids) + 1
        year = at.year - (position % _YEARS if not self.ledger.noted else 0)
        serial = self._serials[year] = self._serials.get(year, 0) + 1
        number = human_number(_CODE, self.ledger.desk.letter, year, serial)
        row = {**{name: getattr(one, name) for name in _SAID}, "number": number}
        self.ids.append(bulk.add_person(self.ledger, position, row, at))
        spoken = _spoken(one.surname, one.given_name)
        numbers = " ".join(filter(None, (f"n{serial}", one.phone.removeprefix("+"))))
        bulk.add_terms(self.ledger, position, (*spoken, numbers))


def _tell(register: _Register, visits: int) -> None:
    """The visits in order of arrival, people registered as they first come."""
    for number, (at, ticket, stage) in enumerate(_arrivals(visits)):
        if register.missing and _due(register, number, visits):
            register.next(at)
        ids = register.ids
        # A stride that has no factor in common with most numbers visits everybody in turn.
        person = ids[number * 7919 % len(ids)]
        bulk.add_visit(register.ledger, _visit(person, at, ticket, stage), to_ms(at))


def _due(register: _Register, number: int, visits: int) -> bool:
    total = len(register.ids) + register.missing
    return len(register.ids) * visits <= number * total


def _arrivals(visits: int) -> Iterator[tuple[datetime, int, str]]:
    """Moment, ticket and stage of each visit: full days of the past, then this morning."""
    present = now()
    today = present.astimezone(_ZONE).date()
    past = max(visits - _THIS_MORNING, 0)
    days = -(-past // _A_DAY)
    for number in range(past):
        day = today - timedelta(days=days - number // _A_DAY)
        ticket = number % _A_DAY + 1
        opening = datetime.combine(day, time(8), _ZONE).astimezone(now().tzinfo)
        yield opening + timedelta(seconds=50 * ticket), ticket, "done"
    midnight = datetime.combine(today, time(0), _ZONE).astimezone(present.tzinfo)
    step = min(timedelta(minutes=2), (present - midnight) / (_THIS_MORNING + 1))
    for number in range(_THIS_MORNING):
        at = truncate(present - step * (_THIS_MORNING - number))
        yield at, number + 1, _stage(_THIS_MORNING - number)


def _stage(from_the_end: int) -> str:
    if from_the_end <= _STILL_WAITING:
        return "waiting"
    return "called" if from_the_end <= _STILL_WAITING + _CALLED else "done"


def _visit(person: bytes, at: datetime, ticket: int, stage: str) -> dict[str, Any]:
    called = None if stage == "waiting" else at + timedelta(minutes=5)
    return {
        "person_id": person,
        "day": at.astimezone(_ZONE).date().isoformat(),
        "ticket": ticket,
        "stage": stage,
        "arrived_at": at,
        "called_at": called,
        "finished_at": at + timedelta(minutes=20) if stage == "done" else None,
    }


@lru_cache(maxsize=400_000)
def _spoken(surname: str, given_name: str) -> tuple[str, str]:
    """Words and sounds of a name as the search keeps them; many people share a name."""
    nobody = UUID(int=0)
    person = Person(nobody, "", surname, given_name, now(), nobody)
    names, sounds, _numbers = search.terms(PersonFile(person))
    return names, sounds
