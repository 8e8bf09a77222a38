"""One use case, one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kentro_app.services.ports import Begin, Changes, Work

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    result: T
    changes: Changes


def perform(begin: Begin, use_case: Callable[[Work], T]) -> Outcome[T]:
    """Run a use case; commit if it returns, roll back if it raises."""
    with begin() as work:
        result = use_case(work)
        return Outcome(result, work.commit())


def ask(view: Begin, query: Callable[[Work], T]) -> T:
    """Run a query on a reading unit of work: it sees one state of the store and changes nothing."""
    with view() as work:
        return query(work)
