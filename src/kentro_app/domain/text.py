"""Text as it comes from keyboards, clipboards and files, made fit to be kept.

A name that looks right but holds a Latin A is never found again; a bidi override
makes a list lie. What can be repaired silently is, what cannot is refused.
"""

import re
import unicodedata
from collections.abc import Mapping

from kentro_app.domain.errors import RuleViolation

_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("ꓽ∶：ː׃˸", ":"),  # U+A4FD comes from phones' note programs
        **dict.fromkeys("ꓸ․．", "."),
        **dict.fromkeys("ꓹ‚，", ","),
        **dict.fromkeys("‐‑−－﹣", "-"),
        **dict.fromkeys("∕⁄／", "/"),
        **dict.fromkeys("‘’ʼʻ´`′΄᾽᾿῾＇", "'"),
        **dict.fromkeys("\u00ad\u200b\u200e\u200f\u061c\u2060\ufeff"),  # pasted along, unseen
    }
)
_KEPT_FORMAT = frozenset("\u200c\u200d")  # Persian and Indic spelling needs the joiners
_REFUSED = frozenset({"Cc", "Cf", "Cs", "Co"})
_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")

_GREEK_LOOK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεηικορτυνχγω"
_LATIN_LOOK = "ABEZHIKMNOPTYXaenikoptuvxyw"
_TO_GREEK = str.maketrans(_LATIN_LOOK, _GREEK_LOOK)
_TO_LATIN = str.maketrans(_GREEK_LOOK, _LATIN_LOOK)
_LATIN = re.compile("[A-Za-z]")
_GREEK = re.compile("[Α-Ωα-ω]")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")

_LATIN_KEYS = "wertyuiopasdfghjklzxcvbnmWERTYUIOPASDFGHJKLZXCVBNM"
_GREEK_KEYS = "ςερτυθιοπασδφγηξκλζχψωβνμΣΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ"
_GREEK_BY_KEY = str.maketrans(_LATIN_KEYS, _GREEK_KEYS)
_KEY_BY_GREEK = str.maketrans(_GREEK_KEYS, _LATIN_KEYS)
_DEAD_KEYS = {";": "\u0301", ":": "\u0308"}
_DEAD_KEY = re.compile(r"([;:]{1,2})([ΑΕΗΙΟΥΩαεηιουω])")
_ACCENTED = re.compile("([αεηιουωΑΕΗΙΟΥΩ])([\u0301\u0308]{1,2})")


class UnprintableText(RuleViolation):
    """A control character, a bidi override, half a character. Facts: character ("U+202E")."""


class TooLong(RuleViolation):
    """More characters than the fact `longest`."""


class Missing(RuleViolation):
    """A field that must be filled in is empty."""


def clean(
    raw: str, *, field: str, longest: int = 200, required: bool = False, multiline: bool = False
) -> str:
    """The text in NFC with plain punctuation and single spaces; line ends only if `multiline`.

    `longest` counts characters after cleaning. Raises TooLong, UnprintableText and,
    if `required`, Missing.
    """
    if len(raw) > 4 * longest + 1000:  # no need to look at a pasted book
        raise TooLong(field=field, longest=longest)
    text = unicodedata.normalize("NFC", raw).translate(_LOOK_ALIKES).strip()
    text = _LINE_END.sub("\n", text.replace("\t", " "))
    _refuse_unprintable(text, field=field, allowed="\n" if multiline else "")
    text = _collapse(text)
    if len(text) > longest:
        raise TooLong(field=field, longest=longest)
    if required and not text:
        raise Missing(field=field)
    return text


def _refuse_unprintable(text: str, *, field: str, allowed: str) -> None:
    for character in text:
        if character in allowed or character in _KEPT_FORMAT:
            continue
        if unicodedata.category(character) in _REFUSED:
            raise UnprintableText(field=field, character=f"U+{ord(character):04X}")


def _collapse(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def mixed_script(word: str) -> str | None:
    """The same looks in one script, for words that mix Greek and Latin letters (AΝΝΑ); else None.

    Greek is offered where it is possible, unless most letters are Latin and that is possible.
    """
    offered = _WORD.sub(lambda found: _one_script(found[0]), unicodedata.normalize("NFD", word))
    offered = unicodedata.normalize("NFC", offered)
    return offered if offered != unicodedata.normalize("NFC", word) else None


def _one_script(word: str) -> str:
    latin, greek = len(_LATIN.findall(word)), len(_GREEK.findall(word))
    if not (latin and greek):
        return word
    as_greek, as_latin = word.translate(_TO_GREEK), word.translate(_TO_LATIN)
    if latin > greek and not _GREEK.search(as_latin):
        return as_latin
    return word if _LATIN.search(as_greek) else as_greek


def wrong_layout(text: str) -> str | None:
    """What the same keys write with the other keyboard layout (fvtia → φωτια, Σμιτη → Smith).

    None where there is nothing to turn: no letters, or letters of both layouts. It
    knows no dictionary: offer it where the text as typed found nothing.
    """
    decomposed = unicodedata.normalize("NFD", text)
    latin, greek = bool(_LATIN.search(decomposed)), bool(re.search("[Α-Ωα-ω]", decomposed))
    if latin == greek:
        return None
    if greek:
        return _ACCENTED.sub(_dead_keys_first, decomposed).translate(_KEY_BY_GREEK)
    turned = _DEAD_KEY.sub(_accent_last, text.translate(_GREEK_BY_KEY))
    return unicodedata.normalize("NFC", turned)


def _accent_last(found: re.Match[str]) -> str:
    # Unicode wants the dialytika before the accent, a typist may press either key first.
    return found[2] + "".join(sorted(_each(found[1], _DEAD_KEYS), reverse=True))


def _dead_keys_first(found: re.Match[str]) -> str:
    return _each(found[2], {mark: key for key, mark in _DEAD_KEYS.items()}) + found[1]


def _each(text: str, table: Mapping[str, str]) -> str:
    return "".join(table[character] for character in text)
