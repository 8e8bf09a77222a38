"""What makes two spellings of a Greek word the same word: case, accents, final sigma.

SQLite's own folding leaves Greek accents alone, so the folded text is stored
beside the text and searched instead (domain brief, section 3.5).
"""

import re
import unicodedata
from collections.abc import Callable

# Latin letters that Unicode does not decompose, as a Greek clerk would type them.
PLAIN_LATIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e"}
)
# Greek first, then Latin, then the rest, as in a Greek telephone book. The target places
# hold symbols and Coptic letters between ω and the Cyrillic block.
_LATIN_AFTER_GREEK = {ord("a") + place: chr(0x03D0 + place) for place in range(26)}
_APOSTROPHE = 0x02BC  # a letter to Unicode, a stroke between letters to a reader

DIALYTIKA = "\u0308"
_ACCENT = "\u0300\u0301\u0342"
_GREEK_LETTER = "Ͱ-Ͽἀ-῿"
# An accent on the first vowel says that the two are no diphthong: Μάιος, not Μαίος.
_BROKEN_PAIR = re.compile(f"([αεηουΑΕΗΟΥ])([\u0313\u0314]?[{_ACCENT}])([ιυΙΥ])(?![\u0300-\u036f])")
_GREEK_MARKS = re.compile(f"([{_GREEK_LETTER}])([\u0300-\u036f]+)")


class _Table(dict[int, str]):
    """A table for `str.translate` that works each character out once."""

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        self[code] = folded = self._rule(chr(code))
        return folded


def _fold_character(character: str) -> str:
    # Twice, because a decomposition can hold capitals and a case folding can hold accents.
    for _ in range(2):
        character = unicodedata.normalize("NFKD", character).casefold()
    return "".join(
        part
        for part in character
        if not unicodedata.combining(part) and unicodedata.category(part) != "Cf"
    )


def _part_of_word(character: str) -> str:
    inside = unicodedata.category(character)[0] in "LNM" and ord(character) != _APOSTROPHE
    return character if inside else " "


_FOLDED = _Table(_fold_character)
_SPACED = _Table(_part_of_word)


def fold(text: str) -> str:
    """NFKD, case folding, no combining marks, ς as σ, no invisible characters, NFC.

    The same for Παπαδόπουλος and ΠΑΠΑΔΟΠΟΥΛΟΣ, Μαΐου and ΜΑΪΟΥ; folding twice changes nothing.
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text.translate(_FOLDED))


def words(text: str) -> list[str]:
    """The folded words of a text: runs of letters, digits and vowel signs, in their order."""
    return fold(text).translate(_SPACED).split()


def sort_key(text: str) -> str:
    """A key in whose code point order (SQLite's BINARY too) names stand as a Greek expects.

    Accents, case and punctuation count for nothing, Latin names come after Greek ones.
    """
    return " ".join(words(text)).translate(PLAIN_LATIN).translate(_LATIN_AFTER_GREEK)


def explicit_pairs(text: str) -> str:
    """NFD, with a dialytika wherever only an accent on the first vowel told two vowels apart."""
    decomposed = unicodedata.normalize("NFD", text)
    return _BROKEN_PAIR.sub(rf"\1\2\3{DIALYTIKA}", decomposed)


def only_dialytika(decomposed: str) -> str:
    """NFD text whose Greek letters keep the dialytika and lose every other mark."""
    return _GREEK_MARKS.sub(_keep_dialytika, decomposed)


def _keep_dialytika(found: re.Match[str]) -> str:
    letter, marks = found.groups()
    subscript = "Ι" if "\u0345" in marks and letter.isupper() else ""
    return letter + (DIALYTIKA if DIALYTIKA in marks else "") + subscript


def upper(text: str) -> str:
    """Capitals as Greek print has them: no accents, but the dialytika that a reader needs.

    Μαΐου → ΜΑΪΟΥ, and Μάιος → ΜΑΪΟΣ because the lost accent was what told α and ι apart.
    Other scripts keep their marks (José → JOSÉ).
    """
    return unicodedata.normalize("NFC", only_dialytika(explicit_pairs(text).upper()))
