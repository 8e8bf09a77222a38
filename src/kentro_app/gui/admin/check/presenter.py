"""Checking the data, without a window."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from kentro_app.gui.errand import Errand
from kentro_app.gui.ports import Prepares
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services.backups import Check


class CheckScreen(Protocol):
    """What the presenter can make the section do."""

    def show_busy(self, words: str) -> None: ...
    def show_checks(self, checks: Sequence[Check]) -> None: ...
    def show_trouble(self, words: str) -> None: ...


class CheckPresenter:
    """Looks at everything once, and changes nothing."""

    def __init__(
        self, screen: CheckScreen, verify: Callable[[], Sequence[Check]], lane: Prepares
    ) -> None:
        self._screen, self._verify, self._lane = screen, verify, lane
        self._errand = Errand(screen.show_busy, self._failed)

    def run(self) -> None:
        """Begin, unless it is going on already."""
        words = _("Every page of the data is being looked at…")
        launch = partial(self._lane.prepare, self._verify, owner=self._screen)
        self._errand.run(words, launch, self._screen.show_checks)

    def _failed(self, error: Exception) -> None:
        self._screen.show_trouble(explain(error))


def check_name(check: Check) -> str:
    """What was looked at, in plain words."""
    words = {
        "library": _("The encrypting library is one that can be trusted"),
        "store": _("The data opens with its key"),
        "pages": _("Every page is as it was written"),
        "structure": _("The file's structure is whole"),
        "references": _("Every record points to one that exists"),
        "schema": _("The tables are those of this version"),
        "keys": _("The key file belongs to the data"),
        "operations": _("Every change has its entry"),
        "records": _("Every record is what its changes made of it"),
        "search": _("The search knows everybody"),
        "clock": _("The order of the changes is unbroken"),
        "audit": _("The access log is unbroken"),
    }
    return words.get(check.name, check.name)
