"""Dates, clock times, lengths and numbers as the office writes them.

The patterns are explicit, not the operating system's: dd/MM/yyyy and a 24-hour clock in
both languages. Moments are told in the zone of the current voice. Names of days and months
come through babel, which is loaded with the first of them: the log-in window needs none.
"""

from datetime import date, datetime

from kentro_app.i18n import _, current, ngettext

MINUTES_PER_HOUR = 60


def here(moment: datetime) -> datetime:
    """The moment on the centre's own clock."""
    if moment.tzinfo is None:
        raise ValueError("a moment must be aware: whose clock would this be?")
    return moment.astimezone(current().zone)


def time_of_day(moment: datetime) -> str:
    """`09:41`."""
    return here(moment).strftime("%H:%M")


def date_short(day: date) -> str:
    """`23/11/2026`, of a day or of a moment (then the day it falls on at the centre)."""
    day = _day(day)
    # strftime("%Y") leaves out leading zeros on some systems.
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def date_long(day: date) -> str:
    """`Monday 23 November 2026`, `Δευτέρα 23 Νοεμβρίου 2026`."""
    return _named(day, "EEEE d MMMM y")


def month_heading(day: date) -> str:
    """`November 2026`, `Νοέμβριος 2026`: the month's name by itself."""
    return _named(day, "LLLL y")


def moment_short(moment: datetime) -> str:
    """`23/11/2026 09:41`."""
    return f"{date_short(moment)} {time_of_day(moment)}"


def duration_minutes(minutes: int) -> str:
    """`45 minutes`, `1 hour`, `1 hour 30 minutes`; whole minutes, not negative."""
    hours, rest = divmod(minutes, MINUTES_PER_HOUR)
    parts = []
    if hours:
        parts.append(ngettext("{n} hour", "{n} hours", hours).format(n=hours))
    if rest or not hours:
        parts.append(ngettext("{n} minute", "{n} minutes", rest).format(n=rest))
    return " ".join(parts)


def number(value: int) -> str:
    """`12.345` in Greek, `12,345` in English."""
    grouped = f"{value:,}"
    return grouped.replace(",", ".") if current().language.startswith("el") else grouped


def file_size(size: int) -> str:
    """Bytes in the largest unit of which there is one, to a whole number: `12 MB`."""
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= unit:
            return f"{number(round(size / unit))} {name}"
    return _("{n} bytes").format(n=size)


def _day(day: date) -> date:
    return here(day).date() if isinstance(day, datetime) else day


def _named(day: date, pattern: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - 30 ms that a log-in does not need

    return format_date(_day(day), pattern, locale=current().language)
