"""A sentence is a text, or a choice among texts by the facts of the refusal."""

from collections.abc import Callable, Mapping
from typing import Any

from kentro_app.i18n import _, ngettext

Facts = Mapping[str, Any]
Sentence = str | Callable[[Facts], str]

SECONDS_PER_MINUTE = 60


def by(fact: str, choices: Mapping[Any, Sentence], otherwise: Sentence) -> Sentence:
    """The sentence that belongs to the value of `fact`."""
    return lambda facts: text(choices.get(facts.get(fact), otherwise), facts)


def text(sentence: Sentence, facts: Facts) -> str:
    """The sentence in the current language, its gaps still open."""
    return _(sentence) if isinstance(sentence, str) else sentence(facts)


def waiting_time(seconds: int) -> str:
    """`20 seconds`, `3 minutes`: rounded up, so that nobody comes too early."""
    if seconds < 2 * SECONDS_PER_MINUTE:
        return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
    minutes = -(-seconds // SECONDS_PER_MINUTE)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
