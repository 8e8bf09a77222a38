"""Correcting what the registry holds of a person. What was there stays in the history."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from kentro_app.domain.doubts import Doubt
from kentro_app.domain.identifiers import IdentifierKind, canonical
from kentro_app.domain.ids import new_id
from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.people import (
    Address,
    AddressKind,
    ContactKind,
    ContactPoint,
    NameStatus,
    Person,
    PersonFile,
    PersonIdentifier,
)
from kentro_app.domain.phones import parse as parse_phone
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import clean
from kentro_app.services.access import Permission, require
from kentro_app.services.ports import Work
from kentro_app.services.registry import (
    LINE_LONGEST,
    MOST_PARTS,
    NAME_LONGEST,
    TooManyParts,
    doubts_of,
)

ADDRESS_LINES = ("street", "number", "area", "postcode", "municipality")
_NAMES = ("surname", "given_name", "father_name", "mother_name")

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be different; None leaves a field as it is, an empty one empties it.

    As typed, in any notation. `phones` and `identifiers` are all there shall be; of `address`
    only the lines that are given change.
    """

    person_id: UUID
    surname: str | None = None
    given_name: str | None = None
    father_name: str | None = None
    mother_name: str | None = None
    birth_date: str | None = None
    sex: Sex | None = None
    language: str | None = None
    name_status: NameStatus | None = None
    phones: tuple[str, ...] | None = None
    identifiers: tuple[tuple[IdentifierKind, str], ...] | None = None
    address: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """The file as it is now, the names of the fields that differ, and what looks odd."""

    file: PersonFile
    fields: tuple[str, ...]
    doubts: tuple[Doubt, ...]


def change(work: Work, request: Change, *, now: datetime) -> Changed:
    """Correct a person's data; what is given and no different changes nothing.

    Raises UnknownPerson, Missing, TooLong, UnprintableText, NotADate, InTheFuture, TooLongAgo,
    InvalidPhone, InvalidIdentifier, TooManyParts, NotAllowed. Doubts never refuse.
    """
    require(work.actor, Permission.SEE_FILE)
    old = work.persons.file(request.person_id)
    new = _changed(old, request, work.sites.here().local_day(now))
    names = _different(old, new)
    if names:
        work.persons.save(new)
    return Changed(new, names, doubts_of(new))


def _changed(old: PersonFile, request: Change, today: date) -> PersonFile:
    file = replace(old, person=_person(old.person, request, today))
    if request.phones is not None:
        file = replace(file, contacts=_contacts(old, request.phones))
    if request.identifiers is not None:
        file = replace(file, identifiers=_identifiers(old, request.identifiers))
    if request.address is not None:
        file = replace(file, addresses=_addresses(old, request.address))
    return file


def _person(old: Person, request: Change, today: date) -> Person:
    said: dict[str, Any] = {
        name: clean(text, field=name, longest=NAME_LONGEST, required=name == "surname")
        for name in (*_NAMES, "language")
        if (text := getattr(request, name)) is not None
    }
    if request.birth_date is not None:
        typed = request.birth_date.strip()
        said["birth_date"] = PartialDate.parse(typed, today=today) if typed else None
    for name in ("sex", "name_status"):
        if getattr(request, name) is not None:
            said[name] = getattr(request, name)
    return replace(old, **said)


def _contacts(old: PersonFile, phones: Sequence[str]) -> tuple[ContactPoint, ...]:
    _require_few("phones", phones)
    held = [contact for contact in old.contacts if contact.kind is ContactKind.PHONE]
    others = tuple(contact for contact in old.contacts if contact.kind is not ContactKind.PHONE)
    wanted = list(dict.fromkeys(parse_phone(phone) for phone in phones))

    def make(number: str, instead: ContactPoint | None) -> ContactPoint:
        if instead is None:
            return ContactPoint(new_id(), old.person.id, ContactKind.PHONE, number)
        # It may ring elsewhere now: where it was not safe to call it stays so, and nobody has
        # said yet that a message may be left.
        return replace(instead, value=number, safe_to_leave_message=False, note="")

    return (*_aligned(held, wanted, lambda contact: contact.value, make), *others)


def _identifiers(
    old: PersonFile, numbers: Sequence[tuple[IdentifierKind, str]]
) -> tuple[PersonIdentifier, ...]:
    _require_few("identifiers", numbers)
    found: list[PersonIdentifier] = []
    wanted = list(dict.fromkeys((kind, canonical(kind, text)) for kind, text in numbers))
    for kind in dict.fromkeys(kind for kind, _number in wanted):

        def make(
            number: str, instead: PersonIdentifier | None, kind: IdentifierKind = kind
        ) -> PersonIdentifier:
            if instead is None:
                return PersonIdentifier(new_id(), old.person.id, kind, number)
            return replace(instead, value=number)

        held = [identifier for identifier in old.identifiers if identifier.kind is kind]
        values = [number for of_kind, number in wanted if of_kind is kind]
        found += _aligned(held, values, lambda identifier: identifier.value, make)
    return tuple(found)


def _addresses(old: PersonFile, given: Mapping[str, str]) -> tuple[Address, ...]:
    lines: dict[str, Any] = {
        name: clean(text, field="address", longest=LINE_LONGEST) for name, text in given.items()
    }
    fresh = Address(new_id(), old.person.id, AddressKind.HOME)
    address = replace(old.addresses[0] if old.addresses else fresh, **lines)
    kept = (address,) if any(getattr(address, name) for name in ADDRESS_LINES) else ()
    return (*kept, *old.addresses[1:])


def _aligned(
    held: Sequence[Part],
    wanted: Sequence[str],
    value_of: Callable[[Part], Hashable],
    make: Callable[[str, Part | None], Part],
) -> list[Part]:
    """Parts with the wanted values: those that are there stay, others take the place of what is
    not wanted any more, so that a corrected number is a change and not a stranger."""
    known = {value_of(part): part for part in held}
    free = [part for part in held if value_of(part) not in wanted]
    return [
        known[value] if value in known else make(value, free.pop(0) if free else None)
        for value in wanted
    ]


def _require_few(name: str, parts: Sequence[object]) -> None:
    if len(parts) > MOST_PARTS:
        raise TooManyParts(field=name, most=MOST_PARTS)


def _different(old: PersonFile, new: PersonFile) -> tuple[str, ...]:
    names = [
        field.name
        for field in fields(Person)
        if getattr(old.person, field.name) != getattr(new.person, field.name)
    ]
    parts = {"phones": "contacts", "identifiers": "identifiers", "address": "addresses"}
    names += [
        name for name, part in parts.items() if set(getattr(old, part)) != set(getattr(new, part))
    ]
    return tuple(names)
