"""What is printed on a paper to find it again: the number of a form, a ticket, a blank line.

Every number begins with the desk's letter, so that no two desks print the same. The letters after
it, K and T, lie on the same keys and look the same in Greek and in Latin.
"""

import re
from dataclasses import dataclass
from enum import Enum

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.visits import ticket_code

_LATIN = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX")
_TICKET = re.compile(r"(?:([A-Z]{1,2})-)?(\d{1,6})")  # a hyphen tells desk K from form K
_KIT = re.compile(r"(?:([A-Z]{1,2}?)-?)?([KT])(\d{1,8})")
_SHORT = re.compile(r"([A-Z]{1,2})(\d{1,6})")
_LINE = re.compile(r"([A-Z]{0,2})-?(\d{1,8})/(\d{1,3})")


class NotACode(RuleViolation):
    """What was typed is no short code and no number of a form. Facts: value."""


class PaperKind(Enum):
    """What a number stands on; the value is what a copy of it is called."""

    VISIT = "visit"  # the ticket of a visit that the program knows
    FORM = "kit_forms"
    TICKET = "kit_tickets"
    LINE = "signin"  # a blank line of a printed sign-in sheet


_MARKS = {PaperKind.FORM: "K", PaperKind.TICKET: "T"}


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """A number as somebody typed it, taken apart. `copy` is that of a printed sheet, else 0."""

    kind: PaperKind
    letter: str
    number: int
    copy: int = 0

    @property
    def text(self) -> str:
        """As it is printed."""
        if self.kind is PaperKind.VISIT:
            return ticket_code(self.letter, self.number)
        if self.kind is PaperKind.LINE:
            return blank_line(self.letter, self.copy, self.number)
        return kit_number(self.letter, self.kind, self.number)


def kit_number(letter: str, kind: PaperKind, number: int) -> str:
    """What stands on a form (`A-K0012`) or a tear-off ticket (`A-T0012`)."""
    return f"{letter}-{_MARKS[kind]}{number:04d}"


def blank_line(letter: str, copy: int, line: int) -> str:
    """What stands before a blank line of a printed sheet: `A-3/1`."""
    return f"{letter}-{copy}/{line}"


def read(typed: str, letter: str) -> PaperNumber:
    """What was typed in either alphabet, with or without letter, hyphen and zeros.

    Without a letter it is this desk's, `letter`. Raises NotACode.
    """
    text = "".join(typed.upper().translate(_LATIN).split())
    if found := _TICKET.fullmatch(text):
        return PaperNumber(PaperKind.VISIT, found[1] or letter, int(found[2]))
    if found := _LINE.fullmatch(text):
        return PaperNumber(PaperKind.LINE, found[1] or letter, int(found[3]), int(found[2]))
    if found := _KIT.fullmatch(text):
        kind = PaperKind.FORM if found[2] == "K" else PaperKind.TICKET
        return PaperNumber(kind, found[1] or letter, int(found[3]))
    if found := _SHORT.fullmatch(text):
        return PaperNumber(PaperKind.VISIT, found[1], int(found[2]))
    raise NotACode(field="code", value=typed[:40])
