"""How likely it is that two records are one person, and why.

It only proposes (domain brief, sections 3.6 and 9.4): the desk sees the reasons and decides.
The weights are judgement, tried on the scripts of the brief, not statistics. What relatives share –
surname, father, telephone, and with twins the birthday – counts half when the given
names differ.
"""

from dataclasses import dataclass
from itertools import product

from kentro_app.domain.identifiers import Identifier, IdentifierKind
from kentro_app.domain.names_alike import Alike, given_names, surnames
from kentro_app.domain.partial_dates import PartialDate, Precision
from kentro_app.domain.sex import Sex

_SURE = 95
_ONE_EACH = {IdentifierKind.AMKA, IdentifierKind.AFM, IdentifierKind.PA}
_SURNAME = {Alike.UNKNOWN: 0, Alike.DIFFERENT: -10, Alike.SIMILAR: 27, Alike.SAME: 28}
_GIVEN = {Alike.UNKNOWN: 0, Alike.DIFFERENT: -10, Alike.SIMILAR: 33, Alike.SAME: 34}


@dataclass(frozen=True, slots=True)
class Traits:
    """What one record says that can be compared: phones in E.164, identifiers canonical,
    aliases as pairs of surname and given name."""

    surname: str
    given_name: str = ""
    father_name: str = ""
    birth_date: PartialDate | None = None
    sex: Sex = Sex.U
    phones: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` from 0 to 100; `reasons` are codes, the weightiest first."""

    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Points for or against, and the code that says so ("" if not worth a word)."""

    points: int
    reason: str = ""


_NONE = _Evidence(0)


def compare(one: Traits, other: Traits) -> Likeness:
    """The likeness of two records; the same whichever comes first.

    Reasons: same_identifier, same_name, similar_name, same_surname, same_given_name,
    same_birth_date, swapped_day_month, similar_birth_date, same_birth_year, same_father,
    same_phone; against: different_given_name, different_surname, different_birth_date,
    different_father, different_sex, different_identifier.
    """
    surname, given = _best_names(one, other)
    shared = [
        _Evidence(_SURNAME[surname]),
        _birth_dates(one.birth_date, other.birth_date),
        _fathers(one.father_name, other.father_name),
        _phones(one, other),
    ]
    own = [_identifiers(one, other), _Evidence(_GIVEN[given]), _sexes(one.sex, other.sex)]
    points = sum(piece.points for piece in shared)
    if given is Alike.DIFFERENT:
        points //= 2
    points += sum(piece.points for piece in own)
    if own[0].reason == "same_identifier":
        points = max(points, _SURE)
    reasons = [own[0].reason, *_name_reasons(surname, given)]
    reasons += [piece.reason for piece in (*shared, own[2])]
    return Likeness(min(max(points, 0), 100), tuple(reason for reason in reasons if reason))


def _best_names(one: Traits, other: Traits) -> tuple[Alike, Alike]:
    """The best match among all names of both, also with surname and given name exchanged."""
    main = surnames(one.surname, other.surname), given_names(one.given_name, other.given_name)
    if min(main) is Alike.SAME:
        return main
    known = [(one.surname, one.given_name), *one.aliases]
    meant = [(other.surname, other.given_name), *other.aliases]
    pairs = [main, *(_crossed(a, b) for a, b in product(known, meant))]
    pairs += [(surnames(a[0], b[0]), given_names(a[1], b[1])) for a, b in product(known, meant)]
    return max(pairs, key=lambda pair: _SURNAME[pair[0]] + _GIVEN[pair[1]])


def _crossed(one: tuple[str, str], other: tuple[str, str]) -> tuple[Alike, Alike]:
    """Exchanged by whoever filled in the form: worth less than names in their places."""
    surname, given = given_names(one[0], other[1]), given_names(one[1], other[0])
    if min(surname, given) < Alike.SIMILAR:
        return Alike.DIFFERENT, Alike.DIFFERENT
    return Alike.SIMILAR, Alike.SIMILAR


def _name_reasons(surname: Alike, given: Alike) -> list[str]:
    if min(surname, given) >= Alike.SIMILAR:
        return ["same_name" if min(surname, given) is Alike.SAME else "similar_name"]
    likely = {Alike.SAME: "same", Alike.SIMILAR: "same", Alike.DIFFERENT: "different"}
    parts = [("surname", surname), ("given_name", given)]
    return [f"{likely[alike]}_{part}" for part, alike in parts if alike in likely]


def _birth_dates(one: PartialDate | None, other: PartialDate | None) -> _Evidence:
    if one is None or other is None:
        return _NONE
    if one.precision is other.precision is Precision.DAY:
        return _days(one, other)
    if one.earliest > other.latest or other.earliest > one.latest:
        return _Evidence(-25, "different_birth_date")
    if one.year is not None and one.year == other.year:
        return _Evidence(12, "same_birth_year")
    return _Evidence(5)


def _days(one: PartialDate, other: PartialDate) -> _Evidence:
    if one == other:
        # Registries write 1 January for people who know only the year.
        return _Evidence(20 if one.text.endswith("-01-01") else 30, "same_birth_date")
    if one.swapped() == other:
        return _Evidence(24, "swapped_day_month")
    if sum(a != b for a, b in zip(one.text, other.text, strict=True)) == 1:
        return _Evidence(12, "similar_birth_date")
    if one.year == other.year:
        return _Evidence(3, "same_birth_year")
    return _Evidence(-25, "different_birth_date")


def _fathers(one: str, other: str) -> _Evidence:
    alike = given_names(one, other)
    if alike is Alike.DIFFERENT:
        return _Evidence(-10, "different_father")
    return _NONE if alike is Alike.UNKNOWN else _Evidence(10, "same_father")


def _phones(one: Traits, other: Traits) -> _Evidence:
    shared = not set(one.phones).isdisjoint(other.phones)
    return _Evidence(20, "same_phone") if shared else _NONE


def _sexes(one: Sex, other: Sex) -> _Evidence:
    known = Sex.U not in (one, other)
    return _Evidence(-15, "different_sex") if known and one is not other else _NONE


def _identifiers(one: Traits, other: Traits) -> _Evidence:
    ones, others = set(one.identifiers), set(other.identifiers)
    if not ones.isdisjoint(others):
        return _Evidence(40, "same_identifier")
    contradicted = {held.kind for held in ones} & {held.kind for held in others} & _ONE_EACH
    return _Evidence(-25, "different_identifier") if contradicted else _NONE
