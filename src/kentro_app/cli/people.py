"""`person add`, `person find`, `person show`."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from kentro_app.cli.answers import answer, columns, moment
from kentro_app.cli.context import DONE, Context, Session
from kentro_app.cli.fields import Fields, identity
from kentro_app.cli.session import logged_in
from kentro_app.cli.stream import answer_lines, opened
from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.ids import new_id
from kentro_app.domain.people import Address, AliasKind, Confidentiality, PersonFile
from kentro_app.domain.sex import Sex
from kentro_app.i18n.messages import explain_doubt
from kentro_app.services import registry
from kentro_app.services.ports import Found
from kentro_app.services.registry import NewAlias, Registered, Registration
from kentro_app.services.transaction import ask, perform

_NAMES = ("surname", "given_name", "father_name", "mother_name")
_FIELDS = (
    *_NAMES,
    *("birth_date", "sex", "phones", "identifiers", "aliases", "address", "language"),
)
_ADDRESS = ("street", "number", "area", "postcode", "municipality")


def add(context: Context) -> int:
    """Register people from JSON lines."""
    with opened(context, context.arguments.file) as source, logged_in(context) as session:
        return answer_lines(context, source, partial(_add, context, session))


def find(context: Context) -> int:
    """Search as the reception does."""
    text = context.arguments.text.encode("utf-8", "replace").decode()
    with logged_in(context) as session:
        found = ask(session.view, lambda work: registry.find(work, text, context.arguments.limit))
    rows = [(f.number, f"{f.surname} {f.given_name}", _year(f), str(f.id)) for f in found]
    answer(context, [_found(one) for one in found], columns(rows) if rows else [])
    return DONE


def show(context: Context) -> int:
    """One person's file; an address that is hidden stays so."""
    person_id = identity(context.arguments.id, field="person")
    with logged_in(context) as session:
        file = ask(session.view, lambda work: registry.show(work, person_id))
        document = _file(file, session)
    answer(context, document, columns([(name, _shown(v)) for name, v in document.items() if v]))
    return DONE


def registration(given: Mapping[str, Any]) -> Registration:
    """What a line says of somebody. Raises UnknownField, WrongKind, NotAChoice, Missing."""
    fields = Fields(given, _FIELDS)
    address = fields.inner("address", _ADDRESS)
    numbers = fields.inners("identifiers", ("kind", "value"))
    return Registration(
        person_id=new_id(),
        surname=fields.text("surname"),
        given_name=fields.text("given_name"),
        father_name=fields.text("father_name"),
        mother_name=fields.text("mother_name"),
        birth_date=fields.text("birth_date"),
        sex=fields.choice("sex", Sex, Sex.U),
        phones=fields.texts("phones"),
        identifiers=tuple(
            (one.choice("kind", IdentifierKind), one.text("value", required=True))
            for one in numbers
        ),
        aliases=tuple(_alias(one) for one in fields.inners("aliases", (*_NAMES[:2], "kind"))),
        address={name: address.text(name) for name in _ADDRESS} if address else {},
        language=fields.text("language"),
    )


def _alias(fields: Fields) -> NewAlias:
    kind = fields.choice("kind", AliasKind, AliasKind.TRANSLITERATION)
    return NewAlias(fields.text("surname"), fields.text("given_name"), kind)


def _add(context: Context, session: Session, given: Mapping[str, Any]) -> dict[str, Any]:
    request = registration(given)
    use_case = partial(registry.register, request=request, now=context.environment.clock())
    return _registered(perform(session.begin, use_case).result)


def _registered(done: Registered) -> dict[str, Any]:
    return {
        "id": str(done.person.id),
        "number": done.person.number,
        **remarks(done),
    }


def remarks(done: Registered) -> dict[str, Any]:
    """What looks odd about somebody new, and whom they resemble."""
    return {
        "warnings": [
            {"field": doubt.field, "code": doubt.code, "message": explain_doubt(doubt)}
            for doubt in done.doubts
        ],
        "candidates": [
            {
                "id": str(one.found.id),
                "number": one.found.number,
                "score": one.score,
                "reasons": list(one.reasons),
            }
            for one in done.candidates
        ],
    }


def _found(found: Found) -> dict[str, Any]:
    return {
        "id": str(found.id),
        "number": found.number,
        "surname": found.surname,
        "given_name": found.given_name,
        "birth_year": found.birth_year,
        "score": found.score,
    }


def _shown(value: Any) -> str:
    """A value for people: lists with commas, the fields of an object with spaces."""
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    if isinstance(value, dict):
        return " ".join(filter(None, map(str, value.values())))
    return str(value)


def _year(found: Found) -> str:
    return str(found.birth_year or "")


def _file(file: PersonFile, session: Session) -> dict[str, Any]:
    person = file.person
    return {
        "id": str(person.id),
        "number": person.number,
        **{name: getattr(person, name) for name in _NAMES},
        "birth_date": str(person.birth_date) if person.birth_date else None,
        "sex": person.sex.value,
        "name_status": person.name_status.value,
        "language": person.language,
        "registered_at": moment(person.registered_at, session.zone),
        "phones": [contact.value for contact in file.contacts],
        "identifiers": [{"kind": i.kind.value, "value": i.value} for i in file.identifiers],
        "aliases": [
            {"surname": a.surname, "given_name": a.given_name, "kind": a.kind.value}
            for a in file.aliases
        ],
        "addresses": [_address(address) for address in file.addresses],
    }


def _address(address: Address) -> dict[str, Any]:
    if address.confidentiality is Confidentiality.HIDDEN:
        blank = dict.fromkeys(_ADDRESS, "")
        address = replace(address, **blank)  # type: ignore[arg-type]
    lines = {name: getattr(address, name) for name in _ADDRESS}
    about = {"kind": address.kind.value, "confidentiality": address.confidentiality.value}
    return {**about, **lines}
