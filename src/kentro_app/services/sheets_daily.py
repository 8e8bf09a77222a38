"""The day's list for statistics (Φ4, domain §4.4): every contact, nobody's name.

Nothing in it leads back to a person: no ticket either, since the sheet people sign has names beside
those. A request that is never shown outside its file (profile, `restricted`) stands in no line and
takes its axis with it; only how many there were is said. Counted in the units of domain §7.1.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kentro_app.domain.contacts import Contact
from kentro_app.domain.requests import Axis, Request, RequestState, axis_of
from kentro_app.domain.visits import Channel, Stage, Visit
from kentro_app.services.access import Permission, require
from kentro_app.services.ports import VisitRow, Work
from kentro_app.services.sheets_copies import Line
from kentro_app.services.sheets_model import DailyRow, DailyTotals, Standing
from kentro_app.services.sheets_signin import told


@dataclass(frozen=True, slots=True)
class Counted:
    """The lines of the list, its totals, and what an earlier copy has to be compared with."""

    rows: tuple[DailyRow, ...]
    totals: DailyTotals
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Day:
    """What is known of the day beside the visits themselves."""

    contacts: Mapping[UUID, Contact]
    requests: Mapping[UUID, list[str]]
    restricted: frozenset[str]
    staff: Mapping[UUID, str]
    new: frozenset[UUID]
    met: set[UUID] = field(default_factory=set)


def counted(work: Work, rows: Sequence[VisitRow], day: date) -> Counted:
    """The list over these visits of the day. Raises NotAllowed."""
    require(work.actor, Permission.SEE_SERVICE)
    visits = [row.visit for row in rows if row.visit.stage is not Stage.CANCELLED]
    people = {visit.id: tuple(_people(work, visit)) for visit in visits}
    served = {person for visit in visits if _completed(visit) for person in people[visit.id]}
    known = _known(work, day, served)
    lines = tuple(_row(number, visit, known) for number, visit in enumerate(visits, start=1))
    totals = DailyTotals(
        contacts=len(visits),
        visits=sum(visit.channel is Channel.IN_PERSON for visit in visits),
        people=len(served),
        new_people=len(known.new),
        requests=sum(len(line.requests) for line in lines),
        restricted=sum(code in known.restricted for v in visits for code in _codes(known, v)),
    )
    pairs = zip(visits, lines, strict=True)
    return Counted(lines, totals, tuple(_remembered(visit, line) for visit, line in pairs))


def _completed(visit: Visit) -> bool:
    return visit.stage is Stage.DONE


def _people(work: Work, visit: Visit) -> Iterator[UUID]:
    if visit.person_id is not None:
        yield visit.person_id
    for subject in work.contacts.subjects(visit.id):
        if not subject.in_error:
            yield subject.person_id


def _known(work: Work, day: date, served: set[UUID]) -> _Day:
    requests: dict[UUID, list[str]] = {}
    for request in filter(_counts, work.requests.of_day(day)):
        requests.setdefault(request.visit_id, []).append(request.code)
    return _Day(
        contacts={row.visit_id: row.contact for row in work.contacts.of_day(day)},
        requests=requests,
        restricted=frozenset(c.code for c in work.catalogue.all() if c.restricted),
        staff={u.id: initials(u.display_name or u.name) for u in work.users.all()},
        new=frozenset(p for p in served if not work.prints.served_before(p, day)),
    )


def _counts(request: Request) -> bool:
    return request.state is not RequestState.ENTERED_IN_ERROR


def _codes(known: _Day, visit: Visit) -> list[str]:
    return known.requests.get(visit.id, [])


def _row(number: int, visit: Visit, known: _Day) -> DailyRow:
    codes = _codes(known, visit)
    shown = tuple(code for code in codes if code not in known.restricted)
    contact = known.contacts.get(visit.id)
    return DailyRow(
        number=number,
        arrived=visit.arrived_at,
        channel=visit.channel,
        standing=_standing(visit, known),
        stage=visit.stage,
        axis=_axis(contact, shown, hidden=len(shown) < len(codes)),
        requests=shown,
        outcome=contact.outcome if contact else None,
        staff=_staff(visit, contact, known),
        late_entry=visit.late_entry,
    )


def _axis(contact: Contact | None, shown: Sequence[str], *, hidden: bool) -> Axis | None:
    if contact is not None and contact.axis is not None and not hidden:
        return contact.axis
    return axis_of(shown[0]) if shown else None


def _standing(visit: Visit, known: _Day) -> Standing:
    person = visit.person_id
    if person is None:
        return Standing.ANONYMOUS
    if not _completed(visit):
        return Standing.OPEN
    first = person in known.new and person not in known.met
    known.met.add(person)
    return Standing.NEW if first else Standing.RETURNING


def _staff(visit: Visit, contact: Contact | None, known: _Day) -> str:
    """Whoever had the contact; where nobody was called in, whoever wrote it down."""
    author = contact.recorded_by if contact else visit.recorded_by
    return known.staff.get(visit.called_by or visit.for_user or author, "")


def initials(name: str) -> str:
    """«Ε.Μ.» of «Ε. Μαρκάκη»."""
    return "".join(f"{word[0]}." for word in name.replace(".", " ").split()).upper()


CELLS = 5


def _remembered(visit: Visit, row: DailyRow) -> Line:
    """The line as an earlier copy carried it, in `CELLS` cells; what is still open is empty."""
    cells = (
        f"{told(row.arrived)} {row.channel.value}",
        "" if row.standing is Standing.OPEN else row.standing.value,
        " ".join((row.axis.value if row.axis else "", *row.requests)).strip(),
        row.outcome.value if row.outcome else "",
        row.staff if _completed(visit) else "",
    )
    return visit.id.hex, cells
