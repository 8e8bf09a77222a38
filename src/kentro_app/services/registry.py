"""The registry of people: who is known, and registering who is not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from kentro_app.domain.doubts import Doubt
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.identifiers import Identifier, IdentifierKind, canonical
from kentro_app.domain.identifiers import doubts as identifier_doubts
from kentro_app.domain.ids import new_id
from kentro_app.domain.matching import Traits, compare
from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.people import (
    Address,
    AddressKind,
    Alias,
    AliasKind,
    ContactKind,
    ContactPoint,
    NameStatus,
    Person,
    PersonFile,
    PersonIdentifier,
    human_number,
)
from kentro_app.domain.phones import doubts as phone_doubts
from kentro_app.domain.phones import parse as parse_phone
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import clean, mixed_script
from kentro_app.services.access import Permission, require
from kentro_app.services.ports import Found, Work

NAME_LONGEST = 100
LINE_LONGEST = 200
MOST_PARTS = 20
MOST_CANDIDATES = 5
LIKELY = 45  # below this a likeness is not worth a citizen's waiting

_NAMES = ("surname", "given_name", "father_name", "mother_name")
_ADDRESS_LINES = ("street", "number", "area", "postcode", "municipality")


class TooManyParts(RuleViolation):
    """More phones, identifiers or aliases than anybody has."""


@dataclass(frozen=True, slots=True)
class NewAlias:
    surname: str
    given_name: str
    kind: AliasKind = AliasKind.TRANSLITERATION


@dataclass(frozen=True, slots=True)
class Registration:
    """What the desk knows of somebody new, as it was typed.

    `birth_date` is EDTF or `dd/MM/yyyy`; phones and identifiers are in any notation.
    """

    person_id: UUID
    surname: str
    given_name: str = ""
    father_name: str = ""
    mother_name: str = ""
    birth_date: str = ""
    sex: Sex = Sex.U
    phones: tuple[str, ...] = ()
    identifiers: tuple[tuple[IdentifierKind, str], ...] = ()
    aliases: tuple[NewAlias, ...] = ()
    address: dict[str, str] = field(default_factory=dict)
    language: str = ""
    name_status: NameStatus = NameStatus.DECLARED


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody known who may be the same; `reasons` are codes of `domain.matching`."""

    found: Found
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registered:
    """The new person, what looks odd, and whom they resemble."""

    person: Person
    doubts: tuple[Doubt, ...]
    candidates: tuple[Candidate, ...]


def find(work: Work, text: str, limit: int = 20) -> Sequence[Found]:
    """People meant by what is typed: a name in any spelling, a phone, a number. Best first."""
    require(work.actor, Permission.RECEIVE)
    return work.persons.find(text[:LINE_LONGEST], limit)


def show(work: Work, person_id: UUID) -> PersonFile:
    """Everything the registry holds of a person. Raises UnknownPerson, NotAllowed."""
    require(work.actor, Permission.SEE_FILE)
    return work.persons.file(person_id)


def register(work: Work, request: Registration, *, now: datetime) -> Registered:
    """Register a person under the next human number of this desk.

    Raises Missing, TooLong, UnprintableText, NotADate, InTheFuture, InvalidPhone,
    InvalidIdentifier, TooManyParts, NotAllowed. Doubts and candidates never refuse.
    """
    require(work.actor, Permission.RECEIVE)
    today = work.sites.here().local_day(now)
    file = _draft(request, today, registered=(now, work.actor.user_id))
    candidates = _candidates(work, file)
    file = file.with_number(_number(work, today.year))
    work.persons.add(file)
    return Registered(file.person, doubts_of(file), candidates)


def resembling(work: Work, request: Registration, *, now: datetime) -> Sequence[Candidate]:
    """Known people who may be the one being typed; raises as `register` does."""
    require(work.actor, Permission.RECEIVE)
    today = work.sites.here().local_day(now)
    return _candidates(work, _draft(request, today, registered=(now, work.actor.user_id)))


def _number(work: Work, year: int) -> str:
    site = work.sites.here()
    prefix = f"{site.code}-{work.desk.letter}-{year}-"
    return human_number(site.code, work.desk.letter, year, work.persons.next_serial(prefix))


def _draft(request: Registration, today: date, *, registered: tuple[datetime, UUID]) -> PersonFile:
    at, by = registered
    names = {
        name: clean(
            getattr(request, name), field=name, longest=NAME_LONGEST, required=name == "surname"
        )
        for name in _NAMES
    }
    person = Person(
        id=request.person_id,
        number="",
        **names,
        registered_at=at,
        registered_by=by,
        birth_date=_birth_date(request.birth_date, today),
        sex=request.sex,
        name_status=request.name_status,
        language=clean(request.language, field="language", longest=NAME_LONGEST),
    )
    return _with_parts(person, request)


def _with_parts(person: Person, request: Registration) -> PersonFile:
    for name in ("phones", "identifiers", "aliases"):
        if len(getattr(request, name)) > MOST_PARTS:
            raise TooManyParts(field=name, most=MOST_PARTS)
    phones = dict.fromkeys(parse_phone(phone) for phone in request.phones)
    numbers = dict.fromkeys((kind, canonical(kind, value)) for kind, value in request.identifiers)
    return PersonFile(
        person,
        aliases=tuple(_alias(person.id, alias) for alias in request.aliases),
        contacts=tuple(
            ContactPoint(new_id(), person.id, ContactKind.PHONE, phone) for phone in phones
        ),
        identifiers=tuple(PersonIdentifier(new_id(), person.id, *number) for number in numbers),
        addresses=_addresses(person.id, request.address),
    )


def _alias(person_id: UUID, alias: NewAlias) -> Alias:
    surname = clean(alias.surname, field="aliases", longest=NAME_LONGEST)
    given_name = clean(alias.given_name, field="aliases", longest=NAME_LONGEST)
    return Alias(new_id(), person_id, alias.kind, surname, given_name)


def _addresses(person_id: UUID, lines: dict[str, str]) -> tuple[Address, ...]:
    kept = {
        name: clean(lines.get(name, ""), field="address", longest=LINE_LONGEST)
        for name in _ADDRESS_LINES
    }
    if not any(kept.values()):
        return ()
    address = Address(
        id=new_id(),
        person_id=person_id,
        kind=AddressKind.HOME,
        street=kept["street"],
        number=kept["number"],
        area=kept["area"],
        postcode=kept["postcode"],
        municipality=kept["municipality"],
    )
    return (address,)


def _birth_date(text: str, today: date) -> PartialDate | None:
    return PartialDate.parse(text, today=today) if text.strip() else None


def doubts_of(file: PersonFile) -> tuple[Doubt, ...]:
    """What looks odd about a person; it may well be right."""
    person = file.person
    found = [
        doubt
        for held in file.identifiers
        for doubt in identifier_doubts(
            Identifier(held.kind, held.value), birth_date=person.birth_date, sex=person.sex
        )
    ]
    found += [doubt for contact in file.contacts for doubt in phone_doubts(contact.value)]
    for name in _NAMES:
        for word in getattr(person, name).split():
            if offered := mixed_script(word):
                found.append(Doubt(name, "mixed_script", {"offered": offered}))
    return tuple(found)


def _candidates(work: Work, file: PersonFile) -> tuple[Candidate, ...]:
    traits = _traits(file)
    likenesses = [
        (compare(traits, _traits(other)), other)
        for other in work.persons.similar(file, 4 * MOST_CANDIDATES)
    ]
    likely = [
        Candidate(_found(other, likeness.score), likeness.score, tuple(likeness.reasons))
        for likeness, other in likenesses
        if likeness.score >= LIKELY
    ]
    return tuple(sorted(likely, key=lambda candidate: -candidate.score)[:MOST_CANDIDATES])


def _traits(file: PersonFile) -> Traits:
    person = file.person
    return Traits(
        surname=person.surname,
        given_name=person.given_name,
        father_name=person.father_name,
        birth_date=person.birth_date,
        sex=person.sex,
        phones=tuple(c.value for c in file.contacts if c.kind is ContactKind.PHONE),
        identifiers=tuple(Identifier(held.kind, held.value) for held in file.identifiers),
        aliases=tuple((alias.surname, alias.given_name) for alias in file.aliases),
    )


def _found(file: PersonFile, score: int) -> Found:
    person = file.person
    year = person.birth_date.year if person.birth_date else None
    about = (person.id, person.number, person.surname, person.given_name)
    return Found(*about, birth_year=year, phone=file.safe_phone(), score=score)
