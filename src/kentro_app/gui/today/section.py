"""A section of the home screen. A feature adds one more of these in `bootstrap.wiring`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QWidget

from kentro_app.services.access import Permission, may
from kentro_app.services.ports import Actor


class Where(Enum):
    """The numbers across the top, the two columns below them, a quiet line at the foot."""

    TOP = "top"
    LEFT = "left"
    RIGHT = "right"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class TodaySection:
    """`build` makes what is seen; it keeps itself up to date and says itself anew.

    Any of `permissions` shows it; none means everybody.
    """

    name: str
    title: Callable[[], str]
    build: Callable[[], QWidget]
    where: Where
    permissions: frozenset[Permission] = frozenset()


def shown_to(sections: Sequence[TodaySection], actor: Actor) -> list[TodaySection]:
    """The sections that this actor may see, in this mode."""
    return [
        section
        for section in sections
        if not section.permissions or any(may(actor, p) for p in section.permissions)
    ]
