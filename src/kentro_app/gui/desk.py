"""The one door from the screens to the use cases."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from kentro_app.gui.background import Lanes
from kentro_app.services.ports import Begin, Work
from kentro_app.services.transaction import Outcome, ask, perform

T = TypeVar("T")

_STALE: Any = object()


class Desk(QObject):
    """Runs use cases and questions on their lanes, and tells the screens what changed.

    `data_changed` carries a frozenset of `domain.changes.Topic`. `ending` fires once before the
    session ends, however it does: what is handed in then is still written.
    """

    data_changed = Signal(frozenset)
    ending = Signal()

    def __init__(
        self, begin: Begin, view: Begin, lanes: Lanes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._begin = begin
        self._view = view
        self._lanes = lanes
        self._asked: dict[str, int] = {}

    def perform(
        self,
        use_case: Callable[[Work], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        owner: object,
    ) -> None:
        """Run one use case in one transaction on the write lane; answer on the GUI thread."""

        def settle(outcome: Outcome[T]) -> None:
            try:
                done(outcome.result)
            finally:  # the store has changed, whatever becomes of the answer
                if outcome.changes:
                    self.data_changed.emit(outcome.changes)

        self._lanes.write.run(lambda: perform(self._begin, use_case), settle, failed, owner)

    def ask(
        self,
        query: Callable[[Work], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        owner: object,
        latest: str | None = None,
    ) -> None:
        """Put a question, on a reading unit of work, on the read lane.

        Of the questions with the same `latest` only the newest is answered: one that still
        waits is not asked at all, so that typing quickly never queues up searches.
        """
        if latest is None:
            self._lanes.read.run(lambda: ask(self._view, query), done, failed, owner)
            return
        number = self._asked[latest] = self._asked.get(latest, 0) + 1

        def is_latest() -> bool:
            return self._asked[latest] == number

        self._lanes.read.run(
            lambda: ask(self._view, query) if is_latest() else _STALE,
            lambda answer: done(answer) if answer is not _STALE and is_latest() else None,
            lambda error: failed(error) if is_latest() else None,
            owner,
        )

    def prepare(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        owner: object,
    ) -> None:
        """Make a paper (or anything slow that is not the store's) on the paper lane."""
        self._lanes.paper.run(job, done, failed, owner)
