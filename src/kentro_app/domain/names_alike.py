"""Whether two names are the same name, as far as spelling, sound and custom go."""

from collections.abc import Callable, Iterable
from enum import IntEnum

from rapidfuzz.distance import JaroWinkler

from kentro_app.domain.fold import words
from kentro_app.domain.nicknames import variants
from kentro_app.domain.sounds import sound_keys

_SLIP = 0.92  # one wrong letter in a name of usual length; from trying, not from a theory


class Alike(IntEnum):
    """UNKNOWN where a name is missing: no evidence, for or against."""

    UNKNOWN = 0
    DIFFERENT = 1
    SIMILAR = 2
    SAME = 3


def surnames(one: str, other: str) -> Alike:
    """Same letters, or similar: alike in sound, of one family, a slip, part of a double name."""
    return _compare(one, other, _sound_alike)


def given_names(one: str, other: str) -> Alike:
    """Like surnames, and short names count as similar to the baptismal name."""
    return _compare(one, other, _mean_alike)


def _compare(one: str, other: str, alike: Callable[[str, str], bool]) -> Alike:
    ones, others = words(one), words(other)
    if not ones or not others:
        return Alike.UNKNOWN
    if ones == others:
        return Alike.SAME
    found = any(alike(word, another) for word in ones for another in others)
    return Alike.SIMILAR if found else Alike.DIFFERENT


def _mean_alike(one: str, other: str) -> bool:
    return not variants(one).isdisjoint(variants(other)) or _sound_alike(one, other)


def _sound_alike(one: str, other: str) -> bool:
    ones, others = sound_keys(one), sound_keys(other)
    if not ones.isdisjoint(others):
        return True
    return any(_slip(key, another) for key in _spoken(ones) for another in _spoken(others))


def _spoken(keys: Iterable[str]) -> list[str]:
    return [key for key in keys if not key.startswith("0")]


def _slip(one: str, other: str) -> bool:
    # The last vowel tells Γεώργιος from Γεωργία: no slip of the finger, another person.
    return one[-1] == other[-1] and JaroWinkler.similarity(one, other) >= _SLIP
