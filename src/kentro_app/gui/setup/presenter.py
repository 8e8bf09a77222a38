"""The set-up, without a window: which page follows, what is made when, what is said about it."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from typing import Protocol, TypeVar

from kentro_app.domain.errors import Refusal
from kentro_app.domain.sites import Profile
from kentro_app.gui.errand import Errand
from kentro_app.gui.login.ports import Runs
from kentro_app.gui.setup.ports import Administrator, Card, SetUp
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain

T = TypeVar("T")


class Page(Enum):
    """The pages, in their order; the demo stands aside."""

    WELCOME = "welcome"
    CENTRE = "centre"
    ADMINISTRATOR = "administrator"
    CARD = "card"
    PROOF = "proof"
    BACKUPS = "backups"
    DONE = "done"
    DEMO = "demo"


_BACK = {
    Page.CENTRE: Page.WELCOME,
    Page.ADMINISTRATOR: Page.CENTRE,
    Page.PROOF: Page.CARD,
    Page.DEMO: Page.WELCOME,
}


class SetUpScreen(Protocol):
    """What the presenter can make the window do."""

    def show_page(self, page: Page) -> None: ...
    def show_profiles(self, profiles: Sequence[Profile]) -> None: ...
    def show_refusal(self, field: str, words: str) -> None: ...
    def show_busy(self, words: str) -> None: ...
    def show_card(self, card: Card) -> None: ...
    def show_proven(self) -> None: ...
    def finish(self) -> None: ...


class SetUpPresenter:
    """Nothing is written before `found`; from then on there is no way back, only forward."""

    def __init__(self, screen: SetUpScreen, setup: SetUp, run: Runs) -> None:
        self._screen, self._setup, self._run = screen, setup, run
        self._page = Page.WELCOME
        self._asked = 0
        self._errand = Errand(screen.show_busy, self._refused)
        self._proven = False

    @property
    def page(self) -> Page:
        """Where one is."""
        return self._page

    def can_go_back(self) -> bool:
        """Whether the page before this one can still be changed."""
        return self._page in _BACK and not self._errand.busy and not self._proven

    def back(self) -> None:
        """One page back."""
        if self.can_go_back():
            self._go(_BACK[self._page])

    def new_centre(self) -> None:
        """The first choice: look at the folder, then at the centres there are."""

        def found(profiles: Sequence[Profile]) -> None:
            self._screen.show_profiles(profiles)
            self._go(Page.CENTRE)

        self._do(_("Looking at the data folder…"), self._setup.profiles, found)

    def centre_confirmed(self) -> None:
        """The centre is this one."""
        self._go(Page.ADMINISTRATOR)

    def found(self, profile: str, administrator: Administrator) -> None:
        """Make the centre."""
        if not administrator.display_name.strip():
            self._screen.show_refusal("display_name", _("Type your name, as colleagues know you."))
            return
        if not administrator.name.strip():
            self._screen.show_refusal("name", _("Type the name you will log in with."))
            return

        def made(card: Card) -> None:
            self._asked = card.asked
            self._screen.show_card(card)
            self._go(Page.CARD)

        words = _("The encrypted data is being made. This takes some seconds…")
        self._do(words, partial(self._setup.found, profile, administrator), made)

    def card_in_hand(self) -> None:
        """The card is on paper, or so they say."""
        self._go(Page.PROOF)

    def forward(self, typed: str = "") -> None:
        """On the pages after the card: prove it, then go on; at the end, begin."""
        if self._page is Page.PROOF and not self._proven:
            self._prove(typed)
        elif self._page is Page.PROOF:
            self._go(Page.BACKUPS)
        elif self._page is Page.DONE:
            self._screen.finish()

    def keep_copies(self, folder: str) -> None:
        """Where a second copy of each backup goes; empty for nowhere."""
        saving = partial(self._setup.copy_backups_to, folder)
        self._do(_("Trying the folder…"), saving, lambda _none: self._go(Page.DONE))

    def _prove(self, typed: str) -> None:
        def prove() -> bool:
            right = self._setup.is_group(self._asked, typed)
            if right:
                self._setup.prove()
            return right

        def answered(right: bool) -> None:
            if right:
                self._proven = True
                self._screen.show_proven()
            else:
                self._screen.show_refusal("group", wrong_group_words())

        self._do(_("The card is being tried on the data…"), prove, answered)

    def _do(self, words: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def launch(settled: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
            self._run(work, settled, failed, self._screen)

        if not self._errand.busy:
            self._screen.show_refusal("", "")
        self._errand.run(words, launch, done)

    def _refused(self, error: Exception) -> None:
        field = error.field if isinstance(error, Refusal) else None
        self._screen.show_refusal(field or "", explain(error))

    def _go(self, page: Page) -> None:
        self._page = page
        self._screen.show_page(page)


def wrong_group_words() -> str:
    """What is said of a group that is not the one asked for."""
    return _(
        "This is not what the card says there. "
        "Please compare it with the paper, letter by letter, and try again."
    )
