"""Who changed what, and when: read from the operations, and itself noted as a read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kentro_app.domain.visits import Visit
from kentro_app.services.access import Permission, may, require
from kentro_app.services.discretion import staff_names, visit_of
from kentro_app.services.history_model import FieldChange, PastVisit, Scalar
from kentro_app.services.ports import Work

PAGE = 50
_VISIT = "visit"
# What the desk sees of a visit anyway; the rest would say what somebody came for.
_AT_THE_DESK = frozenset(
    {
        "person_id",
        "day",
        "arrived_at",
        "called_at",
        "finished_at",
        "stage",
        "ticket",
        "late_entry",
        "missed",
        "cancelled_because",
        "signed",
    }
)


@dataclass(frozen=True, slots=True)
class Changed:
    """One change: when, by whom (as colleagues read the name), of which field, to what.

    `value` and `before` are in the form in which values travel (EDTF dates, E.164, ids as text).
    """

    at: datetime
    who: str
    entity: str
    record_id: UUID
    field: str
    value: Scalar
    before: Scalar = None


def of_record(work: Work, entity: str, record_id: UUID) -> Sequence[Changed]:
    """Every change of one record, oldest first; nothing for a record as it was made.

    Of a visit the desk gets what it may see; all else needs the right to see files. Raises
    UnknownVisit, NotAllowed. Who did it stands there only where colleagues' names may be read.
    """
    _require(work, entity)
    if entity == _VISIT:
        visit_of(work, record_id)
    work.trail.note_read("history.read", entity, record_id)
    changes = work.history.of(record_id)
    return _told(work, (one for one in changes if one.entity == entity and _shown(work, one)))


def of_person(work: Work, person_id: UUID) -> Sequence[Changed]:
    """Every change of a person and of all that belongs to them, oldest first.

    Raises UnknownPerson, NotAllowed.
    """
    require(work.actor, Permission.SEE_FILE)
    work.persons.require(person_id)
    work.trail.note_read("history.read", "person", person_id)
    ids = [person_id, *work.history.parts_of(person_id)]
    changes = [change for record_id in ids for change in work.history.of(record_id)]
    return _told(work, sorted(changes, key=lambda change: change.at))


def visits(
    work: Work, person_id: UUID, after: Visit | None = None, limit: int = PAGE
) -> Sequence[PastVisit]:
    """A page of a person's visits, newest first, after the last one that is known already.

    What somebody came for is there only for who may see it. Raises UnknownPerson, NotAllowed.
    """
    require(work.actor, Permission.SEE_FILE)
    work.persons.require(person_id)
    work.trail.note_read("person.opened", "person", person_id)
    found = work.history.visits_of(person_id, after, limit)
    if may(work.actor, Permission.SEE_SERVICE):
        return found
    return [PastVisit(past.visit, "", beside=past.beside) for past in found]


def _require(work: Work, entity: str) -> None:
    require(work.actor, Permission.RECEIVE if entity == _VISIT else Permission.SEE_FILE)


def _shown(work: Work, change: FieldChange) -> bool:
    return may(work.actor, Permission.SEE_FILE) or change.field in _AT_THE_DESK


def _told(work: Work, changes: Iterable[FieldChange]) -> Sequence[Changed]:
    people = staff_names(work)
    return tuple(
        Changed(
            at=change.at,
            who=people.get(change.by, ""),
            entity=change.entity,
            record_id=change.record_id,
            field=change.field,
            value=change.value,
            before=change.before,
        )
        for change in changes
    )
