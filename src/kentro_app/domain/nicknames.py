"""Given names that mean the same person: baptismal names, short names, foreign forms.

Γιάννης is baptised Ιωάννης, and Spyros on a foreign paper is Σπυρίδων here. A short
name may stand in several groups (Τάκης belongs to every -άκης); groups are not joined through
it. Women and men are apart, so that Γεώργιος never proposes Γεωργία. Spellings that
only sound alike are found by `sounds` and need no entry.
"""

import re
from collections import defaultdict
from functools import lru_cache

from kentro_app.domain.fold import fold, words
from kentro_app.domain.nicknames_abroad import ABROAD
from kentro_app.domain.nicknames_men import MEN
from kentro_app.domain.nicknames_women import WOMEN
from kentro_app.domain.sounds import sound_keys

_REMEMBERED = 4096
_GREEK = re.compile("[α-ω]")
_Index = dict[str, list[frozenset[str]]]


@lru_cache(maxsize=_REMEMBERED)
def variants(given_name: str) -> frozenset[str]:
    """Folded forms that somebody of this name may have been registered under, itself included.

    A word that the table does not have as written is looked up by its sound, so Latin
    and unaccented forms are found. Of a double name each part gives its own forms.
    """
    found: set[str] = set()
    for word in words(given_name):
        found.add(word)
        found.update(*_groups_of(word))
    return frozenset(found)


def _groups_of(word: str) -> list[frozenset[str]]:
    as_written = _by_spelling().get(word, [])
    if as_written and _GREEK.search(word):
        return as_written
    sounding = _by_sound()
    return [group for key in sound_keys(word) for group in sounding.get(key, [])]


@lru_cache(maxsize=1)
def _by_spelling() -> _Index:
    index: _Index = defaultdict(list)
    for line in (MEN + WOMEN + ABROAD).splitlines():
        group = frozenset(fold(name) for name in line.split())
        for name in group:
            index[name].append(group)
    return dict(index)


@lru_cache(maxsize=1)
def _by_sound() -> _Index:
    index: _Index = defaultdict(list)
    for name, groups in _by_spelling().items():
        for key in sound_keys(name):
            index[key] += groups
    return dict(index)
