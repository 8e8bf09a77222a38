"""Where the home screen leads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from kentro_app.domain.drafts import Draft
from kentro_app.services.ports import DueStep


@dataclass(frozen=True, slots=True)
class DraftKind:
    """A form that keeps drafts: what it is called, and how one of its drafts is opened."""

    name: Callable[[], str]
    open: Callable[[Draft], None]


@dataclass(frozen=True, slots=True)
class Ways:
    """To a visit of today at the reception, to whom a next step is about, to a draft by its kind.

    A draft of a kind that is not here can only be discarded.
    """

    visit: Callable[[UUID], None]
    step: Callable[[DueStep], None]
    drafts: Mapping[str, DraftKind] = field(default_factory=dict)
