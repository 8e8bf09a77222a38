"""Telephone numbers: kept in E.164, shown as Greeks write them.

The metadata is slow to import, so nothing imports this module before it is needed
(domain brief, section 3.4).
"""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from kentro_app.domain.doubts import Doubt
from kentro_app.domain.errors import RuleViolation

_FIELD = "phones"
_HOME = "GR"
_HOME_PREFIX = "+30"
_AREA = re.compile("21|2[3-8]1|2|")  # Athens, the big cities, other towns
_AREA_LENGTH = {"21": 3, "2": 5, "": 3}


class InvalidPhone(RuleViolation):
    """No telephone has this number.

    Facts: reason: not_a_number, too_short, too_long, extension (only the number itself can be
    kept; the extension belongs in the note), unknown (right length, but no such number).
    """


def parse(raw: str) -> str:
    """The number in E.164 (`+302105065885`); without a country code it is Greek.

    Greek numbers must exist in the numbering plan, foreign ones only be possible,
    for other countries' plans change faster than this program. Raises InvalidPhone.
    """
    try:
        number = phonenumbers.parse(raw, _HOME)
    except NumberParseException as refusal:
        raise InvalidPhone(field=_FIELD, reason=_why(refusal)) from None
    _check_length(number)
    if number.extension:
        raise InvalidPhone(field=_FIELD, reason="extension")
    if number.country_code == 30 and not phonenumbers.is_valid_number(number):
        raise InvalidPhone(field=_FIELD, reason="unknown")
    return str(phonenumbers.format_number(number, PhoneNumberFormat.E164))


def _why(refusal: NumberParseException) -> str:
    too_short = (
        NumberParseException.TOO_SHORT_AFTER_IDD,
        NumberParseException.TOO_SHORT_NSN,
    )
    if refusal.error_type in too_short:
        return "too_short"
    if refusal.error_type == NumberParseException.TOO_LONG:
        return "too_long"
    return "not_a_number"


def _check_length(number: phonenumbers.PhoneNumber) -> None:
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible == phonenumbers.ValidationResult.TOO_SHORT:
        raise InvalidPhone(field=_FIELD, reason="too_short")
    if possible == phonenumbers.ValidationResult.TOO_LONG:
        raise InvalidPhone(field=_FIELD, reason="too_long")
    if possible != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise InvalidPhone(field=_FIELD, reason="unknown")


def display(e164: str) -> str:
    """`210 5065885`, `2310 123456`, `697 1234567`; foreign numbers with their country code."""
    if e164.startswith(_HOME_PREFIX):
        national = digits(e164)
        area = _area_length(national)
        return f"{national[:area]} {national[area:]}"
    number = phonenumbers.parse(e164)
    return str(phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL))


def _area_length(national: str) -> int:
    found = _AREA.match(national)
    return _AREA_LENGTH.get(found[0] if found else "", 4)


def digits(e164: str) -> str:
    """What somebody types who looks for the number: national digits if Greek, else all of them."""
    return e164.removeprefix(_HOME_PREFIX).removeprefix("+")


def doubts(e164: str) -> list[Doubt]:
    """`not_a_greek_mobile`: it has the length of one, but mobiles in use start with 69."""
    national = digits(e164)
    looks_mobile = e164.startswith(_HOME_PREFIX) and national.startswith("6")
    if looks_mobile and not national.startswith("69"):
        return [Doubt(_FIELD, "not_a_greek_mobile")]
    return []
