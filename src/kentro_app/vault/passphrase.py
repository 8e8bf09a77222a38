"""Passphrases of common Greek words, drawn by the machine.

The list has 1,421 nouns of 4–8 letters, so a word is worth 10.47 bits: four words
41.9 bits, five words 52.4 bits. That holds for words that were drawn; nobody can
see whether words were drawn or thought of. At 417 tries a second (one graphics card,
256 MiB) four words last some 300 years; a psychologist's five, at 512 MiB, 850,000.
They are written without accents and in lower case, exactly as they must be typed.
"""

import secrets
import unicodedata
from functools import cache
from math import ceil, log2

from kentro_app.assets import resource
from kentro_app.domain.roles import Role

_BITS = 38.0
_BITS_PSYCHOLOGIST = 51.0
_FEWEST = 4


@cache
def word_list(language: str = "el") -> tuple[str, ...]:
    """The words, sorted and unique."""
    return tuple(resource(f"words-{language}.txt").read_text("utf-8").split())


def bits_of(words: int, language: str = "el") -> float:
    """The entropy of so many drawn words."""
    return words * log2(len(word_list(language)))


def words_for(role: Role, language: str = "el") -> int:
    """How many words a role's passphrase has: at least 38 bits, a psychologist's 51."""
    wanted = _BITS_PSYCHOLOGIST if role is Role.PSYCHOLOGIST else _BITS
    return max(_FEWEST, ceil(wanted / bits_of(1, language)))


def generate_words(n: int = _FEWEST, language: str = "el") -> str:
    """`n` different words drawn by the operating system's generator, with spaces between."""
    return " ".join(secrets.SystemRandom().sample(word_list(language), n))


def is_passphrase(password: str, words: int, language: str = "el") -> bool:
    """Whether it is at least `words` different words of the list and nothing else."""
    parts = unicodedata.normalize("NFC", password).split()
    known = set(word_list(language))
    return len(parts) >= words and len(set(parts)) == len(parts) and set(parts) <= known
