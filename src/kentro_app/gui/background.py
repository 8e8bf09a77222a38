"""Work off the GUI thread, answers back on it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Answer:
    future: Future[Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    owner: object


class Lane(QObject):
    """A queue of plain functions. With one worker they run in order, never two at once."""

    _arrived = Signal(object)

    def __init__(self, name: str, workers: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=workers, thread_name_prefix=name)
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        owner: object,
    ) -> None:
        """Run `work` on the lane; call `done` or `failed` on the GUI thread.

        `work` must not touch a widget, and what it returns must be immutable.
        If `owner` has been closed in the meantime, nobody is told.
        """
        if self._closed:
            return  # the session is ending: whoever still asks will not be there for the answer
        self._worker.submit(work).add_done_callback(
            lambda future: self._arrived.emit(_Answer(future, done, failed, owner))
        )

    def close(self, *, finish: bool = False) -> None:
        """Finish what has begun, take nothing new; forget what waits, or `finish` that too."""
        self._closed = True
        self._worker.shutdown(wait=True, cancel_futures=not finish)

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        if answer.future.cancelled() or _is_gone(answer.owner):
            return
        error = answer.future.exception()
        if error is None:
            answer.done(answer.future.result())
        elif isinstance(error, Exception):
            answer.failed(error)
        else:
            raise error


def _is_gone(owner: object) -> bool:
    # Safe without a lock: widgets die on this thread, and answers arrive on it.
    return isinstance(owner, QObject) and not isValid(owner)


class Lanes(QObject):
    """The queues of one session.

    SQLite has one writer, so writing has one worker. Reading has two, so that a search never
    waits behind a report (WAL lets them read while somebody writes). Paper has its own, and so
    has what the session does by itself: a sheet never waits for the day's backup.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.write = Lane("write", parent=self)
        self.read = Lane("read", workers=2, parent=self)
        self.paper = Lane("paper", parent=self)
        self.care = Lane("care", parent=self)

    def close(self) -> None:
        """Close all of them, the writing one last: what was accepted gets written."""
        for lane in (self.care, self.paper, self.read):
            lane.close()
        self.write.close(finish=True)
