"""What became of a record, and the visits of a person, as the store tells them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from kentro_app.domain.contacts import Outcome
from kentro_app.domain.visits import Visit

Scalar = str | int | bool | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record was set to another value, in the form in which values travel.

    `before` is None where the value was empty, or too long ago to be looked up.
    """

    at: datetime
    by: UUID
    entity: str
    record_id: UUID
    field: str
    value: Scalar
    before: Scalar = None


@dataclass(frozen=True, slots=True)
class PastVisit:
    """A visit of a person, with the codes of its requests; `beside` when it was somebody else's."""

    visit: Visit
    for_whom: str
    requests: tuple[str, ...] = ()
    outcome: Outcome | None = None
    beside: bool = False


class History(Protocol):
    """Part of a unit of work; see `services.ports`."""

    def of(self, record_id: UUID) -> Sequence[FieldChange]: ...
    def parts_of(self, person_id: UUID) -> Sequence[UUID]: ...
    def visits_of(
        self, person_id: UUID, after: Visit | None, limit: int
    ) -> Sequence[PastVisit]: ...
