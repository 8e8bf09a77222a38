"""The first page: a real centre, or one to try things on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kentro_app.gui.setup.page import SetUpPage
from kentro_app.gui.theme import XL, M, S
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.text import Label
from kentro_app.i18n import _


class WelcomePage(SetUpPage):
    """Two cards, one button each."""

    new_chosen = Signal()
    demo_chosen = Signal()

    def __init__(self, *, demo_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.demo_card = Card(" ", margin=XL)
        self.new_words, self.demo_words = Label(wrap=True), Label(wrap=True)
        self.new = PrimaryButton()
        self.demo: Button = PrimaryButton() if demo_only else Button()
        self.card.body.insertLayout(0, self.card.head)
        for card, words, button in (
            (self.card, self.new_words, self.new),
            (self.demo_card, self.demo_words, self.demo),
        ):
            card.body.setSpacing(M)
            card.body.addWidget(words)
            card.body.addSpacing(S)
            card.body.addWidget(button)
        self.column.addSpacing(S)
        self.column.addWidget(self.demo_card)
        self.card.setVisible(not demo_only)
        self.new.clicked.connect(self.new_chosen)
        self.demo.clicked.connect(self.demo_chosen)

    def take_focus(self) -> None:
        (self.demo if self.card.isHidden() else self.new).setFocus()

    def retranslate(self) -> None:
        self.set_words(
            _("Welcome"), _("There is no centre on this computer yet. What would you like to do?")
        )
        self.card.set_heading(_("New centre"))
        self.new_words.setText(
            _(
                "For the real work. It takes about five minutes: you confirm the centre's details, "
                "choose your password and print the recovery card. Have a printer at hand."
            )
        )
        self.new.set_words(_("Set up a new centre"))
        self.demo_card.set_heading(_("Try it with the demo centre"))
        self.demo_words.setText(
            _(
                "For learning and for showing. Every person in it is invented, it lies in a folder "
                "of its own and never mixes with real data."
            )
        )
        self.demo.set_words(_("Open the demo centre"))
