"""Reading a site profile: a TOML file that describes a centre before it has a store."""

import tomllib
from collections.abc import Mapping
from datetime import time
from typing import Any

from kentro_app.assets import resource
from kentro_app.domain.requests import RequestCode
from kentro_app.domain.roles import Role
from kentro_app.domain.sites import OpeningHours, Profile, ProfileDamaged, Room, UnknownProfile

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PLAIN = (
    "code",
    "title_el",
    "title_en",
    "municipality_el",
    "municipality_en",
    "building",
    "address_el",
    "address_en",
    "phone",
    "zone",
    "decision",
)


def names() -> tuple[str, ...]:
    """The profiles that ship with the program."""
    return tuple(sorted(path.stem for path in resource("profiles").glob("*.toml")))


def load(name: str) -> Profile:
    """The profile of that name. Raises UnknownProfile, ProfileDamaged."""
    if name not in names():
        raise UnknownProfile(field="profile", name=name[:60], known=", ".join(names()))
    text = (resource("profiles") / f"{name}.toml").read_text("utf-8")
    try:
        return _profile(name, tomllib.loads(text))
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError) as error:
        raise ProfileDamaged(name=name) from error


def _profile(name: str, data: Mapping[str, Any]) -> Profile:
    restricted = frozenset(data["restricted"]["requests"])
    return Profile(
        name=name,
        **{key: str(data[key]) for key in _PLAIN},
        hours=tuple(_hours(day, *span) for day, span in data["hours"].items()),
        rooms=tuple(Room(**room) for room in data["rooms"]),
        staff={Role(role): int(count) for role, count in data["staff"].items()},
        catalogue=tuple(
            RequestCode(code, el, en, restricted=code in restricted)
            for code, (el, en) in data["requests"].items()
        ),
    )


def _hours(day: str, opens: str, closes: str) -> OpeningHours:
    weekday = _WEEKDAYS.index(day) + 1
    return OpeningHours(weekday, time.fromisoformat(opens), time.fromisoformat(closes))
