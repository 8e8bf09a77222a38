"""Which sheet of which day somebody wants, and what it is to say."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.visits import Stage
from kentro_app.services.sheets_model import Layout, NameStyle

BLANK_LINES = 10


class UnknownSite(RuleViolation):
    """The store has no site of this code. Facts: value."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the sheet says in the reader's language; the services know no languages."""

    language: str
    anonymous: str
    stages: dict[Stage, str]


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """`site` is the code of a site, empty for that of this desk; `visit_id` asks for one slip.

    `names` and `blank_lines` matter to the sheet people sign only.
    """

    day: date
    names: NameStyle = NameStyle.FULL
    blank_lines: int = BLANK_LINES
    layout: Layout = Layout.SIGNIN
    site: str = ""
    visit_id: UUID | None = None

    @property
    def kind(self) -> str:
        """What the paper is called among the copies: how much of the names is part of it."""
        if self.layout is not Layout.SIGNIN or self.names is NameStyle.FULL:
            return self.layout.value
        return f"{self.layout.value}_{self.names.value}"
