"""A line of paper as somebody types it back, what may be wrong with it, and what became of it."""

from dataclasses import dataclass
from datetime import time
from enum import Enum
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand, Visit
from kentro_app.services.registry import Registration


class NoSuchTicket(RuleViolation):
    """No visit of that day has this short code. Facts: value."""


class PaperUnknown(RuleViolation):
    """No form, ticket or line with this number has been printed at this desk. Facts: value."""


class PaperOfAnotherDay(RuleViolation):
    """The line stands on the sheet of another day. Facts: value, day."""


class PaperTaken(RuleViolation):
    """What stands on this paper has been typed in for somebody else. Facts: value."""


class WhoMissing(RuleViolation):
    """A new line says who came, or that nobody gave a name."""


class LeftBeforeArrived(RuleViolation):
    """Nobody leaves before they arrive."""


class LeftInFuture(RuleViolation):
    """Nobody has left yet at that time."""


class TypedOtherwise(RuleViolation):
    """The store says something else already. Facts: part, before, after."""


class DayInFuture(RuleViolation):
    """A sheet of a day that has not come yet cannot have been signed."""


class Became(Enum):
    """What typing a line did."""

    ADDED = "added"
    FILLED = "filled"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Nobody:
    """Somebody who gave no name."""

    sex: Sex = Sex.U
    age: AgeBand = AgeBand.UNKNOWN


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line. `code` is what is printed before it, as it was typed; empty for none.

    `who` is a person's id, somebody without a name, or somebody to be registered with the line;
    not needed where `code` is that of a visit the program knows. `signed` is None where the paper
    has no room for a signature.
    """

    visit_id: UUID
    code: str = ""
    who: UUID | Nobody | Registration | None = None
    arrived: time | None = None
    left: time | None = None
    signed: bool | None = None


@dataclass(frozen=True, slots=True)
class TypedLine:
    """The visit as it is now."""

    visit: Visit
    became: Became
