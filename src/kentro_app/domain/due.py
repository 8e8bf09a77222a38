"""Until when something is to be done, as people type it: a date, or so many days from now."""

import re
from datetime import date, timedelta

from kentro_app.domain.errors import RuleViolation

FURTHEST = timedelta(days=3660)

_IN_DAYS = re.compile(r"\+\s*(\d{1,4})")
_DAY = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?")


class NotADueDate(RuleViolation):
    """Neither a day nor a number of days. Facts: value."""


class DueTooFar(RuleViolation):
    """Further away than anybody plans; most likely a wrong year."""


def parse_due(text: str, today: date, *, field: str = "next_due") -> date | None:
    """`30/11/2026`, `30/11` (the next one), `2026-11-30` or `+14` (days); nothing for no text.

    Raises NotADueDate, DueTooFar. A day in the past is for others to judge.
    """
    text = text.strip()
    if not text:
        return None
    try:
        found = _read(text, today)
    except (ValueError, OverflowError):
        raise NotADueDate(field=field, value=text[:40]) from None
    if found - today > FURTHEST:
        raise DueTooFar(field=field)
    return found


def _read(text: str, today: date) -> date:
    if days := _IN_DAYS.fullmatch(text):
        return today + timedelta(days=int(days[1]))
    if written := _DAY.fullmatch(text):
        return _written(written[1], written[2], written[3], today)
    return date.fromisoformat(text)


def _written(day: str, month: str, year: str | None, today: date) -> date:
    if year is not None:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    for nearest in range(today.year, today.year + 9):  # 29/2 may be eight years away
        try:
            found = date(nearest, int(month), int(day))
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(month)


def in_a_month(today: date) -> date:
    """The same day of the next month, or the last one that month has."""
    year, month = divmod(today.year * 12 + today.month, 12)
    for day in range(today.day, 27, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, min(today.day, 28))
