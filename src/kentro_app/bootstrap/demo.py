"""Making the demo centre: founded like any other, then told its story day by day.

Every record goes through the repositories, with its operation and its audit entry; only the
clock and the ids are the story's. A folder with a demo centre has the file `demo.json`.
"""

import gc
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from kentro_app import settings
from kentro_app.bootstrap.demo_mark import MARKER
from kentro_app.bootstrap.founding import Founding, found_centre
from kentro_app.bootstrap.keys import KeyFile
from kentro_app.bootstrap.placing import in_our_words, put_in_place, workshop
from kentro_app.cli.context import DemoOrder
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock, now, to_ms, truncate
from kentro_app.domain.sites import Profile
from kentro_app.domain.users import User
from kentro_app.i18n import current
from kentro_app.services.demo.dice import Ids, dice
from kentro_app.services.demo.staff import (
    ADMINISTRATOR,
    COLLEAGUES,
    DESK,
    OTHERS,
    PASSWORD,
    PSYCHOLOGIST,
    SOCIAL_WORKERS,
)
from kentro_app.services.demo.story import Chapter, Plan, Story
from kentro_app.services.demo.visiting import Desk
from kentro_app.services.ports import Actor, Work
from kentro_app.services.profiles import load
from kentro_app.services.transaction import ask, perform
from kentro_app.storage.engine import STORE_FILE
from kentro_app.storage.errors import StoreExists
from kentro_app.storage.store import Store
from kentro_app.vault.kdf import PRODUCTION, KdfPolicy
from kentro_app.vault.secret import SecretKey

PROFILE: Final = "petroupoli"
_NOON = time(12, 20)
_LARGE: Final = 500  # visits in a day: no centre has so many, only a measurement
_MANY: Final = 40_000

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _StoryClock:
    """Shows the moment the story has reached."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def make_demo_centre(directory: Path, progress: Progress) -> None:
    """The demo centre of usual size, built right in an empty folder. For the window."""
    order = DemoOrder(directory, people=1500, visits=6000, seed=1)
    _build(directory, order, _Making(PRODUCTION, now, progress))


def make_demo(
    order: DemoOrder,
    *,
    policy: KdfPolicy | None = None,
    clock: Clock = now,
    progress: Progress = lambda _done, _of: None,
) -> dict[str, Any]:
    """A demo centre in a folder that is empty or does not exist yet, whole or not at all.

    Gives what the command prints. Raises StoreExists, StoreReadOnly, DiskFull.
    """
    directory = order.directory
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise StoreExists(path=str(directory))
    making = _Making(policy or PRODUCTION, clock, progress)
    with workshop(directory.parent) as shop, in_our_words(directory):
        building = shop / "centre"
        counts = _build(building, order, making)
        put_in_place(building, directory)
    return {
        "data_dir": str(directory),
        **counts,
        "seed": order.seed,
        "password": PASSWORD,
        "users": [{"name": one.name, "role": one.role.value} for one in COLLEAGUES],
    }


@dataclass(frozen=True, slots=True)
class _Making:
    """How it is made: the cost of passwords, the clock, and whom to tell how far it is."""

    policy: KdfPolicy
    clock: Clock
    progress: Progress


def _build(directory: Path, order: DemoOrder, making: _Making) -> dict[str, int]:
    profile = load(PROFILE)
    plan = _plan(order, making.clock, profile)
    founding = Founding(PROFILE, ADMINISTRATOR.name, ADMINISTRATOR.display_name, PASSWORD)
    founded = found_centre(directory, founding, policy=making.policy, clock=lambda: plan.now)
    founded.code.wipe()
    with founded.key as key:
        keys = KeyFile(directory, key, making.policy)
        clock = _StoryClock(plan.now)
        with _store(directory, key, founded.user, clock) as store:
            users = perform(store.begin, lambda work: _let_in(work, keys, plan)).result
        with _store(directory, key, users[DESK.name], clock) as store:
            store.hurry()
            with _uncollected():
                counts = _tell(_Telling(store, clock, users, making.progress), plan)
    _mark(directory, order, profile)
    _sync(directory / STORE_FILE)
    return counts


@contextmanager
def _uncollected() -> Iterator[None]:
    """Records have no cycles; looking for some among so many costs a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _sync(file: Path) -> None:
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def _plan(order: DemoOrder, clock: Clock, profile: Profile) -> Plan:
    zone, moment = ZoneInfo(profile.zone), clock()
    if order.today:
        noon = datetime.combine(date.fromisoformat(order.today), _NOON, zone)
        moment = min(truncate(noon), moment)
    return Plan(order.people, order.visits, order.seed, moment, zone=zone, site_code=profile.code)


@contextmanager
def _store(directory: Path, key: SecretKey, user: User, clock: Clock) -> Iterator[Store]:
    actor = Actor(user.id, user.name, user.role, new_id())
    store = Store(directory, key.buffer, actor, clock)
    try:
        yield store
    finally:
        store.close()


def _let_in(work: Work, keys: KeyFile, plan: Plan) -> dict[str, User]:
    """The colleagues as users, under ids of the story, all with the one password."""
    ids = Ids(dice(plan.seed, "users"))
    users = {}
    for one in OTHERS:
        user = User(ids.at(to_ms(plan.now)), one.name, one.display_name, one.role, True, plan.now)
        work.users.add(user)
        work.key_state.note(keys.admit(keys.wrap(user, PASSWORD)))
        users[one.name] = user
    return users


@dataclass(frozen=True, slots=True)
class _Telling:
    """Where the story goes."""

    store: Store
    clock: _StoryClock
    users: Mapping[str, User]
    progress: Progress


def _tell(telling: _Telling, plan: Plan) -> dict[str, int]:
    desk = ask(telling.store.view, lambda work: _desk(work, telling.users, plan))
    people = visits = 0
    for chapters in _gathered(Story(plan, desk).chapters()):
        telling.clock.now = chapters[-1].at
        perform(telling.store.begin, partial(_write, chapters=chapters))
        people += sum(len(chapter.people) for chapter in chapters)
        visits += sum(len(chapter.visits) for chapter in chapters)
        telling.progress(people + visits, plan.people + plan.visits)
    telling.progress(1, 1)
    return {"people": people, "visits": visits}


def _desk(work: Work, users: Mapping[str, User], plan: Plan) -> Desk:
    return Desk(
        site_id=work.desk.site_id,
        letter=work.desk.letter,
        by=users[DESK.name].id,
        colleagues=[users[one.name].id for one in (*SOCIAL_WORKERS, PSYCHOLOGIST)],
        codes=[entry.code for entry in work.catalogue.all()],
        ids=Ids(dice(plan.seed, "ids")),
    )


def _gathered(chapters: Iterable[Chapter]) -> Iterator[list[Chapter]]:
    """A day is a transaction, but in a very large centre the days of some weeks are one.

    Each transaction writes a great part of the index by person: few of them write it seldom.
    """
    gathered: list[Chapter] = []
    for chapter in chapters:
        gathered.append(chapter)
        if len(chapter.visits) < _LARGE or sum(len(g.visits) for g in gathered) >= _MANY:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def _write(work: Work, chapters: Sequence[Chapter]) -> None:
    for chapter in chapters:
        for file in chapter.people:
            work.persons.add(file)
        for visit, requests in chapter.visits:
            work.visits.add(visit, requests)
        for contact in chapter.contacts:
            work.contacts.put(contact)


def _mark(directory: Path, order: DemoOrder, profile: Profile) -> None:
    """Say on the folder that all in it is invented, and whom its log-in should offer."""
    language = current().language
    centre = profile.title_el if language.startswith("el") else profile.title_en
    habits = settings.Settings(language=language, centre=centre, last_user=SOCIAL_WORKERS[0].name)
    settings.save(directory, habits)
    text = json.dumps({"demo": True, "seed": order.seed})
    handle = os.open(directory / MARKER, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{text}\n")
