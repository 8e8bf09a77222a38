"""The recovery card: onto paper, and then the proof that it is there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kentro_app.gui.login.ports import Runs
from kentro_app.gui.setup.group_map import GroupMap
from kentro_app.gui.setup.page import SetUpPage
from kentro_app.gui.setup.paper import CardPaper
from kentro_app.gui.setup.ports import Card, Papers
from kentro_app.gui.style import look
from kentro_app.gui.theme import M
from kentro_app.gui.widgets.chip import Chip
from kentro_app.gui.widgets.field import FieldWithError
from kentro_app.gui.widgets.notices import announce
from kentro_app.gui.widgets.text import Label
from kentro_app.i18n import _

_FIELD_WIDTH = 220
_LONGEST_GROUP = 12


class CardPage(SetUpPage):
    """Preview, printing, saving."""

    def __init__(self, papers: Papers, run: Runs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = CardPaper(papers, run)
        self.card.body.addWidget(self.paper, 1)
        for widget in (self, self.card):
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.column.setStretchFactor(self.card, 1)

    def next_words(self) -> str:
        return _("I have the card on paper")

    def take_focus(self) -> None:
        self.paper.print_button.setFocus()

    def retranslate(self) -> None:
        self.set_words(
            _("The recovery card"),
            _("The only way back in when a password is forgotten or this computer is lost."),
        )
        self.paper.retranslate()


class GroupProof(QWidget):
    """Which group is asked for, the field for it, and what came of it."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked, self._groups = 1, 14
        self.question = Label(wrap=True)
        self.edit = QLineEdit(maxLength=_LONGEST_GROUP)
        self.field = FieldWithError("", self.edit)
        self.edit.setMaximumWidth(look().theme.px(_FIELD_WIDTH))
        self.places = GroupMap()
        self.chip, self.proven = Chip(), Label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for widget in (self.question, self.places, self.field, self.proven):
            column.addWidget(widget)
        column.insertWidget(3, self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.edit)
        self.edit.returnPressed.connect(self.submitted)
        self.ask(1, 14)

    def ask(self, number: int, groups: int) -> None:
        """Ask for a group; nothing is proven yet."""
        self._asked, self._groups = number, groups
        self.edit.clear()
        self.edit.setReadOnly(False)
        self.field.clear_error()
        self.field.show()
        self.chip.show_state("", "plain")
        self.proven.hide()
        self.retranslate()

    def typed(self) -> str:
        """What is in the field."""
        return self.edit.text()

    def show_proven(self) -> None:
        """The card opens the data."""
        self.field.clear_error()
        self.edit.setReadOnly(True)
        self.chip.show_state(_("proven"), "good")
        self.proven.show()
        announce(self.proven)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        words = _("Take the card in your hand and type its group number {number}.")
        self.question.setText(words.format(number=self._asked))
        self.field.set_words(_("Group {number} of the code").format(number=self._asked))
        self.proven.setText(
            _("The whole code on this card was tried just now: it opens the centre's data.")
        )
        if not self.chip.isHidden():
            self.chip.show_state(_("proven"), "good")
        self.places.show_groups(self._asked, self._groups)
        self.places.setAccessibleName(self.question.text())


class ProofPage(SetUpPage):
    """The card is hidden now; one of its groups must be read off the paper."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proof = GroupProof()
        self._proven = False
        self.card.body.addWidget(self.proof)
        self.proof.submitted.connect(self.submitted)

    def ask(self, card: Card) -> None:
        """Ask for a group of this card."""
        self._proven = False
        self.proof.ask(card.asked, card.groups)

    def show_proven(self) -> None:
        """The card opens the data."""
        self._proven = True
        self.proof.show_proven()

    def next_words(self) -> str:
        return _("Continue") if self._proven else _("Check the card")

    def take_focus(self) -> None:
        self.proof.setFocus()

    def show_refusal(self, field: str, words: str) -> bool:
        self.proof.field.show_error(words if field == "group" else "")
        if field == "group" and words:
            self.proof.edit.selectAll()
            self.proof.setFocus()
        return not words or field == "group"

    def retranslate(self) -> None:
        self.set_words(
            _("Is the card really there?"),
            _("Cards that were never printed are noticed on the day one needs them."),
        )
        self.proof.retranslate()
