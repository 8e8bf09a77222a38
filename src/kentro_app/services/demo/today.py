"""The demo centre's present day: a reception in full swing, whenever one looks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from kentro_app.domain.moments import truncate
from kentro_app.domain.requests import RequestState
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand, Channel, Stage
from kentro_app.services.demo.visiting import Recorded, Visiting

_SPAN = timedelta(minutes=195)


@dataclass(frozen=True, slots=True)
class _Scene:
    """One arrival: minutes before now, how far it came; a new person or not; by what way."""

    before: int
    stage: Stage
    new: bool = False
    named: bool = True
    channel: Channel = Channel.IN_PERSON


SCENES: Final = (
    _Scene(190, Stage.DONE),
    _Scene(175, Stage.DONE, named=False, channel=Channel.PHONE),
    _Scene(158, Stage.DONE, new=True),
    _Scene(140, Stage.LEFT),
    _Scene(121, Stage.DONE, new=True),
    _Scene(96, Stage.DONE),
    _Scene(74, Stage.DONE, new=True),
    _Scene(47, Stage.DONE),
    _Scene(28, Stage.CALLED, new=True),
    _Scene(9, Stage.WAITING, new=True),
    _Scene(4, Stage.WAITING),
    _Scene(1, Stage.WAITING),
)
NEWCOMERS: Final = sum(scene.new for scene in SCENES)


def visits_today(
    visiting: Visiting, now: datetime, zone: ZoneInfo, people: tuple[Sequence[UUID], Sequence[UUID]]
) -> list[Recorded]:
    """The scenes, as far as there are people for them; `people` are newcomers and regulars.

    Nobody comes twice. Before a few hours of the day have passed, all of it happened faster.
    """
    newcomers, regulars = (iter(group) for group in people)
    local = now.astimezone(zone)
    passed = timedelta(hours=local.hour, minutes=local.minute, seconds=local.second)
    pace = min(passed / _SPAN, 1.0)
    found: list[Recorded] = []
    for scene in SCENES:
        person = _person(scene, newcomers, regulars)
        if scene.named and person is None:
            continue
        arrived = now - timedelta(seconds=int(scene.before * 60 * pace))
        place = (local.date(), len(found) + 1)
        recorded = visiting.visit(place, arrived, person)
        found.append(_staged(recorded, scene, now))
    return found


def _person(scene: _Scene, newcomers: Iterator[UUID], regulars: Iterator[UUID]) -> UUID | None:
    if not scene.named:
        return None
    new = next(newcomers, None) if scene.new else None
    return new or next(regulars, None)


def _staged(recorded: Recorded, scene: _Scene, now: datetime) -> Recorded:
    visit, requests = recorded
    wait = (now - visit.arrived_at) / 3
    called = scene.stage in (Stage.CALLED, Stage.DONE)
    over = scene.stage in (Stage.DONE, Stage.LEFT)
    visit = replace(
        visit,
        channel=scene.channel,
        stage=scene.stage,
        late_entry=False,
        note="",
        called_at=truncate(visit.arrived_at + wait / 4) if called else None,
        finished_at=truncate(visit.arrived_at + wait) if over else None,
    )
    if visit.person_id is None:
        visit = replace(visit, anonymous_sex=Sex.F, anonymous_age=AgeBand.ADULT)
    state = RequestState.SERVED_HERE if scene.stage is Stage.DONE else RequestState.NEW
    return visit, [replace(request, state=state) for request in requests]
