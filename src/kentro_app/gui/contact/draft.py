"""What has been typed about a visit; nothing of it is checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kentro_app.domain.contacts import Capacity, Interpreter, Outcome, Referrer
from kentro_app.domain.due import parse_due
from kentro_app.domain.requests import Axis
from kentro_app.gui.contact.words import member
from kentro_app.i18n.dates import date_short
from kentro_app.services.contact_files import ContactFile
from kentro_app.services.contacts import ContactRequest

Values = dict[str, str | list[str]]

_ENUMS = {
    "axis": Axis,
    "capacity": Capacity,
    "referred_by": Referrer,
    "interpreter": Interpreter,
    "outcome": Outcome,
}
_TEXTS = ("referrer_name", "language", "next_step", "next_due", "note")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody registered, with the name to show."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """Every field of the form. `presenter_name` is a name typed for nobody registered."""

    requests: tuple[str, ...] = ()
    axis: Axis | None = None
    outcome: Outcome | None = None
    note: str = ""
    capacity: Capacity | None = None
    presenter: tuple[Named, ...] = ()
    presenter_name: str = ""
    subjects: tuple[Named, ...] = ()
    language: str = ""
    interpreter: Interpreter | None = None
    referred_by: Referrer | None = None
    referrer_name: str = ""
    next_step: str = ""
    next_due: str = ""

    def request(self, visit_id: UUID, today: date) -> ContactRequest:
        """The same, as the use case takes it. Raises NotADueDate, DueTooFar."""
        return ContactRequest(
            visit_id,
            requests=self.requests,
            axis=self.axis,
            capacity=self.capacity,
            presenter_id=self.presenter[0].id if self.presenter else None,
            presenter_name=self.presenter_name,
            subjects=tuple(person.id for person in self.subjects),
            referred_by=self.referred_by,
            referrer_name=self.referrer_name,
            language=self.language,
            interpreter=self.interpreter,
            outcome=self.outcome,
            next_step=self.next_step,
            next_due=parse_due(self.next_due, today),
            note=self.note,
        )

    def values(self) -> Values:
        """The same as plain texts, to be kept as a draft."""
        kept: Values = {name: getattr(self, name) for name in (*_TEXTS, "presenter_name")}
        for name in _ENUMS:
            chosen = getattr(self, name)
            kept[name] = chosen.value if chosen else ""
        kept["requests"] = list(self.requests)
        for name in ("presenter", "subjects"):
            kept[name] = [f"{person.id} {person.name}" for person in getattr(self, name)]
        return kept


def from_values(kept: Mapping[str, str | list[str]]) -> ContactDraft:
    """A draft from what `values` gave; what is missing or no longer known is empty."""
    draft = ContactDraft(requests=tuple(_list(kept, "requests")))
    texts = {name: _text(kept, name) for name in (*_TEXTS, "presenter_name")}
    chosen = {name: member(kind, _text(kept, name)) for name, kind in _ENUMS.items()}
    people = {name: _people(_list(kept, name)) for name in ("presenter", "subjects")}
    return replace(draft, **texts, **chosen, **people)  # type: ignore[arg-type]


def from_file(file: ContactFile) -> ContactDraft:
    """A draft that says what was written down already."""
    said = file.request()
    presenter, due = file.presenter, said.next_due
    return ContactDraft(
        requests=said.requests,
        axis=said.axis,
        outcome=said.outcome,
        note=said.note,
        capacity=said.capacity,
        presenter=(Named(presenter.id, presenter.full_name),) if presenter else (),
        presenter_name=said.presenter_name,
        subjects=tuple(Named(person.id, person.full_name) for person in file.subjects),
        language=said.language,
        interpreter=said.interpreter,
        referred_by=said.referred_by,
        referrer_name=said.referrer_name,
        next_step=said.next_step,
        next_due=date_short(due) if due else "",
    )


def _text(kept: Mapping[str, str | list[str]], name: str) -> str:
    found = kept.get(name, "")
    return found if isinstance(found, str) else ""


def _list(kept: Mapping[str, str | list[str]], name: str) -> list[str]:
    found = kept.get(name, [])
    return found if isinstance(found, list) else []


def _people(lines: Sequence[str]) -> tuple[Named, ...]:
    parts = (line.partition(" ") for line in lines)
    return tuple(Named(UUID(person_id), name) for person_id, _space, name in parts)
