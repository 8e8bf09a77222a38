"""Naming people: a field that finds who is registered, or takes a name as it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kentro_app.domain.contacts import NAME_LONGEST
from kentro_app.gui.contact.chips import Chips
from kentro_app.gui.contact.draft import Named
from kentro_app.gui.contact.dropdown import Dropdown
from kentro_app.gui.theme import XS
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.words import born, joined
from kentro_app.i18n import _
from kentro_app.services.ports import Found


class PeopleField(QWidget):
    """`typed` asks for people like that; `changed` when somebody was named or taken away.

    Only one person fits where `many` is false: naming another replaces them.
    """

    typed = Signal(str)
    changed = Signal()
    passed = Signal()

    def __init__(self, *, many: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._many = many
        self._people: list[Named] = []
        self._found: dict[object, Found] = {}
        self.field = QLineEdit(maxLength=NAME_LONGEST)
        self.chips = Chips()
        self.hits = Dropdown(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.field)
        column.addWidget(self.chips)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._type)
        self.hits.chosen.connect(self._name)
        self.hits.passed.connect(self.passed)
        self.chips.removed.connect(self._remove)

    def retranslate(self, hint: str) -> None:
        """Say everything in the present language; `hint` is what to type."""
        self.field.setPlaceholderText(hint)
        self.hits.rows.setAccessibleName(_("People who may be meant"))

    def people(self) -> tuple[Named, ...]:
        """Who was named of those registered."""
        return tuple(self._people)

    def text(self) -> str:
        """What stands in the field: a name of nobody registered."""
        return self.field.text()

    def show_people(self, people: Sequence[Named], text: str = "") -> None:
        """Show these; nobody is told that it changed."""
        self._people = list(people)
        blocker = QSignalBlocker(self.field)
        self.field.setText(text)
        blocker.unblock()
        self._show()

    def show_hits(self, typed: str, found: Sequence[Found]) -> None:
        """Who may be meant by what was typed; too late an answer is left out."""
        if typed != self.field.text().strip():
            return
        self._found = {person.id: person for person in found}
        self.hits.show_rows([_row(person) for person in found])

    def _type(self, text: str) -> None:
        if not text.strip():
            self.hits.show_rows(())
        self.typed.emit(text)
        self.changed.emit()

    def _name(self, person_id: object) -> None:
        found = self._found[person_id]
        named = Named(found.id, f"{found.surname} {found.given_name}".strip())
        others = [person for person in self._people if person.id != named.id]
        self._people = [*others, named] if self._many else [named]
        self.field.clear()
        self._show()
        self.changed.emit()

    def _remove(self, person_id: object) -> None:
        self._people = [person for person in self._people if person.id != person_id]
        self._show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        self.chips.show_chips([(person.id, person.name) for person in self._people])


def _row(found: Found) -> Row:
    name = f"{found.surname} {found.given_name}".strip()
    return Row(found.id, name, joined(born(found.birth_year), found.number))
