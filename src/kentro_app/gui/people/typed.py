"""What has been typed about somebody new, and how a few typed words become the first of it."""

import re
from dataclasses import dataclass, fields, replace
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.identifiers import IdentifierKind, canonical
from kentro_app.domain.people import NameStatus
from kentro_app.domain.sex import Sex
from kentro_app.services.registry import Registration

_AMKA_LENGTH = 11
_NUMBER = re.compile(r"\+?[\d\s()./-]*\d[\d\s()./-]*")
_NUMBER_INSIDE = re.compile(r"\+?\d[\d\s()./-]{5,}\d")


@dataclass(frozen=True, slots=True)
class Typed:
    """Every field of the form as text; nothing of it is checked."""

    surname: str = ""
    given_name: str = ""
    father_name: str = ""
    mother_name: str = ""
    birth_date: str = ""
    sex: Sex = Sex.U
    phone: str = ""
    phone2: str = ""
    amka: str = ""
    adt: str = ""
    other: str = ""
    other_kind: IdentifierKind = IdentifierKind.PASSPORT
    street: str = ""
    street_number: str = ""
    postcode: str = ""
    municipality: str = ""
    language: str = ""
    name_status: NameStatus = NameStatus.DECLARED

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed yet."""
        texts = (getattr(self, field.name) for field in fields(self))
        return not any(text.strip() for text in texts if isinstance(text, str))

    @property
    def title(self) -> str:
        """What a list calls somebody of whom no more is known yet."""
        return f"{self.surname} {self.given_name}".strip() or self.phone or self.amka

    @property
    def phones(self) -> dict[str, str]:
        """What is written in the fields for telephone numbers."""
        return _filled({"phone": self.phone, "phone2": self.phone2})

    @property
    def identifiers(self) -> dict[str, tuple[IdentifierKind, str]]:
        """What is written in the fields for numbers of authorities."""
        kinds = {
            "amka": (IdentifierKind.AMKA, self.amka),
            "adt": (IdentifierKind.ADT, self.adt),
            "other": (self.other_kind, self.other),
        }
        return {name: pair for name, pair in kinds.items() if pair[1].strip()}

    @property
    def address(self) -> dict[str, str]:
        """The lines of the address that are filled in, by the registry's names."""
        return _filled(
            {
                "street": self.street,
                "number": self.street_number,
                "postcode": self.postcode,
                "municipality": self.municipality,
            }
        )

    def registration(self, person_id: UUID) -> Registration:
        """The same, as the registry takes it."""
        return Registration(
            person_id,
            surname=self.surname,
            given_name=self.given_name,
            father_name=self.father_name,
            mother_name=self.mother_name,
            birth_date=self.birth_date,
            sex=self.sex,
            phones=tuple(self.phones.values()),
            identifiers=tuple(self.identifiers.values()),
            address=self.address,
            language=self.language,
            name_status=self.name_status,
        )


def begin(text: str) -> Typed:
    """The first fields from what was typed into the search: numbers and names to their fields."""
    text = " ".join(text.split())
    number = text if _NUMBER.fullmatch(text) else ""
    if not number and (found := _NUMBER_INSIDE.search(text)):
        number = found[0].strip()
        text = " ".join((text[: found.start()] + text[found.end() :]).split())
    elif number:
        text = ""
    surname, _space, given_name = text.partition(" ")
    typed = Typed(surname=_capital(surname), given_name=_capital(given_name))
    return replace(typed, amka=number) if _is_amka(number) else replace(typed, phone=number)


def _is_amka(number: str) -> bool:
    if sum(sign.isdigit() for sign in number) != _AMKA_LENGTH or number.startswith("+"):
        return False
    try:
        canonical(IdentifierKind.AMKA, number)
    except RuleViolation:
        return False
    return True


def _capital(name: str) -> str:
    """With capitals, if it was typed in haste; a name with any capital is left as it is."""
    if name != name.lower():
        return name
    return " ".join(word[:1].upper() + word[1:] for word in name.split(" "))


def _filled(lines: dict[str, str]) -> dict[str, str]:
    return {name: line for name, line in lines.items() if line.strip()}
