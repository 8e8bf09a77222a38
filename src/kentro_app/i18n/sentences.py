"""The sentences of refusals, by the error's code; the {gaps} are the error's facts."""

from collections.abc import Callable, Mapping
from typing import Any

from kentro_app.i18n import _

Facts = Mapping[str, Any]
Sentence = Callable[[Facts], str]

SENTENCES: dict[str, Sentence] = {
    "rule_violation": lambda _facts: _("This is not allowed."),
    "unavailable": lambda _facts: _(
        "This is not possible right now. Nothing was lost; please try again."
    ),
}
