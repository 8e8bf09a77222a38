"""Looking through what is typed: what is wrong with which field, what looks odd, whom it resembles.

Runs on a reading lane: checking a telephone number the first time takes longer than a frame.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from kentro_app.domain import phones
from kentro_app.domain.doubts import Doubt
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.identifiers import Identifier, canonical
from kentro_app.domain.identifiers import doubts as identifier_doubts
from kentro_app.domain.ids import new_id
from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.text import clean, mixed_script
from kentro_app.gui.people.typed import Typed
from kentro_app.services import registry
from kentro_app.services.ports import Work
from kentro_app.services.registry import LINE_LONGEST, NAME_LONGEST, Candidate

_NAMES = ("surname", "given_name", "father_name", "mother_name")
_LINES = ("street", "street_number", "postcode", "municipality")


@dataclass(frozen=True, slots=True)
class Review:
    """`problems` and `doubts` by the field of the form they belong to."""

    problems: Mapping[str, RuleViolation] = field(default_factory=dict)
    doubts: Mapping[str, Doubt] = field(default_factory=dict)
    candidates: tuple[Candidate, ...] = ()


def review(work: Work, typed: Typed, *, now: datetime) -> Review:
    """Check every field by itself, and compare what is right with everybody known."""
    today = work.sites.here().local_day(now)
    problems = _problems(typed, today)
    sound = without(typed, problems)
    candidates: tuple[Candidate, ...] = ()
    if "surname" not in problems:
        candidates = tuple(registry.resembling(work, sound.registration(new_id()), now=now))
    return Review(problems, _doubts(sound, today), candidates)


def without(typed: Typed, names: Mapping[str, Any]) -> Typed:
    """The same with these fields empty."""
    empty: dict[str, Any] = dict.fromkeys(names, "")
    return replace(typed, **empty)


def _problems(typed: Typed, today: date) -> dict[str, RuleViolation]:
    checks: dict[str, Callable[[], object]] = {
        name: _name_check(typed, name) for name in (*_NAMES, "language")
    }
    for name in _LINES:
        checks[name] = _line_check(getattr(typed, name))
    if typed.birth_date.strip():
        checks["birth_date"] = lambda: PartialDate.parse(typed.birth_date, today=today)
    for name, number in typed.phones.items():
        checks[name] = partial(phones.parse, number)
    for name, pair in typed.identifiers.items():
        checks[name] = partial(canonical, *pair)
    found = {name: _refusal(check) for name, check in checks.items()}
    return {name: refusal for name, refusal in found.items() if refusal is not None}


def _name_check(typed: Typed, name: str) -> Callable[[], object]:
    text, required = getattr(typed, name), name == "surname"
    return lambda: clean(text, field=name, longest=NAME_LONGEST, required=required)


def _line_check(text: str) -> Callable[[], object]:
    return lambda: clean(text, field="address", longest=LINE_LONGEST)


def _refusal(check: Callable[[], object]) -> RuleViolation | None:
    try:
        check()
    except RuleViolation as refusal:
        return refusal
    return None


def _doubts(sound: Typed, today: date) -> dict[str, Doubt]:
    found: dict[str, Doubt] = {}
    born = PartialDate.parse(sound.birth_date, today=today) if sound.birth_date.strip() else None
    for name, (kind, number) in sound.identifiers.items():
        held = Identifier(kind, canonical(kind, number))
        for doubt in identifier_doubts(held, birth_date=born, sex=sound.sex):
            found.setdefault(name, doubt)
    for name, number in sound.phones.items():
        for doubt in phones.doubts(phones.parse(number)):
            found.setdefault(name, doubt)
    for name in _NAMES:
        with suppress(StopIteration):
            found[name] = next(_mixed(name, getattr(sound, name)))
    return found


def _mixed(name: str, text: str) -> Any:
    for word in text.split():
        if offered := mixed_script(word):
            yield Doubt(name, "mixed_script", {"offered": offered})
