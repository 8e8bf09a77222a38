"""People the centre serves: who they are, how to reach them, what identifies them."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.sex import Sex


class NameStatus(Enum):
    """How sure we are of a name: seen on a document, told by the person, or chosen for safety."""

    DOCUMENTED = "documented"
    DECLARED = "declared"
    CODE_NAME = "code_name"


class AliasKind(Enum):
    TRANSLITERATION = "transliteration"
    FORMER = "former"
    DIMINUTIVE = "diminutive"
    PSEUDONYM = "pseudonym"


class ContactKind(Enum):
    PHONE = "phone"
    EMAIL = "email"


class AddressKind(Enum):
    HOME = "home"
    TEMPORARY = "temporary"
    HOSTED = "hosted"
    FACILITY = "facility"
    NO_FIXED = "no_fixed"
    POSTAL = "postal"


class Confidentiality(Enum):
    """Who may see an address; a hidden one is never printed, exported or searched."""

    NORMAL = "normal"
    RESTRICTED = "restricted"
    HIDDEN = "hidden"


class UnknownPerson(RuleViolation):
    """No person has this id."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of the same person."""

    id: UUID
    person_id: UUID
    kind: AliasKind
    surname: str
    given_name: str


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """One way to reach somebody; `value` is E.164 for a phone."""

    id: UUID
    person_id: UUID
    kind: ContactKind
    value: str
    safe_to_call: bool = True
    safe_to_leave_message: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class PersonIdentifier:
    """A number some authority gave; kept as a row because numbers end, change and succeed."""

    id: UUID
    person_id: UUID
    kind: IdentifierKind
    value: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lives or gets post."""

    id: UUID
    person_id: UUID
    kind: AddressKind
    street: str = ""
    number: str = ""
    area: str = ""
    postcode: str = ""
    municipality: str = ""
    confidentiality: Confidentiality = Confidentiality.NORMAL


@dataclass(frozen=True, slots=True)
class Person:
    """A registered person; names in the nominative.

    `number` is the human number (`PET-A-2026-00123`), made once by the desk that
    registered the person and never given again.
    """

    id: UUID
    number: str
    surname: str
    given_name: str
    registered_at: datetime
    registered_by: UUID
    father_name: str = ""
    mother_name: str = ""
    birth_date: PartialDate | None = None
    sex: Sex = Sex.U
    name_status: NameStatus = NameStatus.DECLARED
    language: str = ""

    @property
    def full_name(self) -> str:
        """Surname first, as every list of the office has it."""
        return f"{self.surname} {self.given_name}".strip()


@dataclass(frozen=True, slots=True)
class PersonFile:
    """A person with everything that belongs to them: what a form shows and a registration saves."""

    person: Person
    aliases: tuple[Alias, ...] = ()
    contacts: tuple[ContactPoint, ...] = ()
    identifiers: tuple[PersonIdentifier, ...] = ()
    addresses: tuple[Address, ...] = ()

    def safe_phone(self) -> str:
        """The first phone it is safe to call, E.164, or nothing."""
        phones = (c.value for c in self.contacts if c.kind is ContactKind.PHONE and c.safe_to_call)
        return next(phones, "")

    def with_number(self, number: str) -> "PersonFile":
        """The same file under its human number."""
        return replace(self, person=replace(self.person, number=number))


def human_number(site_code: str, desk_letter: str, year: int, serial: int) -> str:
    """`PET-A-2026-00123`: site, desk, year, running number of that desk in that year."""
    return f"{site_code}-{desk_letter}-{year}-{serial:05d}"
