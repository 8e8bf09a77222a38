"""What all pages of the set-up have in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kentro_app.gui.theme import XL, L, S
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.text import Quiet, Title


class SetUpPage(QWidget):
    """A title, a line of advice and a card. Subclasses fill `card.body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.advice = Title(wrap=True), Quiet(wrap=True)
        self.card = Card(margin=XL)
        self.card.body.setSpacing(L)
        self.card.body.removeItem(self.card.head)  # the title stands above the card
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(S)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self.title, self.advice):
            self.column.addWidget(widget)
        self.column.addSpacing(S)
        self.column.addWidget(self.card)

    def next_words(self) -> str:
        """What the primary button of this page says; empty where the page has its own."""
        return ""

    def take_focus(self) -> None:
        """Put the cursor where one begins."""

    def show_refusal(self, field: str, words: str) -> bool:
        """Say what is wrong beside a field; gives whether this page has it."""
        return not words

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""

    def set_words(self, title: str, advice: str) -> None:
        """The page's name and what it is for."""
        self.title.setText(title)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
