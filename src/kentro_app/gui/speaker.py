"""Where a screen says what happened: in passing at the foot, or lastingly above everything."""

from collections.abc import Callable

from kentro_app.gui.widgets.notices import Banner, Toast
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain

Undo = Callable[[], None]


class Speaker:
    """One per window. `trouble` passes a bug on to the crash net by raising it again."""

    def __init__(self, toast: Toast, banner: Banner) -> None:
        self._toast = toast
        self._banner = banner
        self._again: Callable[[], None] | None = None
        banner.action.clicked.connect(self._try_again)

    def say(self, words: str, undo: Undo | None = None) -> None:
        """Say something in passing, with a way back if there is one."""
        self._toast.show_words(words, _("Undo"), undo)

    def trouble(self, error: Exception, again: Callable[[], None]) -> None:
        """Say what is not possible right now, and offer to try again."""
        words = explain(error)
        self._again = again
        self._banner.action.set_words(_("Try again"))
        self._banner.action.show()
        self._banner.show_words(words, "stop")

    def all_well(self) -> None:
        """The trouble is over."""
        self._again = None
        if self._banner.words():
            self._banner.show_words("")

    def _try_again(self) -> None:
        again = self._again
        self.all_well()
        if again is not None:
            again()
