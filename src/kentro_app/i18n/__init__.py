"""Words in the language of whoever reads them. Dates and numbers are in `i18n.dates`.

The log-in window starts with this module, so it needs nothing but the standard library.
Message ids are English: English therefore needs no catalogue, Greek has all of it.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, tzinfo
from gettext import NullTranslations, translation
from pathlib import Path

DOMAIN = "kentro"
LANGUAGES = ("el", "en")

__all__ = [
    "DOMAIN",
    "LANGUAGES",
    "N_",
    "Voice",
    "_",
    "aside",
    "current",
    "ngettext",
    "pgettext",
    "speak",
    "voice",
]


@dataclass(frozen=True, slots=True)
class Voice:
    """A language and a place: all that words and clocks depend on."""

    catalogue: NullTranslations
    language: str
    zone: tzinfo


def voice(language: str, directory: Path, zone: tzinfo) -> Voice:
    """A voice of its own, for a window or for a letter in the visitor's language.

    `directory` holds the catalogues (`assets.translations()`); a language without
    one speaks English words. `zone` is the centre's time zone.
    """
    catalogue = translation(DOMAIN, directory, [language], fallback=True)
    return Voice(catalogue, language, zone)


_active = Voice(NullTranslations(), "en", UTC)
_aside: ContextVar[Voice | None] = ContextVar("aside", default=None)


def speak(chosen: Voice) -> None:
    """Choose the voice of the interface; whoever shows words asks for them anew."""
    global _active
    _active = chosen


def current() -> Voice:
    """The voice of the interface."""
    return _aside.get() or _active


def aside(other: Voice, say: Callable[[], str]) -> str:
    """What `say` says in another voice; nobody else hears of it, on no other thread either."""
    before = _aside.set(other)
    try:
        return say()
    finally:
        _aside.reset(before)


def _(message: str) -> str:
    """The message in the current language; fill its {gaps} afterwards with `format`."""
    # The empty id is the catalogue's own header, never a text to show.
    return current().catalogue.gettext(message) if message else ""


def N_(message: str) -> str:
    """Marks a text that stands in a table; `_` translates it when it is shown."""
    return message


def ngettext(one: str, many: str, n: int) -> str:
    """The form of the message that fits `n` things."""
    return current().catalogue.ngettext(one, many, n)


def pgettext(context: str, message: str) -> str:
    """The message where the same English word needs several Greek ones."""
    return current().catalogue.pgettext(context, message)
