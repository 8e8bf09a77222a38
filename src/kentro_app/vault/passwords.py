"""Which passwords are good enough, by role.

zxcvbn knows English; for it a Greek word is a random string. Hence the list of
common Greek passwords, names and places, which is also found in Latin letters
(«καλημερα», kalimera, kalhmera) and typed with the other keyboard layout.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from kentro_app.assets import resource
from kentro_app.domain.roles import Role
from kentro_app.vault.errors import PasswordTooShort, PasswordTooWeak
from kentro_app.vault.passphrase import is_passphrase, word_list, words_for

SHORTEST: Final = 10
_LONGEST_JUDGED = 72  # zxcvbn takes no more; longer ones only get better
_LEAST_SCORE = 3
_OWN_LETTERS = 4  # what must be left of a password when known words are taken out
_MANY_WORDS = 4
_SHORTEST_WORD = 3
_KEYS = str.maketrans("αβγδεζηθικλμνξοπρσςτυφχψω", "abgdezhuiklmnjoprswtyfxcv")
_SOUNDS = str.maketrans("αβγδεζηθικλμνξοπρσςτυφχψωhyuwbc", "avgdezi8iklmnxoprsstifxpoiiiovk")
_PAIRS = (("th", "8"), ("ch", "x"), ("ks", "x"), ("ph", "f"), ("ψ", "ps"))


def require_strong(password: str, role: Role, *, personal: Sequence[str] = ()) -> None:
    """Raise `PasswordTooShort` or `PasswordTooWeak` unless the password may be set.

    A passphrase of enough list words is always good; a psychologist's must be one,
    because her notes have no other protection from a colleague with the file.
    `personal` is what colleagues know: names, the log-in name, the centre.
    """
    if not password.isprintable():
        raise PasswordTooWeak(field="password", reason="unprintable")
    words = words_for(role)
    if is_passphrase(password, words):
        return
    if role is Role.PSYCHOLOGIST:
        raise PasswordTooWeak(field="password", reason="generated", words=words)
    if len(unicodedata.normalize("NFC", password)) < SHORTEST:
        raise PasswordTooShort(field="password", shortest=SHORTEST)
    _require_own(password, personal)
    if _score(password, personal) < _LEAST_SCORE:
        raise PasswordTooWeak(field="password", reason="guessable")


def _require_own(password: str, personal: Sequence[str]) -> None:
    own = _forms(_tokens(personal))
    for text in {_sound(password), _sound(_typed_latin(password))}:
        found, rest = _known_words(text, _common() | own)
        if len(rest) < _OWN_LETTERS and len(set(found)) < _MANY_WORDS:
            reason = "personal" if own & set(found) else "common"
            raise PasswordTooWeak(field="password", reason=reason)


def _known_words(text: str, vocabulary: frozenset[str]) -> tuple[list[str], str]:
    """The longest known words from left to right, and the letters that belong to none."""
    found: list[str] = []
    rest, at = "", 0
    while at < len(text):
        word = _longest_at(text, at, vocabulary)
        if word:
            found.append(word)
            at += len(word)
        else:
            rest += text[at] if text[at].isalpha() else ""
            at += 1
    return found, rest


def _longest_at(text: str, at: int, vocabulary: frozenset[str]) -> str:
    longest = min(24, len(text) - at)
    for length in range(longest, _SHORTEST_WORD - 1, -1):
        if text[at : at + length] in vocabulary:
            return text[at : at + length]
    return ""


def _score(password: str, personal: Sequence[str]) -> int:
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its frequency lists take a while to load

    inputs = [*_tokens(personal), *_forms(_tokens(personal))]
    spellings = {password[:_LONGEST_JUDGED], _typed_latin(password)[:_LONGEST_JUDGED]}
    return min(int(zxcvbn(text, user_inputs=inputs)["score"]) for text in spellings)


@cache
def _common() -> frozenset[str]:
    listed = resource("passwords-el.txt").read_text("utf-8").split()
    return _forms([*listed, *word_list()])


def _forms(words: Iterable[str]) -> frozenset[str]:
    """Each word by its sound, and as the other keyboard layout types it."""
    forms = {form for word in words for form in (_sound(word), _sound(_typed_latin(word)))}
    return frozenset(form for form in forms if len(form) >= _SHORTEST_WORD)


def _tokens(personal: Sequence[str]) -> list[str]:
    parts = re.split(r"[\W_]+", " ".join(personal))
    return [part for part in parts if len(part) >= _SHORTEST_WORD]


def _typed_latin(text: str) -> str:
    """What the same keys give with the Latin layout."""
    return _plain(text).translate(_KEYS)


def _sound(text: str) -> str:
    """One spelling for the many ways in which Greek is written with Latin letters."""
    plain = _plain(text)
    for pair, single in _PAIRS:
        plain = plain.replace(pair, single)
    return plain.translate(_SOUNDS)


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(part for part in parts if not unicodedata.combining(part))
