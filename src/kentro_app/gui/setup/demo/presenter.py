"""Making the demo centre, without a window: how far it is, and how to stop it."""

from collections.abc import Callable
from threading import Event
from typing import Protocol

from kentro_app.gui.login.ports import Runs
from kentro_app.i18n import _
from kentro_app.i18n.dates import number
from kentro_app.i18n.messages import explain

MakeDemo = Callable[[Callable[[int, int], None]], None]


class Stopped(Exception):
    """Somebody does not want it any more; never leaves this folder."""


class DemoScreen(Protocol):
    """What the presenter can make the page do. `report` may be called from any thread."""

    def report(self, done: int, whole: int) -> None: ...
    def show_progress(self, done: int, whole: int, words: str) -> None: ...
    def show_refusal(self, field: str, words: str) -> bool: ...
    def stopped(self) -> None: ...
    def made(self) -> None: ...


class DemoPresenter:
    """Makes it once; `stop` is heard at the next report of progress."""

    def __init__(self, screen: DemoScreen, make: MakeDemo, run: Runs) -> None:
        self._screen, self._make, self._run = screen, make, run
        self._stop = Event()
        self._busy = False

    def start(self) -> None:
        """Begin, unless it is being made already."""
        if self._busy:
            return
        self._busy = True
        self._stop.clear()
        self.show_progress(0, 0)
        self._run(lambda: self._make(self._report), self._made, self._failed, self._screen)

    def stop(self) -> None:
        """Give up; what was made so far goes."""
        self._stop.set()

    def show_progress(self, done: int, whole: int) -> None:
        """How far it is, in words and numbers."""
        words = _("The demo centre is being made…")
        if whole:
            text = _("{done} of {whole} records written")
            words = text.format(done=number(done), whole=number(whole))
        self._screen.show_progress(done, whole, words)

    def _report(self, done: int, whole: int) -> None:
        if self._stop.is_set():
            raise Stopped
        self._screen.report(done, whole)

    def _made(self, _none: object) -> None:
        self._busy = False
        self._screen.made()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, Stopped):
            self._screen.stopped()
        else:
            self._screen.show_refusal("", explain(error))
