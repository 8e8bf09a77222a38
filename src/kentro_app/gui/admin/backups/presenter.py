"""Backups, without a window: making, trying and keeping them elsewhere."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from kentro_app.gui.admin.ports import Backups, KeptBackup
from kentro_app.gui.errand import Errand
from kentro_app.gui.ports import Prepares
from kentro_app.i18n import _, ngettext
from kentro_app.i18n.dates import file_size, moment_short
from kentro_app.i18n.messages import explain
from kentro_app.services.backups import Check

T = TypeVar("T")


class BackupsScreen(Protocol):
    """What the presenter can make the section do."""

    def show_kept(self, kept: Sequence[KeptBackup], second: str) -> None: ...
    def show_busy(self, words: str) -> None: ...
    def show_good(self, words: str) -> None: ...
    def show_bad(self, words: str) -> None: ...


class BackupsPresenter:
    """One thing at a time; `changed` is told when there is a new backup."""

    def __init__(
        self,
        screen: BackupsScreen,
        backups: Backups,
        lane: Prepares,
        changed: Callable[[], None],
    ) -> None:
        self._screen, self._backups, self._lane, self._changed = screen, backups, lane, changed
        self._errand = Errand(screen.show_busy, self._failed)

    def load(self) -> None:
        """Look at the folder."""
        self._lane.prepare(
            lambda: (tuple(self._backups.kept()), self._backups.second_folder()),
            lambda found: self._screen.show_kept(*found),
            self._failed,
            owner=self._screen,
        )

    def make(self, to: str = "") -> None:
        """A new backup, into the own folder or another."""

        def made(kept: KeptBackup) -> None:
            words = _("The backup of {moment} was made and checked ({size}).")
            self._screen.show_good(
                words.format(moment=moment_short(kept.at), size=file_size(kept.size))
            )
            self._changed()
            self.load()

        making = partial(self._backups.make, Path(to) if to else None)
        self._do(_("The backup is being made; you can go on working."), making, made)

    def drill(self, kept: KeptBackup) -> None:
        """Would this one bring everything back?"""

        def drilled(checks: Sequence[Check]) -> None:
            wrong = [check.detail for check in checks if not check.ok]
            if wrong:
                words = _("The backup of {moment} is not usable: {reason}")
                self._screen.show_bad(
                    words.format(moment=moment_short(kept.at), reason=" ".join(wrong))
                )
                return
            words = ngettext(
                "The backup of {moment} would bring everything back: {n} check passed.",
                "The backup of {moment} would bring everything back: {n} checks passed.",
                len(checks),
            )
            self._screen.show_good(words.format(moment=moment_short(kept.at), n=len(checks)))
            self._changed()

        words = _("The backup is being brought back for a moment and looked at…")
        self._do(words, partial(self._backups.drill, kept.path), drilled)

    def keep_second(self, folder: str) -> None:
        """Where copies go from now on."""

        def kept(_none: object) -> None:
            self._screen.show_good(_second_words(folder))
            self.load()

        self._do(_("Trying the folder…"), partial(self._backups.keep_second, folder), kept)

    def _do(self, words: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if not self._errand.busy:
            self._screen.show_good("")
        self._errand.run(words, partial(self._lane.prepare, work, owner=self._screen), done)

    def _failed(self, error: Exception) -> None:
        self._screen.show_bad(explain(error))


def _second_words(folder: str) -> str:
    if not folder:
        return _("Backups are kept on this computer only.")
    return _("From now on a copy of each backup goes to {folder}.").format(folder=folder)
