"""Families of the demo centre: who they are, before anybody has registered them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from kentro_app.domain.people import AliasKind
from kentro_app.domain.sex import Sex
from kentro_app.services.demo import foreign_names as foreign
from kentro_app.services.demo import greek_names as greek
from kentro_app.services.demo import numbers, places
from kentro_app.services.demo.dice import Weighted, one_of

Name = tuple[str, str]
Lines = tuple[str, str, str, str, str]  # street, number, area, postcode, municipality
_OWN_PHONE = 14  # years


@dataclass(frozen=True, slots=True)
class Origin:
    """A community: its language, its names as pairs of forms, and how its members are noted.

    `second` is what the other form of a name is: a transliteration, or a pet name. `latin`: how
    often the Latin form comes first. `years_only`: how often only the year of birth is known.
    """

    language: str
    men: tuple[Name, ...]
    women: tuple[Name, ...]
    surnames: tuple[Name, ...]
    second: AliasKind | None
    children: int = 2
    latin: float = 0.0
    years_only: float = 0.03
    amka: float = 0.9


@dataclass(frozen=True, slots=True)
class Draft:
    """Somebody invented. `born` is the truth, `birth` as far as the centre knows it (EDTF)."""

    surname: str
    given_name: str
    father_name: str
    mother_name: str
    sex: Sex
    born: date
    birth: str
    language: str
    alias: tuple[AliasKind, str, str] | None = None
    phones: tuple[str, ...] = ()
    identifiers: dict[str, str] = field(default_factory=dict)
    addresses: tuple[Lines, ...] = ()


_ROMAN = [(name, name) for name in foreign.ROMA_SURNAMES.split()]
_ORIGINS = Weighted(
    (
        Origin(
            "el",
            tuple((name, name) for name in greek.MEN),
            tuple((name, name) for name in greek.WOMEN),
            tuple((name, name) for name in greek.SURNAMES),
            None,
        ),
        66,
    ),
    (
        Origin(
            "sq",
            foreign.pairs(foreign.ALBANIAN_MEN),
            foreign.pairs(foreign.ALBANIAN_WOMEN),
            foreign.pairs(foreign.ALBANIAN_SURNAMES),
            AliasKind.TRANSLITERATION,
            latin=0.3,
        ),
        11,
    ),
    (
        Origin(
            "ar",
            foreign.pairs(foreign.ARAB_MEN),
            foreign.pairs(foreign.ARAB_WOMEN),
            foreign.pairs(foreign.ARAB_SURNAMES),
            AliasKind.TRANSLITERATION,
            children=4,
            latin=0.4,
            years_only=0.3,
            amka=0.5,
        ),
        8,
    ),
    (
        Origin(
            "uk",
            foreign.pairs(foreign.UKRAINIAN_MEN),
            foreign.pairs(foreign.UKRAINIAN_WOMEN),
            foreign.pairs(foreign.UKRAINIAN_SURNAMES),
            AliasKind.TRANSLITERATION,
            latin=0.6,
            amka=0.6,
        ),
        6,
    ),
    (
        Origin(
            "rom",
            foreign.pairs(foreign.ROMA_MEN),
            foreign.pairs(foreign.ROMA_WOMEN),
            tuple(_ROMAN),
            AliasKind.DIMINUTIVE,
            children=5,
            years_only=0.2,
            amka=0.8,
        ),
        9,
    ),
)


@dataclass(frozen=True, slots=True)
class _Home:
    """What a household shares."""

    origin: Origin
    surname: Name
    latin: bool
    landline: str
    mobile: str
    today: date
    addresses: tuple[Lines, ...]


def drafts(dice: Random, today: date) -> Iterator[Draft]:
    """Invented people without end, family after family."""
    while True:
        yield from _family(dice, today)


def _family(dice: Random, today: date) -> Iterator[Draft]:
    origin = _ORIGINS.draw(dice)
    landline = numbers.landline(dice) if dice.random() < 0.4 else ""
    lives = (places.address(dice),) if dice.random() < 0.96 else ()
    latin = dice.random() < origin.latin
    home = _Home(
        origin,
        one_of(dice, origin.surnames),
        latin,
        landline,
        numbers.mobile(dice),
        today,
        addresses=lives,
    )
    father, mother = one_of(dice, origin.men), one_of(dice, origin.women)
    age = 24 + int(dice.random() ** 1.3 * 62)
    shape = dice.random()
    if shape > 0.25:
        yield replace(
            _member(dice, home, (mother, Sex.F), _birthday(dice, today, age)),
            phones=tuple(filter(None, (home.mobile, home.landline))),
        )
    if shape < 0.6:
        yield _member(dice, home, (father, Sex.M), _birthday(dice, today, age + 4))
    for child in range(int(dice.random() * (origin.children + 1)) if shape > 0.15 else 0):
        young = max(age - 23 - 2 * child - int(dice.random() * 3), 0)
        sex = Sex.M if dice.random() < 0.5 else Sex.F
        name = one_of(dice, origin.men if sex is Sex.M else origin.women)
        born = _birthday(dice, today, young)
        yield _member(dice, home, (name, sex), born, parents=(father[0], mother[0]))


def _birthday(dice: Random, today: date, age: int) -> date:
    return today - timedelta(days=365 * age + age // 4 + 1 + int(dice.random() * 364))


def _member(
    dice: Random,
    home: _Home,
    who: tuple[Name, Sex],
    born: date,
    *,
    parents: Name | None = None,
) -> Draft:
    origin, (name, sex) = home.origin, who
    if parents is None:
        parents = one_of(dice, origin.men)[0], one_of(dice, origin.women)[0]
    surname = tuple(greek.surname(form, sex) for form in home.surname)
    first, second = (1, 0) if home.latin else (0, 1)
    known_year = dice.random() < origin.years_only
    if known_year and dice.random() < 0.6:  # as registries write it for whoever knows the year
        born, known_year = born.replace(month=1, day=1), False
    alias = None
    if origin.second and (surname[0], name[0]) != (surname[1], name[1]):
        alias = (origin.second, surname[second], name[second])
    return Draft(
        surname=surname[first],
        given_name=name[first],
        father_name=parents[0],
        mother_name=parents[1],
        sex=sex,
        born=born,
        birth=_known(dice, born) if known_year else born.isoformat(),
        language=origin.language,
        alias=alias,
        phones=_phones(dice, home, born),
        identifiers=_identifiers(dice, origin, born, sex),
        addresses=home.addresses,
    )


def _known(dice: Random, born: date) -> str:
    drawn = dice.random()
    if drawn < 0.25:
        return f"{born.year // 10}X"
    return f"{born.year}" if drawn < 0.75 else f"{born.year}-{born.month:02}"


def _phones(dice: Random, home: _Home, born: date) -> tuple[str, ...]:
    if home.today.year - born.year < _OWN_PHONE:  # a child is reached through a parent
        return tuple(filter(None, (home.mobile, home.landline)))
    own = numbers.mobile(dice) if dice.random() < 0.85 else ""
    return tuple(filter(None, (own, home.landline)))


def _identifiers(dice: Random, origin: Origin, born: date, sex: Sex) -> dict[str, str]:
    found = {}
    if dice.random() < origin.amka:
        found["amka"] = numbers.amka(dice, born, sex)
        if dice.random() < 0.8:
            found["afm"] = numbers.afm(dice)
    elif origin.latin and dice.random() < 0.7:
        found["passport"] = numbers.permit(dice)
    return found
