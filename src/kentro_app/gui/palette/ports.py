"""What the palette's presenter shows, and where it can lead."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from kentro_app.gui.palette.command import Command
from kentro_app.services.ports import Found, VisitRow


class Kind(Enum):
    """The groups of results, in the order they are shown."""

    TICKET = "ticket"
    COMMAND = "command"
    PERSON = "person"


Chosen = tuple[Kind, Hashable]


@dataclass(frozen=True, slots=True)
class Results:
    """What is meant by `typed`; `pending` while people and tickets are still looked for."""

    typed: str = ""
    tickets: tuple[VisitRow, ...] = ()
    commands: tuple[Command, ...] = ()
    people: tuple[Found, ...] = ()
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a person or a ticket leads to."""

    person: Callable[[Found], None]
    ticket: Callable[[VisitRow], None]


class PaletteScreen(Protocol):
    def show_results(self, results: Results) -> None: ...
    def show_trouble(self, words: str) -> None: ...
    def put_away(self) -> None: ...
