"""Dates of birth as people know them: to the day, the month, the year or the decade.

Written in the Extended Date/Time Format (ISO 8601-2): 1971-03-12, 1971-03, 1971, 197X.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kentro_app.domain import moments
from kentro_app.domain.errors import RuleViolation

EARLIEST_YEAR = 1890  # nobody alive is older; what is older is a slip of the finger
_SHOWN = 20

_EDTF = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_DECADE = re.compile(r"(?P<decade>[0-9]{3})[XxΧχ]")
_GREEK = re.compile(
    r"(?:(?P<day>[0-9]{1,2})(?P<mark>[/.-]))?(?P<month>[0-9]{1,2})(?(mark)(?P=mark)|[/.-])"
    r"(?P<year>[0-9]{4})"
)


class NotADate(RuleViolation):
    """Neither a date nor a part of one. Facts: value (what was typed, shortened)."""


class InTheFuture(RuleViolation):
    """Nobody is born after today."""


class TooLongAgo(RuleViolation):
    """Before the year in the fact `earliest`."""


class Precision(Enum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the end may be unknown. `text` is EDTF and checked for shape only:
    what was once accepted stays readable whatever the clock says later."""

    text: str

    def __post_init__(self) -> None:
        if not (_EDTF.fullmatch(self.text) or re.fullmatch("[0-9]{3}X", self.text)):
            raise NotADate(field="birth_date", value=self.text[:_SHOWN])
        try:
            _ = self.earliest
        except ValueError:
            raise NotADate(field="birth_date", value=self.text[:_SHOWN]) from None

    @classmethod
    def parse(
        cls, text: str, *, today: date | None = None, field: str = "birth_date"
    ) -> "PartialDate":
        """From EDTF or from dd/MM/yyyy, MM/yyyy, yyyy (also with . or -); two-digit years not.

        Raises NotADate, InTheFuture (by `today`, else this machine's clock), TooLongAgo.
        """
        try:
            parsed = cls(_edtf(text.strip()))
        except NotADate:
            raise NotADate(field=field, value=text.strip()[:_SHOWN]) from None
        if parsed.latest.year < EARLIEST_YEAR:
            raise TooLongAgo(field=field, earliest=EARLIEST_YEAR)
        if parsed.earliest > (today or moments.now().date()):
            raise InTheFuture(field=field)
        return parsed

    def __str__(self) -> str:
        return self.text

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        if self.text.endswith("X"):
            return Precision.DECADE
        return {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(self.text)]

    @property
    def year(self) -> int | None:
        """The year, unless only the decade is known."""
        return None if self.precision is Precision.DECADE else int(self.text[:4])

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return date(int(self.text[:4].replace("X", "0")), *self._month_and_day(1, 1))

    @property
    def latest(self) -> date:
        """The last day it can be."""
        year = int(self.text[:4].replace("X", "9"))
        month = self._month_and_day(12, 1)[0]
        return date(year, *self._month_and_day(12, calendar.monthrange(year, month)[1]))

    def age_on(self, day: date) -> tuple[int, int]:
        """The fewest and the most whole years that somebody born then has lived on that day."""
        return _years(self.latest, day), _years(self.earliest, day)

    def swapped(self) -> "PartialDate | None":
        """The date somebody meant who wrote month before day; None where that is no other date."""
        first = self.earliest
        if self.precision is not Precision.DAY or first.day > 12 or first.day == first.month:
            return None
        return PartialDate(f"{self.text[:4]}-{self.text[8:]}-{self.text[5:7]}")

    def _month_and_day(self, month: int, day: int) -> tuple[int, int]:
        known = [int(part) for part in self.text.split("-")[1:]]
        return (*known, *(month, day)[len(known) :])  # type: ignore[return-value]


def _edtf(text: str) -> str:
    if found := _DECADE.fullmatch(text):
        return f"{found['decade']}X"
    if found := _GREEK.fullmatch(text):
        day = f"-{int(found['day']):02}" if found["day"] else ""
        return f"{found['year']}-{int(found['month']):02}{day}"
    return text


def _years(born: date, day: date) -> int:
    before_birthday = (day.month, day.day) < (born.month, born.day)
    return max(day.year - born.year - before_birthday, 0)
