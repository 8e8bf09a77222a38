"""Times of day as a hurried hand types them from a sheet: 9, 930, 9:30, 09.30."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.moments import truncate

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.,·hω]\s*|\s+)?([0-5]\d)?")


class NotATime(RuleViolation):
    """No time of day. Facts: value."""


def parse_time(typed: str, *, field: str) -> time | None:
    """The time meant, None where nothing is typed. Raises NotATime."""
    text = typed.strip().lower()
    if not text:
        return None
    found = _TIME.fullmatch(text)
    if found is None or int(found[1]) > 23:
        raise NotATime(field=field, value=typed[:20])
    return time(int(found[1]), int(found[2] or 0))


def moment_of(day: date, at: time, zone: str) -> datetime:
    """The moment at which the clocks of the zone show that time of that day, in UTC."""
    return truncate(datetime.combine(day, at, ZoneInfo(zone)))
