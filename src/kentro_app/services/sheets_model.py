"""What stands on the papers of the centre, before anybody has chosen a format or a language.

Use cases fill these, reports draw them. On a sign-in sheet there is deliberately no field for
an ΑΜΚΑ, a phone or a request: no sheet may carry two of {name, ΑΜΚΑ/ΑΦΜ, kind of request}
unless its purpose cannot be met otherwise, and a sheet on a counter never needs to.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum


class NameStyle(Enum):
    """How much of a name the next visitor in the queue may read."""

    FULL = "full"
    INITIALS = "initials"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One visit of the day.

    `code` is the ticket («A-014»); `number` the person's own number, empty for somebody
    anonymous; `name` what the sheet's name style allows, already rendered. `latin_name` is the
    same in Latin letters and stands in where the paper's font lacks the script (Arabic,
    Georgian). `arrived` and `left` are aware; `left` is empty while somebody is still there.
    `stage` is a word for people. `late_entry`: written down after the fact.
    """

    code: str
    name: str
    arrived: datetime
    number: str = ""
    latin_name: str = ""
    left: datetime | None = None
    for_whom: str = ""
    stage: str = ""
    late_entry: bool = False


@dataclass(frozen=True, slots=True)
class SheetTotals:
    """Head counts for the foot of the sheet; `anonymous` are among the `arrivals`."""

    arrivals: int
    anonymous: int = 0


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """A day at a site, as people sign it.

    `blank_lines` are for walk-ins. `printed_by` is the display name of a user; `copy_number`
    and `audit_mark` tie the paper to its entry in the audit log. `operation` is the line of
    the funded operation that has to stand on the sheet, empty where there is none.
    """

    site_name: str
    day: date
    rows: tuple[SheetRow, ...]
    printed_by: str
    printed_at: datetime
    copy_number: int
    audit_mark: str
    names: NameStyle = NameStyle.FULL
    municipality: str = ""
    address: str = ""
    phone: str = ""
    blank_lines: int = 10
    operation: str = ""
    totals: SheetTotals | None = None


@dataclass(frozen=True, slots=True)
class RecoveryCardContent:
    """What the card with the building's recovery code says.

    `code` as it is typed, in groups parted by hyphens or spaces (ungrouped, it is shown in
    fours); the square code on the card holds the same characters. It is a secret: the value
    must not be logged, hence no `repr` of it.
    """

    site_name: str
    made_on: date
    code: str = field(repr=False)
    municipality: str = ""
