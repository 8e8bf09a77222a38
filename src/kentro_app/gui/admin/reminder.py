"""A word to an administrator whose recovery card nobody has confirmed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent

from kentro_app.domain.changes import Topic
from kentro_app.gui.desk import Desk
from kentro_app.gui.widgets.notices import Banner
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import Actor, Work


class CardReminder(Banner):
    """Looks into the access log on the read lane; if no card was proven, says so with a way there.

    The set-up may have been killed between the founding and the card: then nobody has the code.
    It goes as soon as a card is proven.
    """

    def __init__(
        self, desk: Desk, is_confirmed: Callable[[Work], bool], go: Callable[[], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._is_confirmed = is_confirmed
        self.action.clicked.connect(go)

    def begin(self, actor: Actor) -> None:
        """Look now, if it is this actor's business, and again after each change of accounts."""
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
        self._desk.ask(self._is_confirmed, self._answered, _let_be, owner=self)

    def _on_change(self, topics: frozenset[Topic]) -> None:
        if Topic.USERS in topics and self.words():
            self._look()

    def _answered(self, confirmed: bool) -> None:
        if confirmed:
            self.show_words("")
        else:
            self._say()

    def _say(self) -> None:
        self.action.set_words(_("Recovery card…"))
        self.action.show()
        self.show_words(_("Nobody has confirmed that the recovery card is on paper."), "wait")


def _let_be(error: Exception) -> None:
    # The section of the card tells what is wrong with the store; a bug is raised again here.
    explain(error)
