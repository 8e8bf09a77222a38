"""Words to an administrator: a recovery card nobody has confirmed, a backup nobody has tried."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent

from kentro_app.domain.changes import Topic
from kentro_app.gui.desk import Desk
from kentro_app.gui.widgets.notices import Banner
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import Actor, Work


@dataclass(frozen=True, slots=True)
class Due:
    """What is due: `words` gives those of the way there and of the reminder, in the present
    language; `topic` is the data whose change may have settled it."""

    words: Callable[[], tuple[str, str]]
    topic: Topic


class Reminder(Banner):
    """Looks into the store on the read lane; where something is due, says so with a way there.

    It goes as soon as it is done.
    """

    def __init__(
        self, desk: Desk, is_fine: Callable[[Work], bool], go: Callable[[], None], due: Due
    ) -> None:
        super().__init__()
        self._desk = desk
        self._is_fine = is_fine
        self._due = due
        self.action.clicked.connect(go)

    def begin(self, actor: Actor) -> None:
        """Look now, if it is this actor's business, and again after each change of its topic."""
        if may(actor, Permission.MANAGE_USERS):
            self._desk.data_changed.connect(self._on_change)
            self._look()

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.words():
            self._say()
        super().changeEvent(event)

    # the parts

    def _look(self) -> None:
        self._desk.ask(self._is_fine, self._answered, _let_be, owner=self)

    def _on_change(self, topics: frozenset[Topic]) -> None:
        if self._due.topic in topics and self.words():
            self._look()

    def _answered(self, fine: bool) -> None:
        if fine:
            self.show_words("")
        else:
            self._say()

    def _say(self) -> None:
        way, words = self._due.words()
        self.action.set_words(way)
        self.action.show()
        self.show_words(words, "wait")


class CardReminder(Reminder):
    """The set-up may have been killed between founding and card: then nobody has the code."""

    def __init__(self, desk: Desk, is_fine: Callable[[Work], bool], go: Callable[[], None]) -> None:
        super().__init__(desk, is_fine, go, Due(_card_words, Topic.USERS))


class DrillReminder(Reminder):
    """A backup that was never tried is a hope. Once a month somebody sees one come back."""

    def __init__(self, desk: Desk, is_fine: Callable[[Work], bool], go: Callable[[], None]) -> None:
        super().__init__(desk, is_fine, go, Due(_drill_words, Topic.BACKUPS))


def _card_words() -> tuple[str, str]:
    return _("Recovery card…"), _("Nobody has confirmed that the recovery card is on paper.")


def _drill_words() -> tuple[str, str]:
    words = _("No backup was tried for more than a month. It takes a minute and changes nothing.")
    return _("Restore drill…"), words


def _let_be(error: Exception) -> None:
    # The section of the card tells what is wrong with the store; a bug is raised again here.
    explain(error)
