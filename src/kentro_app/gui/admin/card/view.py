"""The section of the recovery card: how it stands, and the way to a new one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kentro_app.gui.admin.card.presenter import CardPresenter
from kentro_app.gui.admin.ports import NewCards
from kentro_app.gui.admin.section import AdminSection, scrolled
from kentro_app.gui.bar import Bar
from kentro_app.gui.login.ports import Runs
from kentro_app.gui.ports import DeskDoor
from kentro_app.gui.setup.card_page import GroupProof
from kentro_app.gui.setup.paper import CardPaper
from kentro_app.gui.setup.ports import Card
from kentro_app.gui.theme import L, M
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.chip import Chip
from kentro_app.gui.widgets.text import Label
from kentro_app.i18n import _

_STATE, _PAPER, _PROOF = range(3)


class CardSection(AdminSection):
    """Fits `card.presenter.CardScreen`."""

    def __init__(
        self, cards: NewCards, desk: DeskDoor, run: Runs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.presenter = CardPresenter(self, cards, desk)
        self._confirmed: bool | None = None
        self.chip, self.state = Chip(), Label(wrap=True)
        self.why = Label(wrap=True)
        self.new = PrimaryButton()
        self.paper, self.proof = CardPaper(cards, run), GroupProof()
        self.in_hand, self.check = PrimaryButton(), PrimaryButton()
        self.give_up, self.look_again = Button(), Button(icon="back")
        self.stages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def name(self) -> str:
        return _("Recovery card")

    def start(self) -> None:
        if self.stages.currentIndex() == _STATE:
            self.presenter.load()

    def retranslate(self) -> None:
        self.card.set_heading(_("Recovery card"))
        self.advice.setText(
            _("The only way back in when a password is forgotten or this computer is lost.")
        )
        self.why.setText(
            _(
                "Make a new card when an envelope was opened, when the card is lost, or when "
                "somebody who could have copied it leaves. The present card works until the new "
                "one is proven; older backups still open with the card of their time."
            )
        )
        self.new.set_words(_("New recovery card"))
        self.in_hand.set_words(_("I have the card on paper"))
        self.check.set_words(_("Check the card"))
        self.give_up.set_words(_("Keep the present card"))
        self.look_again.set_words(_("Back"))
        self.paper.retranslate()
        self.proof.retranslate()
        self._draw_state()

    # what the presenter asks for

    def show_state(self, confirmed: bool) -> None:
        self._confirmed = confirmed
        self._draw_state()

    def show_busy(self, words: str) -> None:
        super().show_busy(words)
        self.stages.setEnabled(not words)

    def show_card(self, card: Card) -> None:
        self.say("")
        self.paper.show_card(card)
        self.proof.ask(card.asked, card.groups)
        self.stages.setCurrentIndex(_PAPER)
        self.paper.print_button.setFocus()

    def show_proven(self) -> None:
        self._forget()
        self.say(
            _("The new card was tried: it opens the data. The old one opens nothing any more."),
            "good",
        )

    def show_refusal(self, field: str, words: str) -> None:
        if field == "group":
            self.proof.field.show_error(words)
            self.proof.setFocus()
        else:
            self.say(words, "stop")

    # its parts

    def _lay_out(self) -> None:
        state = _stage(self.state, self.why)
        state.insertWidget(0, self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        state.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        state.addStretch(1)
        paper = _stage()
        paper.addWidget(self.paper, 1)
        paper.addWidget(Bar([self.give_up], [self.in_hand]))
        proof = _stage(self.proof)
        proof.addWidget(Bar([self.look_again], [self.check]))
        proof.addStretch(1)
        for column in (state, paper, proof):
            holder = QWidget()
            holder.setLayout(column)
            self.stages.addWidget(scrolled(holder))
        self.card.body.addWidget(self.stages, 1)

    def _connect(self) -> None:
        self.new.clicked.connect(self.presenter.begin)
        self.in_hand.clicked.connect(self._ask)
        self.look_again.clicked.connect(lambda: self.stages.setCurrentIndex(_PAPER))
        self.give_up.clicked.connect(self._forget)
        self.check.clicked.connect(self._prove)
        self.proof.submitted.connect(self._prove)

    def _ask(self) -> None:
        self.stages.setCurrentIndex(_PROOF)
        self.proof.setFocus()

    def _prove(self) -> None:
        self.presenter.prove(self.proof.typed())

    def _forget(self) -> None:
        self.paper.show_card(None)
        self.stages.setCurrentIndex(_STATE)

    def _draw_state(self) -> None:
        if self._confirmed is None:
            self.chip.show_state("", "plain")
            self.state.setText("")
        elif self._confirmed:
            self.chip.show_state(_("proven"), "good")
            self.state.setText(_("There is a card that was tried and opens the centre's data."))
        else:
            self.chip.show_state(_("not confirmed"), "wait")
            self.state.setText(
                _(
                    "Nobody has confirmed that the recovery card is on paper. "
                    "Please make a new one today."
                )
            )


def _stage(*inside: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, M, 0, 0)
    column.setSpacing(L)
    for widget in inside:
        column.addWidget(widget)
    return column
