"""Numbers that look like those of authorities: their check digits are right, their owners invented.

Check digits: Luhn for the ΑΜΚΑ, weights of two modulo eleven for the ΑΦΜ (domain §3.1, §3.2).
"""

from datetime import date
from random import Random

from kentro_app.domain.sex import Sex

_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_MOBILES = ("690", "693", "694", "697", "698")
_LANDLINES = ("210 50", "210 57", "210 26", "210 83")


def amka(dice: Random, born: date, sex: Sex) -> str:
    """Birth date, three digits, an odd one for a man and an even one for a woman, Luhn."""
    of_sex = 2 * int(dice.random() * 5) + (sex is Sex.M)
    digits = f"{born:%d%m}{born.year % 100:02}{int(dice.random() * 1000):03}{of_sex}"
    total = sum(
        _DOUBLED[int(digit)] if place % 2 else int(digit) for place, digit in enumerate(digits)
    )
    return f"{digits}{-total % 10}"


def afm(dice: Random) -> str:
    """Nine digits of a person: the first is 1 to 4."""
    digits = str(10_000_000 + int(dice.random() * 39_999_999))
    total = sum(int(digit) << 8 - place for place, digit in enumerate(digits))
    return f"{digits}{total % 11 % 10}"


def mobile(dice: Random) -> str:
    """A mobile number in E.164."""
    return f"+30{_MOBILES[int(dice.random() * 5)]}{int(dice.random() * 10_000_000):07}"


def landline(dice: Random) -> str:
    """A number of the western suburbs in E.164."""
    area = _LANDLINES[int(dice.random() * 4)].replace(" ", "")
    return f"+30{area}{int(dice.random() * 100_000):05}"


def permit(dice: Random) -> str:
    """The number of a passport, as many states write it."""
    letters = "ABEHKMNPTX"
    first, second = (letters[int(dice.random() * 10)] for _place in "12")
    return f"{first}{second}{int(dice.random() * 10_000_000):07}"
