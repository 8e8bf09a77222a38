"""What to tell a person when the answer is no.

The sentences are found by the error's `code`, so this module imports no class it speaks
about. Each says what is wrong and what is expected, and is complete: a screen, the command
line and a server's answer show it as it is.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from kentro_app.domain.doubts import Doubt
from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.i18n.dates import date_short, moment_short
from kentro_app.i18n.sentences import DOUBTS, SENTENCES
from kentro_app.i18n.sentences.forms import text

__all__ = ["DOUBTS", "SENTENCES", "explain", "explain_doubt"]


def explain(error: Exception) -> str:
    """Put an expected refusal into words; pass a bug on by raising it again."""
    if not isinstance(error, RuleViolation | Unavailable):
        raise error
    general = "rule_violation" if isinstance(error, RuleViolation) else "unavailable"
    sentence = SENTENCES.get(error.code, SENTENCES[general])
    return text(sentence, error.facts).format_map(_Shown(error.facts))


def explain_doubt(doubt: Doubt) -> str:
    """Put a remark about a field into words."""
    return text(DOUBTS[doubt.code], doubt.facts).format_map(_Shown(doubt.facts))


class _Shown(dict[str, str]):
    """The facts as they are shown; a fact that is missing must not turn a refusal into a bug."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        super().__init__({name: _shown(fact) for name, fact in facts.items()})

    def __missing__(self, name: str) -> str:
        return "–"


def _shown(fact: Any) -> str:
    match fact:
        case datetime():
            return moment_short(fact)
        case date():
            return date_short(fact)
        case Enum():
            return str(fact.value)
        case _:
            return str(fact)
