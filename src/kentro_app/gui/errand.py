"""One thing at a time for a presenter: say it is going on, run it elsewhere, rest, then tell."""

from collections.abc import Callable
from typing import Any

# Starts something and sees to it that one of the two is called on the GUI thread.
Launch = Callable[[Callable[[Any], None], Callable[[Exception], None]], None]


class Errand:
    """While one is under way, further ones are not begun."""

    def __init__(
        self, show_busy: Callable[[str], None], failed: Callable[[Exception], None]
    ) -> None:
        self._show_busy, self._tell = show_busy, failed
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._busy

    def run(self, words: str, launch: Launch, done: Callable[[Any], None]) -> bool:
        """Begin, unless something is going on; gives whether it did. `done` gets the answer."""
        if self._busy:
            return False

        def settled(answer: Any) -> None:
            self._rest()
            done(answer)

        self._busy = True
        self._show_busy(words)
        launch(settled, self.failed)
        return True

    def failed(self, error: Exception) -> None:
        """Rest and tell."""
        self._rest()
        self._tell(error)

    def _rest(self) -> None:
        self._busy = False
        self._show_busy("")
