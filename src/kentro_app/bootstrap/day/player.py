"""Plays the rounds of the day inside the real event loop, and keeps the record."""

import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.hands import StepFailed
from kentro_app.bootstrap.day.programme import Round, Step
from kentro_app.domain.errors import RuleViolation, Unavailable

_BROKEN, _STAYED = 90, 91
_GRACE_MS = 3_000
_EXPECTED = (StepFailed, RuleViolation, Unavailable, OSError)


@dataclass(frozen=True, slots=True)
class Played:
    """What became of a step; seconds by the clock on the wall."""

    name: str
    ok: bool
    seconds: float
    detail: str


class Player:
    """`tell` gets a line for a person after every step."""

    def __init__(self, drive: Drive, tell: Callable[[str], None]) -> None:
        self._drive, self._tell = drive, tell
        self._present, self._began = "", 0.0
        self.played: list[Played] = []

    @property
    def ok(self) -> bool:
        """Whether every step so far led where it should."""
        return all(step.ok for step in self.played)

    def record(self) -> list[dict[str, Any]]:
        """The steps as day.json has them."""
        return [asdict(step) for step in self.played]

    def play(self, rounds: Sequence[Round]) -> None:
        """Play them in turn until one fails."""
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self._caught(args.exc_type, args.exc_value, None)
        try:
            for present in rounds:
                if self.ok:
                    self._round(present)
        finally:
            sys.excepthook = sys.__excepthook__
            threading.excepthook = threading.__excepthook__
            self._drive.leave()

    def _round(self, present: Round) -> None:
        end = QTimer(interval=_GRACE_MS, singleShot=True)
        end.timeout.connect(partial(QCoreApplication.exit, _STAYED))
        QTimer.singleShot(0, lambda: self._steps(present.steps, end))
        code = QCoreApplication.exec()
        end.stop()
        if self.ok:
            self._attempt(Step("end_of_session", partial(_ended, code, present.ending)))

    def _steps(self, steps: Sequence[Step], end: QTimer) -> None:
        for step in steps:
            self._attempt(step)
            if not self.ok:
                QCoreApplication.exit(_BROKEN)
                return
        end.start()

    def _attempt(self, step: Step) -> None:
        self._present, self._began = step.name, time.monotonic()
        try:
            words, ok = step.act(self._drive), self.ok
        except _EXPECTED as error:
            words, ok = str(error) or type(error).__name__, False
            self._take_picture()
        if ok or self.ok:
            self._note(ok, words)

    def _take_picture(self) -> None:
        window = QApplication.activeWindow()
        if window is not None:
            with suppress(StepFailed):
                self._drive.camera.take(window, "failed")

    def _note(self, ok: bool, words: str) -> None:
        seconds = round(time.monotonic() - self._began, 3)
        self.played.append(Played(self._present, ok, seconds, words))
        self._tell(f"{'ok  ' if ok else 'FAIL'} {seconds:6.2f} s  {self._present}: {words}")

    def _caught(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        QCoreApplication.exit(_BROKEN)
        # Nothing personal can be in it: the day is only ever driven on a demo centre.
        sys.__excepthook__(kind, error or kind(), trace)
        self._note(False, f"a bug: {kind.__name__}: {error}")


def _ended(code: int, expected: int, drive: Drive) -> str:
    if code != expected:
        raise StepFailed(f"the session ended with {code}, not with {expected}")
    drive.leave()
    if (drive.directory / "kentro.db-wal").exists():
        raise StepFailed("the store was not closed")
    return "the store is closed, the key is wiped"
