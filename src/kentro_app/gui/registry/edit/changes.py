"""Between a person's file and the form: what it shows, and what somebody changed in it."""

from collections.abc import Sequence
from uuid import UUID

from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.people import Confidentiality, ContactKind, PersonFile, PersonIdentifier
from kentro_app.domain.phones import display as display_phone
from kentro_app.gui.people.typed import Typed
from kentro_app.gui.people.words import LANGUAGES, OTHER_KINDS
from kentro_app.gui.registry.words import birth_words, number_words
from kentro_app.services.registry_changes import Change

_TEXTS = ("surname", "given_name", "father_name", "mother_name", "birth_date", "language")
_CHOICES = ("sex", "name_status")
_NUMBERS = ("amka", "adt", "other", "other_kind")
_LINES = {
    "street": "street",
    "street_number": "number",
    "postcode": "postcode",
    "municipality": "municipality",
}


def typed_of(file: PersonFile) -> Typed:
    """The file as the form shows it; of a hidden address nothing."""
    person, phones = file.person, [*_phones(file), "", ""]
    amka, adt, other = _in_form(file)
    address = next(iter(file.addresses), None)
    shown = address is not None and address.confidentiality is not Confidentiality.HIDDEN
    lines = {name: getattr(address, line) if shown else "" for name, line in _LINES.items()}
    return Typed(
        surname=person.surname,
        given_name=person.given_name,
        father_name=person.father_name,
        mother_name=person.mother_name,
        birth_date=birth_words(person.birth_date),
        sex=person.sex,
        phone=display_phone(phones[0]) if phones[0] else "",
        phone2=display_phone(phones[1]) if phones[1] else "",
        amka=number_words(amka) if amka else "",
        adt=number_words(adt) if adt else "",
        other=number_words(other) if other else "",
        other_kind=other.kind if other else IdentifierKind.PASSPORT,
        language=person.language if person.language in LANGUAGES else "",
        name_status=person.name_status,
        **lines,
    )


def change_of(file: PersonFile, begun: Typed, typed: Typed) -> Change:
    """What differs from how the form began: fields that nobody touched are not said again, so
    that two who correct different fields do not undo each other."""
    touched = {name for name in Typed.__slots__ if getattr(begun, name) != getattr(typed, name)}
    said = {name: getattr(typed, name) for name in (*_TEXTS, *_CHOICES) if name in touched}
    if touched & {"phone", "phone2"}:
        said["phones"] = (*typed.phones.values(), *_phones(file)[2:])
    if touched & {*_NUMBERS}:
        said["identifiers"] = (*typed.identifiers.values(), *_beside_form(file))
    if touched & {*_LINES}:
        said["address"] = {_LINES[name]: getattr(typed, name) for name in _LINES if name in touched}
    return Change(file.person.id, **said)


def is_nothing(change: Change) -> bool:
    """Whether the change changes nothing at all."""
    return change == Change(change.person_id)


def hides_address(file: PersonFile) -> bool:
    """Whether the lines of the address are not for the form."""
    hidden = Confidentiality.HIDDEN
    return any(address.confidentiality is hidden for address in file.addresses[:1])


def _phones(file: PersonFile) -> list[str]:
    return [contact.value for contact in file.contacts if contact.kind is ContactKind.PHONE]


def _in_form(file: PersonFile) -> Sequence[PersonIdentifier | None]:
    kinds = ((IdentifierKind.AMKA,), (IdentifierKind.ADT,), OTHER_KINDS)
    return [
        next((held for held in file.identifiers if held.kind in of_kinds), None)
        for of_kinds in kinds
    ]


def _beside_form(file: PersonFile) -> list[tuple[IdentifierKind, str]]:
    shown: set[UUID] = {held.id for held in _in_form(file) if held is not None}
    return [(held.kind, held.value) for held in file.identifiers if held.id not in shown]
