"""Keys for names that sound alike, whichever alphabet and habit they are written in.

Greek, ELOT 743 and the loose Latin spelling of text messages (Greeklish) meet in one
key; two names are candidates for each other when they share one. A key only
proposes (domain brief, section 3.6): a person decides.
"""

import re
from functools import lru_cache

from kentro_app.domain.fold import fold
from kentro_app.domain.readings import readings

_REMEMBERED = 8192
_SHORTEST_SKELETON = 3
_SHORTEST_BEGINNING = 3  # ζζζ is heard as one ζ, with which too many begin

# What to look for before the pattern is tried at all; the order is part of the rule.
_MELT = tuple(
    (sign, re.compile(pattern), replacement)
    for sign, pattern, replacement in (
        ("g", "n?g[gk]*", "g"),
        ("nk", "nk+", "g"),
        ("gi", "gi(?=[aeou])", "i"),  # Γιώργος, Yorgos; Παναγιώτης, Panayotis
        ("m", "m[pb]+", "b"),
        ("n", "n[td]+", "d"),
        ("T", "T", "t"),
        ("v", "v(?=[tkpsfh]|$)", "f"),
        ("ai", "ai", "e"),
        ("ei", "ei", "i"),
        ("oi", "oi", "i"),
        ("ioa", "^ioa", "ia"),  # Ιωάννης, Γιάννης
    )
)
_DOUBLED = re.compile(r"([a-zT])\1+")
_FAMILY = re.compile("[iao][dt]u$")  # Γεωργιάδου is a Γεωργιάδης, Πολίτου a Πολίτης
_SILENT_ENDING = "sn"
_NATIVE_ENDINGS = f"aeiou{_SILENT_ENDING}"  # Greek words end so
_VOWELS = re.compile("(?<!^)[aeiou]+")
_UNVOICED = str.maketrans("bdgvz", "ptkfs")


@lru_cache(maxsize=_REMEMBERED)
def sound_keys(word: str) -> frozenset[str]:
    """All keys of one word, in lower-case Latin letters and digits; none for an empty word.

    Endings that only tell sex or case are off, so that a family shares a key
    (Παπαδόπουλος, Παπαδοπούλου). Other alphabets than Greek and Latin give their fold.
    """
    keys: set[str] = set()
    for reading in readings(word):
        keys.update(_keys(_melted(reading)))
    return frozenset(keys) or frozenset({fold(word)} - {""})


@lru_cache(maxsize=_REMEMBERED)
def sound_beginnings(word: str) -> frozenset[str]:
    """What a key may begin with when only the beginning of a word is there yet.

    Nothing is known of the ending, so none is taken off; a last αυ, ευ may be voiced or not.
    """
    heard = {_melted(reading) for reading in readings(word)}
    heard = {start for start in heard if len(start) >= _SHORTEST_BEGINNING}
    return frozenset(heard | {f"{start[:-1]}v" for start in heard if start.endswith("f")})


def _melted(reading: str) -> str:
    text = _DOUBLED.sub(r"\1", reading)
    for sign, pattern, replacement in _MELT:
        if sign in text:
            text = pattern.sub(replacement, text)
    return _DOUBLED.sub(r"\1", text)


def _keys(melted: str) -> list[str]:
    stem = melted[:-1] if len(melted) > 2 and melted[-1] in _SILENT_ENDING else melted
    keys = [stem]
    if stem.endswith("u") and len(stem) > 2:
        keys = [f"{stem[:-1]}o"]
        if _FAMILY.search(stem):
            keys.append(f"{stem[:-1]}i")
    if melted[-1:] not in _NATIVE_ENDINGS:
        keys.append(_skeleton(melted))
    return [key for key in keys if key]


def _skeleton(melted: str) -> str:
    """The consonants of a word without a Greek ending, after a 0: the vowels of Arabic names are
    anybody's guess (Mohamed, Muhammad, Μωχάμεντ). Short ones would meet everybody."""
    bones = _DOUBLED.sub(r"\1", _VOWELS.sub("", melted).translate(_UNVOICED))
    return f"0{bones}" if len(bones) >= _SHORTEST_SKELETON else ""
