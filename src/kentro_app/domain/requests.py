"""Requests (αιτήματα): what somebody came for, by the centre's dated, two-level list."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from kentro_app.domain.errors import RuleViolation

_CODE = re.compile(r"[ABC]\.[A-Z0-9_]{1,20}")  # plain ASCII: a Greek Α looks like a Latin A


class Axis(Enum):
    """The three service axes Α, Β, Γ (domain §1.2), stored in plain ASCII."""

    A = "A"
    B = "B"
    C = "C"


class RequestState(Enum):
    """Where a request stands (domain §1.4); ENTERED_IN_ERROR keeps it and counts it nowhere."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    SERVED_HERE = "served_here"
    APPLICATION_FILED = "application_filed"
    REFERRED = "referred"
    WAITING_DOCUMENTS = "waiting_documents"
    WAITING_THIRD_PARTY = "waiting_third_party"
    GRANTED = "granted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NOT_ELIGIBLE = "not_eligible"
    LOST_CONTACT = "lost_contact"
    CLOSED_OTHER = "closed_other"
    ENTERED_IN_ERROR = "entered_in_error"


class UnknownRequest(RuleViolation):
    """The code is not in the centre's list on that day."""


class CodeStillValid(RuleViolation):
    """Only a request that has ended can be offered again."""


class CodeEnded(RuleViolation):
    """The request has ended already. Facts: value."""


class EndsBeforeBegin(RuleViolation):
    """A request cannot end before it began."""


class SuccessorUnusable(RuleViolation):
    """A successor is another request that has not ended itself and leads back to none."""


class CodeTaken(RuleViolation):
    """The list has a request of this code already."""


class CodeMalformed(RuleViolation):
    """A code is an axis, a dot and plain capitals or digits: `C.LEGAL`."""


@dataclass(frozen=True, slots=True)
class RequestCode:
    """One entry of the list. Codes are never deleted, they end; `maps_to` names a successor.

    The list has two levels: the axis, which the code begins with, and the request.
    """

    code: str
    title_el: str
    title_en: str
    restricted: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    maps_to: str = ""

    @property
    def axis(self) -> Axis:
        """The axis of domain §1.2 it belongs to."""
        return axis_of(self.code)

    def title(self, language: str) -> str:
        """What it is called in `el` or `en`."""
        return self.title_el if language.startswith("el") else self.title_en

    def is_valid_on(self, day: date) -> bool:
        """Whether new requests may use it that day."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


@dataclass(frozen=True, slots=True)
class Request:
    """Something asked for during a visit."""

    id: UUID
    visit_id: UUID
    code: str
    asked_at: datetime
    state: RequestState = RequestState.NEW


def axis_of(code: str) -> Axis:
    """`A` of `A.EEE`."""
    return Axis(code[:1])


def propose_axis(codes: Iterable[str]) -> Axis | None:
    """The axis most of the requests belong to, the first one's where two have as many."""
    axes = [axis_of(code) for code in codes]
    return max(dict.fromkeys(axes), key=axes.count, default=None)


def require_successor(code: str, successor: str, catalogue: Iterable[RequestCode]) -> str:
    """The code that follows `code`. Raises UnknownRequest, SuccessorUnusable."""
    known = {entry.code: entry for entry in catalogue}
    if successor not in known:
        raise UnknownRequest(field="maps_to", value=successor[:40])
    if successor == code or known[successor].valid_to is not None:
        raise SuccessorUnusable(field="maps_to")
    return successor


def require_code(code: str, catalogue: Iterable[RequestCode]) -> str:
    """The code of a new entry, in capitals. Raises CodeMalformed, CodeTaken."""
    code = code.strip().upper()
    if not _CODE.fullmatch(code):
        raise CodeMalformed(field="code", value=code[:40])
    if code in {entry.code for entry in catalogue}:
        raise CodeTaken(field="code", value=code)
    return code


def require_codes(
    wanted: Iterable[str], catalogue: Iterable[RequestCode], day: date
) -> tuple[str, ...]:
    """The wanted codes, once each, in order. Raises UnknownRequest for one not valid that day."""
    valid = {entry.code for entry in catalogue if entry.is_valid_on(day)}
    codes = tuple(dict.fromkeys(wanted))
    for code in codes:
        if code not in valid:
            raise UnknownRequest(field="requests", value=code[:40])
    return codes
