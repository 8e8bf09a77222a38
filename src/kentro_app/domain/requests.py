"""Requests (αιτήματα): what somebody came for, by the centre's dated, two-level list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from kentro_app.domain.errors import RuleViolation


class Axis(Enum):
    """The three service axes Α, Β, Γ (domain §1.2), stored in plain ASCII."""

    A = "A"
    B = "B"
    C = "C"


class RequestState(Enum):
    NEW = "new"
    IN_PROGRESS = "in_progress"
    SERVED_HERE = "served_here"
    CLOSED = "closed"


class UnknownRequest(RuleViolation):
    """The code is not in the centre's list on that day."""


@dataclass(frozen=True, slots=True)
class RequestCode:
    """One entry of the list. Codes are never deleted, they end."""

    code: str
    title_el: str
    title_en: str
    restricted: bool = False
    valid_from: date | None = None
    valid_to: date | None = None

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
