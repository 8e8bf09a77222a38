"""A new recovery card, without a window: the old one counts until the new one is proven."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

from kentro_app.gui.admin.ports import NewCards
from kentro_app.gui.errand import Errand
from kentro_app.gui.ports import DeskDoor
from kentro_app.gui.setup.ports import Card
from kentro_app.gui.setup.presenter import wrong_group_words
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain

T = TypeVar("T")


class CardScreen(Protocol):
    """What the presenter can make the section do."""

    def show_state(self, confirmed: bool) -> None: ...
    def show_busy(self, words: str) -> None: ...
    def show_card(self, card: Card) -> None: ...
    def show_proven(self) -> None: ...
    def show_refusal(self, field: str, words: str) -> None: ...


class CardPresenter:
    """`begin`, then `prove` what was read off the paper."""

    def __init__(self, screen: CardScreen, cards: NewCards, desk: DeskDoor) -> None:
        self._screen, self._cards, self._desk = screen, cards, desk
        self._asked = 0
        self._errand = Errand(screen.show_busy, self._failed)

    def load(self) -> None:
        """Whether there is a card that was tried."""
        self._desk.ask(
            self._cards.is_confirmed, self._screen.show_state, self._failed, owner=self._screen
        )

    def begin(self) -> None:
        """Draw a new code; nothing is written yet."""

        def made(card: Card) -> None:
            self._asked = card.asked
            self._screen.show_card(card)

        self._do(_("The card is being drawn…"), self._cards.make, made)

    def prove(self, typed: str) -> None:
        """From here on the new card counts, and the old one no longer."""

        def prove() -> bool:
            right = self._cards.is_group(self._asked, typed)
            if right:
                self._cards.prove()
            return right

        def answered(right: bool) -> None:
            if right:
                self._screen.show_proven()
                self.load()
            else:
                self._screen.show_refusal("group", wrong_group_words())

        self._do(_("The card is being tried on the data…"), prove, answered)

    def _do(self, words: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._errand.run(words, partial(self._desk.prepare, work, owner=self._screen), done)

    def _failed(self, error: Exception) -> None:
        self._screen.show_refusal("", explain(error))
