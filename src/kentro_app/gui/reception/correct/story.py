"""What the dialog shows about one visit, read in one go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from kentro_app.domain.people import UnknownPerson
from kentro_app.domain.visits import Stage, UnknownVisit
from kentro_app.i18n import current
from kentro_app.services import history
from kentro_app.services.discretion import staff_names, visits_of
from kentro_app.services.history import Changed
from kentro_app.services.ports import VisitRow, Work


@dataclass(frozen=True, slots=True)
class Story:
    """A visit, the others of its day that could be the same one, and its history.

    `names` are those of the people, rooms and colleagues the history speaks of, by id as text.
    """

    row: VisitRow
    others: tuple[VisitRow, ...] = ()
    changes: tuple[Changed, ...] = ()
    names: Mapping[str, str] | None = None
    recorder: str = ""


def read(work: Work, visit_id: UUID) -> Story:
    """Raises UnknownVisit, NotAllowed."""
    rows = visits_of(work, work.visits.get(visit_id).day)
    row = next((row for row in rows if row.visit.id == visit_id), None)
    if row is None:
        raise UnknownVisit(field="visit", id=str(visit_id))
    changes = tuple(history.of_record(work, "visit", visit_id))
    users = {str(user_id): name for user_id, name in staff_names(work).items()}
    rooms = {str(room.id): room.name(current().language) for room in work.sites.rooms()}
    names = {**users, **rooms, **_people(work, changes)}
    others = sorted(
        (o for o in rows if o is not row and o.visit.stage is not Stage.CANCELLED),
        key=lambda other: _unlikeness(row, other),
    )
    return Story(row, tuple(others), changes, names, users.get(str(row.visit.recorded_by), ""))


def _people(work: Work, changes: Iterable[Changed]) -> dict[str, str]:
    ids = {value for c in changes if c.field == "person_id" for value in (c.before, c.value)}
    found: dict[str, str] = {}
    for one in ids:
        if isinstance(one, str) and one:
            try:
                found[one] = work.persons.get(UUID(one)).full_name
            except UnknownPerson:  # one that this desk does not hold
                continue
    return found


def _unlikeness(row: VisitRow, other: VisitRow) -> tuple[bool, bool, float]:
    """The same person first, then the same surname, then who came at nearly the same time."""
    mine, theirs = row.visit, other.visit
    same = mine.person_id is not None and mine.person_id == theirs.person_id
    namesake = bool(row.surname) and row.surname == other.surname
    apart = abs((mine.arrived_at - theirs.arrived_at).total_seconds())
    return not same, not namesake, apart
