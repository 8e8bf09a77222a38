"""What a JSON object says about a contact, in both directions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from kentro_app.cli.answers import moment
from kentro_app.cli.fields import Fields, identity
from kentro_app.domain.contacts import Capacity, Contact, Interpreter, Outcome, Referrer
from kentro_app.domain.due import parse_due
from kentro_app.domain.people import Person
from kentro_app.domain.requests import Axis, RequestCode
from kentro_app.services.contact_files import ContactFile
from kentro_app.services.contacts import ContactRequest
from kentro_app.services.ports import DueStep

_TEXTS = {"referrer": "referrer_name", "language": "language", "next_step": "next_step"}
_CHOICES: dict[str, type[Enum]] = {
    "axis": Axis,
    "referred_by": Referrer,
    "interpreter": Interpreter,
    "outcome": Outcome,
}
DETAILS = (*_CHOICES, *_TEXTS, "presented_by", "subjects", "next_due")
KEYS = (*DETAILS, "requests", "note")


def patched(said: ContactRequest, fields: Fields, today: date) -> ContactRequest:
    """The request with what the object says; what is missing or null stays, what is empty goes.

    Raises WrongKind, NotAChoice, NotAnId, UnknownField, NotADueDate, DueTooFar.
    """
    change: dict[str, Any] = {}
    for name, target in {**_TEXTS, "note": "note"}.items():
        if fields.has(name):
            change[target] = fields.text(name)
    for name, kind in _CHOICES.items():
        if fields.has(name):
            change[name] = _choice(fields, name, kind)
    readers: dict[str, Callable[[], dict[str, Any]]] = {
        "requests": lambda: {"requests": fields.texts("requests")},
        "subjects": lambda: {"subjects": _ids(fields.texts("subjects"))},
        "next_due": lambda: {"next_due": parse_due(fields.text("next_due"), today)},
        "presented_by": lambda: _presenter(fields),
    }
    for name, read in readers.items():
        if fields.has(name):
            change |= read()
    return replace(said, **change)


def contact_document(
    file: ContactFile, catalogue: dict[str, RequestCode], zone: ZoneInfo
) -> dict[str, Any]:
    """Everything about one visit as JSON."""
    said, contact = file.request(), file.contact
    return {
        "visit": str(file.visit.id),
        "ticket": file.visit.code,
        "channel": file.visit.channel.value,
        "person": _person(file.person),
        "axis": _value(said.axis),
        "requests": [
            {
                "code": item.code,
                "title": catalogue[item.code].title_el if item.code in catalogue else "",
                "state": item.state.value,
            }
            for item in file.requests
        ],
        "presented_by": _presented(contact, file.presenter),
        "subjects": [_person(person) for person in file.subjects],
        "referred_by": _value(said.referred_by),
        "referrer": said.referrer_name,
        "language": said.language,
        "interpreter": _value(said.interpreter),
        "outcome": _value(said.outcome),
        "next_step": said.next_step,
        "next_due": said.next_due.isoformat() if said.next_due else None,
        "next_done_at": moment(contact.next_done_at, zone) if contact else None,
        "note": said.note,
    }


def step_document(step: DueStep) -> dict[str, Any]:
    """A next step that falls due."""
    contact = step.contact
    return {
        "contact": str(contact.id),
        "visit": str(contact.visit_id),
        "day": step.day.isoformat(),
        "person": str(step.person_id) if step.person_id else None,
        "name": step.name,
        "next_step": contact.next_step,
        "next_due": contact.next_due.isoformat() if contact.next_due else None,
    }


def _choice(fields: Fields, name: str, kind: type[Enum]) -> Any:
    return fields.choice(name, kind) if fields.text(name) else None


def _ids(texts: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(identity(text, field="subjects") for text in texts)


def _presenter(fields: Fields) -> dict[str, Any]:
    inner = fields.inner("presented_by", ("person", "name", "capacity"))
    if inner is None:
        return {}
    return {
        "presenter_id": inner.identity("person"),
        "presenter_name": inner.text("name"),
        "capacity": _choice(inner, "capacity", Capacity),
    }


def _presented(contact: Contact | None, presenter: Person | None) -> dict[str, Any] | None:
    if contact is None or contact.capacity is None:
        return None
    return {
        "capacity": contact.capacity.value,
        "person": str(presenter.id) if presenter else None,
        "name": presenter.full_name if presenter else contact.presenter_name,
    }


def _person(person: Person | None) -> dict[str, str] | None:
    if person is None:
        return None
    return {"id": str(person.id), "number": person.number, "name": person.full_name}


def _value(member: Enum | None) -> str | None:
    return None if member is None else str(member.value)
