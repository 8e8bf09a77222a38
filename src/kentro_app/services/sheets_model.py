"""What stands on the papers of the centre, before anybody has chosen a format or a language.

Use cases fill these, reports draw them. On a sign-in sheet there is deliberately no field for
an ΑΜΚΑ, a phone or a request: no sheet may carry two of {name, ΑΜΚΑ/ΑΦΜ, kind of request}
unless its purpose cannot be met otherwise, and a sheet on a counter never needs to.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from kentro_app.domain.contacts import Outcome
from kentro_app.domain.requests import Axis
from kentro_app.domain.visits import Channel, Stage


class Layout(Enum):
    """The sheets of a day: the one people sign, slips (Φ2), the list without names (Φ4)."""

    SIGNIN = "signin"
    SLIP = "slip"
    DAILY = "daily"


class NameStyle(Enum):
    """How much of a name the next visitor in the queue may read."""

    FULL = "full"
    INITIALS = "initials"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Replaced:
    """The earlier copy on which something stood that has been corrected since."""

    copy_number: int
    at: datetime


class Paper(Protocol):
    """What every sheet of a day says about itself: whose it is, which day, which copy."""

    @property
    def site_name(self) -> str: ...
    @property
    def municipality(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def operation(self) -> str: ...
    @property
    def day(self) -> date: ...
    @property
    def printed_by(self) -> str: ...
    @property
    def printed_at(self) -> datetime: ...
    @property
    def copy_number(self) -> int: ...
    @property
    def audit_mark(self) -> str: ...
    @property
    def replaces(self) -> Replaced | None: ...


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

    `blank_lines` are for walk-ins; on a copy each has a number of its own, that begins with the
    desk's `letter`. `printed_by` is the display name of a user; `copy_number`
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
    replaces: Replaced | None = None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """One visitor's proof of having been there: a code and a time, and no name (Φ2)."""

    code: str
    arrived: datetime


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """The slips of a day, or of one visit; the fields are those of a SignInSheet."""

    site_name: str
    day: date
    rows: tuple[Slip, ...]
    printed_by: str
    printed_at: datetime
    copy_number: int
    audit_mark: str
    municipality: str = ""
    address: str = ""
    phone: str = ""
    operation: str = ""
    replaces: Replaced | None = None


class Standing(Enum):
    """Whether somebody came for the first time (domain §7.1): decided by completed contacts."""

    NEW = "new"
    RETURNING = "returning"
    ANONYMOUS = "anonymous"
    OPEN = "open"  # not completed, and so nobody's first contact yet


@dataclass(frozen=True, slots=True)
class DailyRow:
    """One contact of the day without a name, and without a code that leads to one (Φ4).

    `requests` are the codes that may be shown; `staff` is somebody's initials.
    """

    number: int
    arrived: datetime
    channel: Channel
    standing: Standing
    stage: Stage
    axis: Axis | None = None
    requests: tuple[str, ...] = ()
    outcome: Outcome | None = None
    staff: str = ""
    late_entry: bool = False


@dataclass(frozen=True, slots=True)
class DailyTotals:
    """The day in the units of domain §7.1. `restricted` requests stand in no line."""

    contacts: int
    visits: int
    people: int
    new_people: int
    requests: int
    restricted: int = 0


@dataclass(frozen=True, slots=True)
class DailySheet:
    """The day's list for statistics; the fields are those of a SignInSheet."""

    site_name: str
    day: date
    rows: tuple[DailyRow, ...]
    totals: DailyTotals
    printed_by: str
    printed_at: datetime
    copy_number: int
    audit_mark: str
    municipality: str = ""
    address: str = ""
    phone: str = ""
    operation: str = ""
    replaces: Replaced | None = None


AnySheet = SignInSheet | SlipSheet | DailySheet


@dataclass(frozen=True, slots=True)
class KitPaper:
    """What the paper kit of a desk holds: the numbers of its forms and of its tickets.

    Numbers come as they are printed («A-K0012»). `requests` are (code, Greek, English) of what
    people ask for most.
    """

    site_name: str
    municipality: str
    reach: str
    letter: str
    forms: tuple[str, ...]
    tickets: tuple[str, ...]
    requests: tuple[tuple[str, str, str], ...]
    printed_by: str
    printed_at: datetime
    copy_number: int
    audit_mark: str


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
