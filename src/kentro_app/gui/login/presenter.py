"""Logging in, without a window: what happens when, and what is said about it."""

import math
import time
from collections.abc import Callable
from typing import Protocol

from kentro_app.domain.errors import Refusal
from kentro_app.gui.login.ports import Accepted, Door, Runs
from kentro_app.gui.messages import wait_words
from kentro_app.i18n import _


class LogInScreen(Protocol):
    """What the presenter can make the window do."""

    def set_busy(self, busy: bool) -> None: ...
    def show_names(self, names: list[str]) -> None: ...
    def show_wrong(self, words: str) -> None: ...
    def show_unavailable(self, words: str) -> None: ...
    def show_wait(self, words: str) -> None: ...
    def accept(self, accepted: Accepted) -> None: ...


class LogInPresenter:
    """Knows the door, the waiting time and the words."""

    def __init__(
        self,
        screen: LogInScreen,
        door: Door,
        run: Runs,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._screen = screen
        self._door = door
        self._run = run
        self._monotonic = monotonic
        self._busy = False
        self._until = 0.0

    def load_names(self) -> None:
        """Fetch who may log in; called once the window is on the screen."""
        self._run(
            self._door.names,
            lambda names: self._screen.show_names(list(names)),
            self._unavailable,
            self._screen,
        )

    def log_in(self, name: str, password: str) -> None:
        """Try. The password goes to the door and is kept nowhere."""
        if self._busy or self.waiting():
            return
        if not name.strip() or not password:
            self._screen.show_wrong(_("Type your user name and your password."))
            return
        self._busy = True
        self._screen.set_busy(True)
        self._run(
            lambda: self._door.unlock(name, password),
            self._accepted,
            self._refused,
            self._screen,
        )

    def waiting(self) -> bool:
        """Whether the door must not be tried yet."""
        return self._seconds_left() > 0

    def tick(self) -> None:
        """A second has passed: renew the countdown, or end it."""
        left = self._seconds_left()
        self._screen.show_wait(_countdown(left) if left else "")

    def _seconds_left(self) -> int:
        return max(0, math.ceil(self._until - self._monotonic()))

    def _accepted(self, accepted: Accepted) -> None:
        self._screen.accept(accepted)

    def _refused(self, error: Exception) -> None:
        self._busy = False
        self._screen.set_busy(False)
        code = error.code if isinstance(error, Refusal) else ""
        if isinstance(error, Refusal) and code == "too_soon":
            self._until = self._monotonic() + int(error.facts.get("seconds", 1))
            self.tick()
        elif code == "wrong_password":
            self._screen.show_wrong(_("The user name or the password is not right."))
        else:
            self._screen.show_unavailable(_explain(error))

    def _unavailable(self, error: Exception) -> None:
        self._screen.show_unavailable(_explain(error))


def _countdown(seconds: int) -> str:
    words = _("Too many attempts. Please wait {time}.")
    return words.format(time=wait_words(seconds))


def _explain(error: Exception) -> str:
    from kentro_app.i18n.messages import explain  # noqa: PLC0415 - babel is not for the first paint

    return explain(error)
