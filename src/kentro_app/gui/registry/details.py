"""What is known of somebody, line by line, with a button that copies where another program asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.people import Confidentiality, ContactKind, PersonFile
from kentro_app.domain.phones import digits
from kentro_app.domain.phones import display as display_phone
from kentro_app.gui.registry.words import address_words, identifier_word, number_words
from kentro_app.gui.theme import M, S
from kentro_app.gui.widgets.buttons import LinkButton
from kentro_app.gui.widgets.text import Label, Quiet
from kentro_app.gui.words import joined
from kentro_app.i18n import _

_COPIED = (IdentifierKind.AMKA, IdentifierKind.AFM)


@dataclass(frozen=True, slots=True)
class Detail:
    """A line: its name, what it says, and what to copy of it (nothing: no button)."""

    name: str
    words: str
    copied: str = ""


def details(file: PersonFile) -> list[Detail]:
    """The lines of a file: telephones, numbers, names of the parents, addresses."""
    person = file.person
    found = [
        _phone(contact.value, contact.safe_to_call)
        for contact in file.contacts
        if contact.kind is ContactKind.PHONE
    ]
    found += [
        Detail(
            identifier_word(held.kind),
            number_words(held),
            held.value if held.kind in _COPIED else "",
        )
        for held in file.identifiers
    ]
    for address in file.addresses:
        words = address_words(address)
        hidden = address.confidentiality is Confidentiality.HIDDEN
        found.append(Detail(_("Address"), words, "" if hidden else words))
    parents = ((_("Father's name"), person.father_name), (_("Mother's name"), person.mother_name))
    found += [Detail(name, words) for name, words in parents if words]
    aliases = (f"{alias.surname} {alias.given_name}".strip() for alias in file.aliases)
    found += [Detail(_("Also known as"), words) for words in aliases]
    return found


def _phone(number: str, safe: bool) -> Detail:
    words = joined(display_phone(number), "" if safe else _("not safe to call"))
    return Detail(_("Telephone"), words, digits(number) if safe else "")


class DetailList(QWidget):
    """`copied` carries the name of the line and what to copy."""

    copied = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(S)
        self._grid.setColumnStretch(1, 1)
        self.buttons: list[LinkButton] = []

    def show_details(self, lines: Sequence[Detail]) -> None:
        """Show these instead of what was there."""
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for row, line in enumerate(lines):
            name, words = Quiet(line.name), Label(line.words, wrap=True, selectable=True)
            words.setAccessibleName(f"{line.name}: {line.words}")
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(words, row, 1)
            if line.copied:
                self._grid.addWidget(self._button(line), row, 2)

    def _button(self, line: Detail) -> LinkButton:
        button = LinkButton(_("Copy"))
        button.setAccessibleName(_("Copy: {name}").format(name=line.name))
        button.setToolTip(_("It is taken off the clipboard again after 20 seconds"))
        button.clicked.connect(lambda: self.copied.emit(line.name, line.copied))
        self.buttons.append(button)
        return button
