"""When the demo centre is open: working days, with the bustle of each month and weekday."""

from datetime import date, timedelta

_FIXED = ((1, 1), (1, 6), (3, 25), (5, 1), (8, 15), (10, 28), (12, 25), (12, 26))
_AROUND_EASTER = (-48, -2, 0, 1, 50)  # Clean Monday, Good Friday, Easter, its Monday, Whit Monday
_MONTHS = (1.15, 1.1, 1.05, 0.85, 1.0, 0.95, 0.8, 0.35, 1.3, 1.2, 1.1, 0.8)
_WEEKDAYS = (1.25, 1.1, 1.0, 1.0, 0.75)


def working_days(first: date, last: date) -> list[date]:
    """Mondays to Fridays from `first` to `last`, both included, without public holidays."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    free = {day for year in range(first.year, last.year + 1) for day in holidays(year)}
    return [day for day in days if day.weekday() < 5 and day not in free]


def holidays(year: int) -> set[date]:
    """Public holidays, without what a minister changes afterwards."""
    easter = orthodox_easter(year)
    moving = {easter + timedelta(days=days) for days in _AROUND_EASTER}
    return moving | {date(year, month, day) for month, day in _FIXED}


def orthodox_easter(year: int) -> date:
    """Meeus, Astronomical Algorithms (1991), p. 69: Julian Easter, 13 days on, 1900–2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def shares(days: list[date], total: int) -> list[int]:
    """How many of `total` visits fall on each day: by month and weekday, exactly `total` in all."""
    weights = [_MONTHS[day.month - 1] * _WEEKDAYS[day.weekday()] for day in days]
    whole, so_far, given = sum(weights), 0.0, 0
    found = []
    for weight in weights:
        so_far += weight
        upto = round(total * so_far / whole)
        found.append(upto - given)
        given = upto
    return found
