"""What presenters need from the machinery around them, in words without Qt."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from kentro_app.services.ports import Work

T = TypeVar("T")


class Performs(Protocol):
    """Runs use cases, each in its own transaction."""

    def perform(
        self,
        use_case: Callable[[Work], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        owner: object,
    ) -> None: ...


class Asks(Protocol):
    """Answers questions without changing anything."""

    def ask(
        self,
        query: Callable[[Work], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        owner: object,
        latest: str | None = None,
    ) -> None: ...


class Prepares(Protocol):
    """Makes papers beside everything else."""

    def prepare(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        owner: object,
    ) -> None: ...


class DeskDoor(Performs, Asks, Prepares, Protocol):
    """All of `gui.desk.Desk` that a presenter may use."""


class Says(Protocol):
    """Tells people what happened, in passing or lastingly; `gui.speaker.Speaker` fits."""

    def say(self, words: str, undo: Callable[[], None] | None = None) -> None: ...
    def trouble(self, error: Exception, again: Callable[[], None]) -> None: ...
    def all_well(self) -> None: ...
