"""Which commands are meant by what is typed: both languages, any accents, any keyboard layout."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kentro_app.domain.fold import words
from kentro_app.domain.sounds import sound_beginnings, sound_keys
from kentro_app.domain.text import wrong_layout
from kentro_app.gui.palette.command import Command

_WHOLE, _BEGINNING, _KEYWORD, _SOUND, _NOTHING = 4, 3, 2, 1, 0
_TICKET = re.compile(r"(?:([A-ZΑ-Ω])[-\s]*)?0*(\d{1,4})")
_LATIN = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX")

Titles = Callable[[Command], Iterable[str]]


@dataclass(frozen=True, slots=True)
class _Known:
    """A command with the words it is found by."""

    command: Command
    titled: frozenset[str]
    keyed: frozenset[str]
    sounds: frozenset[str]


class Matcher:
    """`titles` gives a command's name in every language."""

    def __init__(self, commands: Iterable[Command], titles: Titles) -> None:
        self._known = [_known(command, titles(command)) for command in commands]

    def find(self, text: str, recent: Sequence[str] = ()) -> list[Command]:
        """Those meant, best first and among equals what was used last; all for no text."""
        found = self._scored(words(text))
        if not found and (turned := wrong_layout(text)):
            found = self._scored(words(turned))
        age = {name: place for place, name in enumerate(recent)}
        found.sort(key=lambda pair: (-pair[0], age.get(pair[1].name, len(age))))
        return [command for _score, command in found]

    def _scored(self, typed: Sequence[str]) -> list[tuple[int, Command]]:
        scored = ((_score(known, typed), known.command) for known in self._known)
        return [pair for pair in scored if pair[0] or not typed]


def ticket_meant(text: str) -> tuple[str, int] | None:
    """Desk letter (or nothing) and number of a ticket: `A-014`, `α14`, `14`; else None."""
    found = _TICKET.fullmatch(text.strip().upper())
    if found is None:
        return None
    return (found[1] or "").translate(_LATIN), int(found[2])


def _known(command: Command, titles: Iterable[str]) -> _Known:
    titled = frozenset(word for title in titles for word in words(title))
    keyed = frozenset(word for text in command.keywords for word in words(text))
    sounds = frozenset(key for word in titled | keyed for key in sound_keys(word))
    return _Known(command, titled, keyed, sounds)


def _score(known: _Known, typed: Sequence[str]) -> int:
    scores = [_word_score(known, word) for word in typed]
    return sum(scores) if all(scores) else _NOTHING


def _word_score(known: _Known, word: str) -> int:
    if word in known.titled:
        return _WHOLE
    if any(name.startswith(word) for name in known.titled):
        return _BEGINNING
    if any(name.startswith(word) for name in known.keyed):
        return _KEYWORD
    starts = sound_beginnings(word)
    if any(sound.startswith(start) for start in starts for sound in known.sounds):
        return _SOUND
    return _NOTHING
