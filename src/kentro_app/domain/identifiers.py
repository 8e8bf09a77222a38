"""Numbers that authorities give to people: one canonical form each, checked as far as may be.

Rules: domain brief, sections 3.1 to 3.3. A number that contradicts the rest of a record is a
doubt and never an error, for registries err too and papers change.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from stdnum.exceptions import (
    InvalidChecksum,
    InvalidComponent,
    InvalidFormat,
    InvalidLength,
    ValidationError,
)
from stdnum.gr import amka, vat

from kentro_app.domain.doubts import Doubt
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.fold import upper
from kentro_app.domain.partial_dates import PartialDate, Precision
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import clean

__all__ = [
    "Doubt",
    "Identifier",
    "IdentifierKind",
    "InvalidIdentifier",
    "canonical",
    "display",
    "doubts",
]

_FIELD = "identifiers"
_LONGEST = 60
_SEPARATORS = re.compile(r"[\s./:-]+")
_LATIN = "ABEZHIKMNOPTYX"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_TO_GREEK = str.maketrans(_LATIN, _GREEK)
_TO_LATIN = str.maketrans(_GREEK, _LATIN)
_ADT = re.compile(r"[A-ZΑ-Ω]{1,2}[0-9]{6,8}")
_PA = re.compile(r"[0-9A-ZΑ-Ω]{3}[0-9]{9}")
_REASONS: dict[type[ValidationError], str] = {
    InvalidLength: "length",
    InvalidFormat: "shape",
    InvalidChecksum: "checksum",
    InvalidComponent: "date",
}


class IdentifierKind(Enum):
    """ΑΜΚΑ, ΑΦΜ, ΑΔΤ, Προσωπικός Αριθμός, ΠΑΑΥΠΑ, passport, anything else."""

    AMKA = "amka"
    AFM = "afm"
    ADT = "adt"
    PA = "pa"
    PAAYPA = "paaypa"
    PASSPORT = "passport"
    OTHER = "other"


class InvalidIdentifier(RuleViolation):
    """It cannot be such a number.

    Facts: kind (the value of IdentifierKind), reason: empty, length, shape, checksum,
    date (its digits are no date), zero (nothing but zeros), afm (the ΑΦΜ inside it is wrong).
    """


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number in its canonical form."""

    kind: IdentifierKind
    value: str


def canonical(kind: IdentifierKind, raw: str) -> str:
    """The one form in which this number is stored and compared.

    Raises InvalidIdentifier, and UnprintableText or TooLong for what is no number at all.
    """
    text = _ascii_digits(clean(raw, field=_FIELD, longest=_LONGEST))
    if not text:
        raise _invalid(kind, "empty")
    if kind is IdentifierKind.OTHER:
        return text
    return _RULES[kind](_SEPARATORS.sub("", upper(text)))


def _ascii_digits(text: str) -> str:
    """Arabic and full-width digits are digits too, to whoever types them."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)


def _amka(text: str) -> str:
    if text and not text.strip("0"):
        raise _invalid(IdentifierKind.AMKA, "zero")
    return _standard(IdentifierKind.AMKA, amka.validate, text)


def _afm(text: str) -> str:
    text = re.sub("^(EL|GR|ΕΛ)", "", text)
    if len(text) != 9:  # the library would fill eight digits up: a forgotten digit often passes
        raise _invalid(IdentifierKind.AFM, "length")
    if text == "000000000":  # its check digit is right, and the library lets it pass
        raise _invalid(IdentifierKind.AFM, "zero")
    return _standard(IdentifierKind.AFM, vat.validate, text)


def _standard(kind: IdentifierKind, validate: Callable[[str], str], text: str) -> str:
    try:
        return str(validate(text))
    except ValidationError as refusal:
        raise _invalid(kind, _REASONS.get(type(refusal), "shape")) from None


def _adt(text: str) -> str:
    """Old papers and new cards alike; look-alike letters as Greek capitals."""
    return _shaped(IdentifierKind.ADT, _ADT, text.translate(_TO_GREEK))


def _pa(text: str) -> str:
    """Three signs and an ΑΦΜ; how the third sign is worked out has not been published."""
    text = _shaped(IdentifierKind.PA, _PA, text.translate(_TO_GREEK))
    try:
        _afm(text[3:])
    except InvalidIdentifier:
        raise _invalid(IdentifierKind.PA, "afm") from None
    return text


def _paaypa(text: str) -> str:
    return _shaped(IdentifierKind.PAAYPA, re.compile("[0-9]{6,12}"), text)


def _passport(text: str) -> str:
    """Free, for every state has its own rule; but look-alike letters as Latin capitals."""
    return _shaped(IdentifierKind.PASSPORT, re.compile(r"\w+"), text.translate(_TO_LATIN))


def _shaped(kind: IdentifierKind, shape: re.Pattern[str], text: str) -> str:
    if not shape.fullmatch(text):
        raise _invalid(kind, "shape")
    return text


def _invalid(kind: IdentifierKind, reason: str) -> InvalidIdentifier:
    return InvalidIdentifier(field=_FIELD, kind=kind.value, reason=reason)


_RULES: dict[IdentifierKind, Callable[[str], str]] = {
    IdentifierKind.AMKA: _amka,
    IdentifierKind.AFM: _afm,
    IdentifierKind.ADT: _adt,
    IdentifierKind.PA: _pa,
    IdentifierKind.PAAYPA: _paaypa,
    IdentifierKind.PASSPORT: _passport,
}


def display(identifier: Identifier) -> str:
    """The number as people read it back. An ΑΜΚΑ stands in two groups, `150990 12344`, because
    its check digit does not see 09 and 90 change places."""
    if identifier.kind is IdentifierKind.AMKA:
        return f"{identifier.value[:6]} {identifier.value[6:]}"
    if identifier.kind is IdentifierKind.ADT:
        return re.sub(r"^(\D+)(\d+)$", r"\1 \2", identifier.value)
    return identifier.value


def doubts(identifier: Identifier, *, birth_date: PartialDate | None, sex: Sex) -> list[Doubt]:
    """What in an ΑΜΚΑ disagrees with the rest: amka_date_differs, amka_sex_differs.

    Only DDMMYY is compared and no century is ever read out of it (a child of 2015 and
    a person of 1915 have the same six digits). Takes a canonical identifier.
    """
    if identifier.kind is not IdentifierKind.AMKA:
        return []
    found = []
    if birth_date is not None and not _may_be_born(identifier.value, birth_date):
        found.append(Doubt(_FIELD, "amka_date_differs"))
    if sex in (Sex.F, Sex.M) and amka.get_gender(identifier.value) != sex.value:
        found.append(Doubt(_FIELD, "amka_sex_differs"))
    return found


def _may_be_born(number: str, birth_date: PartialDate) -> bool:
    day, month, year = number[:2], number[2:4], number[4:6]
    text = birth_date.text
    claimed, known = {
        Precision.DAY: (year + month + day, text[2:4] + text[5:7] + text[8:]),
        Precision.MONTH: (year + month, text[2:4] + text[5:7]),
        Precision.YEAR: (year, text[2:4]),
        Precision.DECADE: (year[0], text[2:3]),
    }[birth_date.precision]
    return claimed == known
