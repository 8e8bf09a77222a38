"""The two ways in which something expected goes wrong. All else is a bug."""

import re
from typing import Any

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Refusal(Exception):
    """What both kinds share: facts for the sentence that will explain it, and a stable code.

    The sentence itself is made in `i18n.messages`, in the reader's language; the
    facts must therefore hold nothing that may not be shown or logged.
    """

    def __init__(self, *, field: str | None = None, **facts: Any) -> None:
        super().__init__(self.code)
        self.field = field
        self.facts = facts

    @property
    def code(self) -> str:
        """The name of the class in snake_case, as the command line prints it."""
        return _HUMP.sub("_", type(self).__name__).lower()


class RuleViolation(Refusal):
    """A rule of the centre says no: the sentence stands beside the field."""


class Unavailable(Refusal):
    """The world says no: a locked store, a full disk, a damaged file."""
