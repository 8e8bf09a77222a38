"""How a Greek or Latin spelling of a name may be read aloud, in plain Latin letters.

Both alphabets come to the same letters: i for all that sounds so, h for χ, T for θ.
Vowel pairs stay apart, for Latin letters cannot tell αι from αη; `sounds` melts
them on both sides alike. A spelling that can be read in several ways gives
several readings, the one of ELOT 743 first.
"""

import re
from collections.abc import Callable
from itertools import islice, product

from kentro_app.domain.fold import DIALYTIKA, PLAIN_LATIN, explicit_pairs, fold
from kentro_app.domain.text import mixed_script

_MOST = 8
_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789T"


class _OnlyLetters(dict[int, str | None]):
    """A table for `str.translate` that drops what it does not know."""

    def __missing__(self, code: int) -> None:
        return None


def _table(lines: str) -> dict[str, tuple[str, ...]]:
    """`ay:av/ai` is one entry: what is written, and its readings in order."""
    entries = (entry.split(":") for entry in lines.split())
    return {written: tuple(heard.split("/")) for written, heard in entries}


_GREEK_PAIRS = tuple(
    (pair, heard[0]) for pair, heard in _table("ου:u αυ:av ευ:ev ηυ:iv γγ:ng γχ:nh γξ:nks").items()
)
_GREEK_LETTERS = _OnlyLetters(
    (ord(letter), heard)
    for letter, heard in [
        *zip("αβγδεζηθικλμνοπρστυφχω", "avgdeziTiklmnoprstifho", strict=True),
        *[("ξ", "ks"), ("ψ", "ps")],
        *zip(_ALPHABET, _ALPHABET, strict=True),
    ]
)
_GREEK = re.compile("[α-ω]")
_LATIN = re.compile("[a-z]")
_NOT_LETTERS = re.compile("[^a-z0-9]+")

# With a dialytika, or in capitals that may have lost it, these pairs are two sounds.
_HIATUS = re.compile("[αεηοω]υ")
_HIATUS_READINGS = _table("αυ:av/ai ευ:ev/ei ηυ:iv/ii ου:u/oi ωυ:oi/u")

_LATIN_READINGS = _table("""
    ou:u oo:oo/u ee:ee/i oy:u/oi ay:av/ai au:av/au ey:ev/ei eu:ev/eu ye:ie/ge gj:g mb:mb
    xh:tz/ksi/hi ch:h kh:h ph:f th:T dh:d gh:g sh:s zh:z
    b:b/v j:i/tz u:u/i w:o/v x:ks/h c:k q:k y:i 8:T 9:T 3:ks
""")
# Where no vowel follows, h is as likely an η: Dhmhtrhs, Papadakhs, Augh.
_ETA_READINGS = _table("""
    th:T/ti kh:h/ki dh:d/di gh:g/gi sh:s/si zh:z/zi ph:f/pi ch:h/ki xh:ksi/hi/tz
    ah:ah/ai/a eh:eh/ei/e oh:oh/oi/o
""")
_NO_VOWEL = "(?![aeiouywh])"
_UNIT = "ou|oo|ee|[aeo]y|[ae]u|ye|gj|mb|[bcjquwxy893]"
_LATIN_UNIT = re.compile(_UNIT)
_LATIN_UNIT_WITH_H = re.compile(
    f"(?P<first>^h{_NO_VOWEL})|(?P<pair>[tkdgszpcxaeo]h){_NO_VOWEL}"
    f"|(?P<eta>(?<![aeiouy])h{_NO_VOWEL})|[xcpztkgds]h|{_UNIT}"
)


def readings(word: str) -> list[str]:
    """What the word may sound like, at most eight; none for other alphabets."""
    folded = fold(word).translate(PLAIN_LATIN)
    if _GREEK.search(folded):
        return _greek(word, folded)
    plain = folded if folded.isalnum() else _NOT_LETTERS.sub("", folded)
    return _latin(plain) if _LATIN.search(plain) else []


def _greek(word: str, folded: str) -> list[str]:
    if _LATIN.search(folded):
        word = mixed_script(word) or word
        folded = fold(word)
    options = [folded]
    if _HIATUS.search(folded) and _says_hiatus(word, folded):
        options += _spellings(_HIATUS, folded, _hiatus_readings)
    return [_plain_greek(option) for option in options]


def _plain_greek(folded: str) -> str:
    for pair, plain in _GREEK_PAIRS:
        folded = folded.replace(pair, plain)
    return folded.translate(_GREEK_LETTERS)


def _says_hiatus(word: str, folded: str) -> bool:
    return "ωυ" in folded or DIALYTIKA in explicit_pairs(word)


def _hiatus_readings(pair: re.Match[str]) -> tuple[str, ...]:
    return _HIATUS_READINGS[pair[0]]


def _latin(folded: str) -> list[str]:
    unit = _LATIN_UNIT_WITH_H if "h" in folded else _LATIN_UNIT
    return _spellings(unit, folded, _latin_readings)


def _latin_readings(unit: re.Match[str]) -> tuple[str, ...]:
    if unit.lastgroup == "pair":
        return _ETA_READINGS[unit[0]]
    if unit.lastgroup == "eta":
        return ("i",)
    if unit.lastgroup == "first":
        return ("h", "i")
    return _LATIN_READINGS[unit[0]]


def _spellings(
    unit: re.Pattern[str], text: str, options_of: Callable[[re.Match[str]], tuple[str, ...]]
) -> list[str]:
    """The text with each unit replaced by each of its readings, first readings first."""
    parts: list[tuple[str, ...]] = []
    done = 0
    for found in unit.finditer(text):
        parts += [(text[done : found.start()],), options_of(found)]
        done = found.end()
    parts.append((text[done:],))
    return ["".join(chosen) for chosen in islice(product(*parts), _MOST)]
