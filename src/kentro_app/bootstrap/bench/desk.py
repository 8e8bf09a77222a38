"""The session process as the program starts it, with somebody who tells how far it is.

`python -m kentro_app.bootstrap.bench.desk TASK --role session --data-dir DIR`, where TASK is
`log-in` (ends when it is told), `switch` (ends by itself, as for another user) or one of what is
done in the window (`hour=FILE` works through an hour, FILE says with whom) and told as JSON.
It writes `warm` when it waits for the key, and `usable` when the reception is painted with today's
visits.
"""

import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

import kentro_app.__main__ as program
import kentro_app.gui.quiet_imports  # noqa: F401 - as the session has it
from kentro_app.bootstrap import session
from kentro_app.gui import handover
from kentro_app.gui.background import Lane
from kentro_app.gui.lock import end_session

LOG_IN, SWITCH = "log-in", "switch"
TASKS = {
    "hour": "work:hour",
    "eight_hours": "work:eight_hours",
    "painted": "moments:painted",
    "check_ins": "moments:check_ins",
    "refreshes": "moments:refreshes",
}
"""What can be done in the window: module and function, imported only for that."""


class Told(session._Session):
    """A session that says when it is warm, and when its reception can be used."""

    def __init__(self, *told: Any) -> None:
        super().__init__(*told)
        self._window: QWidget | None = None
        self.then: Callable[[QWidget], object] | None = None
        name, _is, file = sys.argv[0].partition("=")
        if name in TASKS:
            self.then = task(name, Path(file))
        elif name == SWITCH:
            self.then = lambda _window: end_session()
        QTimer.singleShot(0, lambda: tell("warm"))

    def open(self, header: handover.Header, key: bytearray) -> None:
        """The key is here."""
        lane = _Counting()
        super().open(header, key)
        if self._window is not None:
            self._watch = _Watch(self._window, lane, self._usable)

    def _guard(self, window: QWidget, header: handover.Header) -> None:
        super()._guard(window, header)
        self._window = window

    def _usable(self) -> None:
        tell("usable")
        if self.then is not None and self._window is not None:
            self._hour = self.then(self._window)


def task(name: str, file: Path) -> Callable[[QWidget], object]:
    """What to do in the window once it can be used."""
    module, _in, function = TASKS[name].partition(":")
    do = getattr(import_module(f"{__package__}.{module}"), function)
    return lambda window: do(window, json.loads(file.read_text("utf-8")))


class _Counting:
    """Counts what the reading lane has yet to answer, and tells when that is nothing."""

    def __init__(self) -> None:
        self.asked = self.open = 0
        self.answered: Callable[[], None] = lambda: None
        self._run = Lane.run
        run = self._run

        def counted(lane: Lane, work: Any, *then: Any) -> None:
            done, failed, owner = then
            if getattr(lane.parent(), "read", None) is lane:
                self.asked += 1
                self.open += 1
                done, failed = self._closing(done), self._closing(failed)
            run(lane, work, done, failed, owner)

        setattr(Lane, "run", counted)  # noqa: B010 - mypy must not take it for the method

    def stop(self) -> None:
        """Count no more."""
        setattr(Lane, "run", self._run)  # noqa: B010

    def _closing(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        def closed(answer: Any) -> None:
            self.open -= 1
            then(answer)
            if not self.open:
                self.answered()

        return closed


class _Watch(QObject):
    """Calls back once, when all that the window asked for is answered and painted."""

    def __init__(self, window: QWidget, lane: _Counting, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._lane, self._then = window, lane, then
        lane.answered = lambda: QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if self._lane.open or not self._window.isVisible():
            return
        self._lane.stop()
        self._lane.answered = lambda: None
        self._window.repaint()
        self._then()


def tell(words: str) -> None:
    """One line for whoever started this."""
    os.write(1, words.encode() + b"\n")


def main() -> int:
    """Be the session process, as the words after the task say."""
    words = sys.argv.pop(1)
    if words.partition("=")[0] not in (LOG_IN, SWITCH, *TASKS):
        raise SystemExit(2)
    sys.argv[0] = words
    setattr(session, "_Session", Told)  # noqa: B010
    return program.main()


if __name__ == "__main__":
    sys.exit(main())
