"""The set-up window: steps at the left, a page at the right, the way on at the foot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kentro_app.domain.sites import Profile
from kentro_app.gui.bar import Bar
from kentro_app.gui.login.ports import Runs
from kentro_app.gui.setup.administrator_page import AdministratorPage
from kentro_app.gui.setup.card_page import CardPage, ProofPage
from kentro_app.gui.setup.centre_page import CentrePage
from kentro_app.gui.setup.demo.view import DemoPage
from kentro_app.gui.setup.last_pages import BackupsPage, DonePage
from kentro_app.gui.setup.page import SetUpPage
from kentro_app.gui.setup.ports import Card, SetUp
from kentro_app.gui.setup.presenter import Page, SetUpPresenter
from kentro_app.gui.setup.steps import StepsPanel
from kentro_app.gui.setup.welcome import WelcomePage
from kentro_app.gui.style import look
from kentro_app.gui.theme import XL, S
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.notices import Banner
from kentro_app.gui.widgets.text import Quiet
from kentro_app.i18n import _

_WIDEST, _HIGHEST = 880, 820


@dataclass(frozen=True, slots=True)
class Endings:
    """What to do when it is over: log in to the new centre, or open the demo centre."""

    founded: Callable[[], None]
    demo: Callable[[], None]


class SetUpWindow(QWidget):
    """Fits `setup.presenter.SetUpScreen`."""

    language_chosen = Signal(str)

    def __init__(
        self, setup: SetUp, run: Runs, endings: Endings, *, demo_only: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self._endings = endings
        self._presenter = SetUpPresenter(self, setup, run)
        self.side = StepsPanel()
        self.welcome = WelcomePage(demo_only=demo_only)
        self.centre, self.administrator = CentrePage(), AdministratorPage(setup, run)
        self.card, self.proof = CardPage(setup, run), ProofPage()
        self.backups, self.done = BackupsPage(setup.backup_folder()), DonePage()
        self.demo = DemoPage(setup.make_demo, run)
        self.pages: dict[Page, SetUpPage] = {
            Page.WELCOME: self.welcome,
            Page.CENTRE: self.centre,
            Page.ADMINISTRATOR: self.administrator,
            Page.CARD: self.card,
            Page.PROOF: self.proof,
            Page.BACKUPS: self.backups,
            Page.DONE: self.done,
            Page.DEMO: self.demo,
        }
        self.stack = QStackedWidget()
        self.banner, self.progress = Banner(), QProgressBar(maximum=0)
        self.busy_words = Quiet(wrap=True)
        self.back, self.next = Button(icon="back"), PrimaryButton()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_page(Page.WELCOME)
        self.resize(1100, 720)

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        self.setWindowTitle(_("Kentro – first start"))
        self.side.retranslate()
        for page in self.pages.values():
            page.retranslate()
        self.back.set_words(_("Back"))
        self._name_next()

    # what the presenter asks for

    def show_page(self, page: Page) -> None:
        self.side.show_page(page)
        self.stack.setCurrentIndex(list(self.pages).index(page))
        self.banner.show_words("")
        self._name_next()
        if page is Page.PROOF:
            self.card.paper.page.hide()
        elif page is Page.CARD:
            self.card.paper.page.show()
        elif page is Page.BACKUPS:
            self.card.paper.show_card(None)
        QTimer.singleShot(0, self.pages[page].take_focus)

    def show_profiles(self, profiles: Sequence[Profile]) -> None:
        self.centre.show_profiles(profiles)

    def show_refusal(self, field: str, words: str) -> None:
        shown = self.pages[self._presenter.page].show_refusal(field, words)
        self.banner.show_words("" if shown else words, "stop")

    def show_busy(self, words: str) -> None:
        self.busy_words.setText(words)
        self.progress.setAccessibleName(words)
        self.busy_words.setVisible(bool(words))
        self.progress.setVisible(bool(words))
        for widget in (self.stack, self.next, self.back):
            widget.setEnabled(not words)
        if words == "":
            self._name_next()

    def show_card(self, card: Card) -> None:
        self.administrator.password.forget()
        self.card.paper.show_card(card)
        self.proof.ask(card)

    def show_proven(self) -> None:
        self.proof.show_proven()
        self._name_next()
        self.next.setFocus()

    def finish(self) -> None:
        self._endings.founded()

    # its parts

    def _lay_out(self) -> None:
        for page in self.pages.values():
            self.stack.addWidget(_scrolled(page))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.side)
        middle = QWidget()
        middle.setMaximumHeight(look().theme.px(_HIGHEST))
        middle.setMaximumWidth(round(_WIDEST * (1 + (look().theme.scale - 1) * 0.6)))
        column = QVBoxLayout(middle)
        column.setContentsMargins(XL, XL + S, XL, XL)
        column.setSpacing(S)
        column.addWidget(self.stack, 1)
        for widget in (self.banner, self.busy_words, self.progress):
            column.addWidget(widget)
        self.foot = Bar([self.back], [self.next])
        column.addSpacing(S)
        column.addWidget(self.foot)
        right = QHBoxLayout()
        right.addStretch(1)
        right.addWidget(middle, 1000)
        right.addStretch(1)
        across.addLayout(right, 1)
        self.progress.setTextVisible(False)
        self.show_busy("")

    def _connect(self) -> None:
        ask = self._presenter
        self.side.language_chosen.connect(self.language_chosen)
        self.welcome.new_chosen.connect(ask.new_centre)
        self.welcome.demo_chosen.connect(self._make_demo)
        self.back.clicked.connect(ask.back)
        self.next.clicked.connect(self._go_on)
        self.administrator.submitted.connect(self._go_on)
        self.proof.submitted.connect(self._go_on)
        self.demo.ready.connect(self._endings.demo)
        self.demo.given_up.connect(lambda: self.show_page(Page.WELCOME))

    def _go_on(self) -> None:
        match self._presenter.page:
            case Page.CENTRE:
                self._presenter.centre_confirmed()
            case Page.ADMINISTRATOR:
                administrator = self.administrator.read()
                if administrator is not None:
                    self._presenter.found(self.centre.chosen(), administrator)
            case Page.CARD:
                self._presenter.card_in_hand()
            case Page.BACKUPS:
                self._presenter.keep_copies(self.backups.folder())
            case _:
                self._presenter.forward(self.proof.proof.typed())

    def _make_demo(self) -> None:
        self.show_page(Page.DEMO)
        self.demo.start()

    def _name_next(self) -> None:
        shown = list(self.pages)[max(self.stack.currentIndex(), 0)]
        words = self.pages[shown].next_words()
        self.next.set_words(words)
        self.next.setVisible(bool(words))
        self.back.setVisible(self._presenter.can_go_back())

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pages[self._presenter.page].take_focus()


def _scrolled(page: SetUpPage) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
