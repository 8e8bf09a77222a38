"""The fields of a registration (domain brief, 2.2: what a reception needs)."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from kentro_app.gui.people.entry import Choice, Choices, Entry
from kentro_app.gui.people.typed import Typed
from kentro_app.gui.people.words import languages, name_statuses, other_kinds, sexes
from kentro_app.gui.pieces import Pieces
from kentro_app.gui.theme import L, S
from kentro_app.i18n import _

# name of the field → row, column, width; the grid has twelve columns
_PLACES = {
    "surname": (0, 0, 6),
    "given_name": (0, 6, 6),
    "father_name": (1, 0, 6),
    "mother_name": (1, 6, 6),
    "birth_date": (2, 0, 4),
    "sex": (2, 4, 4),
    "language": (2, 8, 4),
    "phone": (3, 0, 4),
    "phone2": (3, 4, 4),
    "name_status": (3, 8, 4),
    "amka": (4, 0, 3),
    "adt": (4, 3, 3),
    "other_kind": (4, 6, 3),
    "other": (4, 9, 3),
    "street": (5, 0, 4),
    "street_number": (5, 4, 2),
    "postcode": (5, 6, 2),
    "municipality": (5, 8, 4),
}
_CHOICES: dict[str, Choices] = {
    "sex": sexes,
    "language": languages,
    "name_status": name_statuses,
    "other_kind": other_kinds,
}


def _labels() -> dict[str, Callable[[], str]]:
    return {
        "surname": lambda: _("Surname *"),
        "given_name": lambda: _("Given name"),
        "father_name": lambda: _("Father's name"),
        "mother_name": lambda: _("Mother's name"),
        "birth_date": lambda: _("Date of birth"),
        "sex": lambda: _("Sex"),
        "language": lambda: _("Speaks"),
        "phone": lambda: _("Telephone"),
        "phone2": lambda: _("Second telephone"),
        "name_status": lambda: _("The name is…"),
        "amka": lambda: _("AMKA"),
        "adt": lambda: _("Identity card"),
        "other_kind": lambda: _("Other document"),
        "other": lambda: _("Its number"),
        "street": lambda: _("Street"),
        "street_number": lambda: _("House no."),
        "postcode": lambda: _("Postcode"),
        "municipality": lambda: _("Municipality"),
    }


class PersonForm(QWidget):
    """`changed` carries what is typed, `left` the name of a field somebody has gone from."""

    changed = Signal(object)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: dict[str, Entry] = {}
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(6, 1)

    def build(self) -> Pieces:
        """Make the fields; there are none before."""
        for name, (row, column, width) in _PLACES.items():
            if row and not column:
                yield
            entry = self.entries[name] = Entry(_field(name), self)
            self._grid.addWidget(entry, row, column, 1, width)
            self._connect(name)
        yield
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        for name, words in _labels().items():
            self.entries[name].set_words(words())
        for name in _CHOICES:
            self.choice(name).retranslate()
        self.line("birth_date").setPlaceholderText(_("dd/mm/yyyy or only the year"))
        self.line("amka").setPlaceholderText(_("11 digits"))

    def line(self, name: str) -> QLineEdit:
        """The line one types a field into."""
        field = self.entries[name].field
        assert isinstance(field, QLineEdit)
        return field

    def choice(self, name: str) -> Choice:
        """The box one chooses a field from."""
        field = self.entries[name].field
        assert isinstance(field, Choice)
        return field

    def typed(self) -> Typed:
        """What is in the form now."""
        values: dict[str, Any] = {
            name: self.choice(name).currentData() if name in _CHOICES else self.line(name).text()
            for name in _PLACES
        }
        return Typed(**values)

    def show_typed(self, typed: Typed) -> None:
        """Fill the form; nobody is told that it changed."""
        for name in _PLACES:
            value, field = getattr(typed, name), self.entries[name].field
            blocker = QSignalBlocker(field)
            if name in _CHOICES:
                self.choice(name).choose(value)
            else:
                self.line(name).setText(value)
            blocker.unblock()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong, beside each field."""
        for name, entry in self.entries.items():
            entry.show_error(problems.get(name, ""))

    def show_doubts(self, doubts: Mapping[str, str]) -> None:
        """Say what looks odd, beside each field."""
        for name, entry in self.entries.items():
            entry.show_hint(doubts.get(name, ""))

    def _connect(self, name: str) -> None:
        field = self.entries[name].field
        if isinstance(field, QComboBox):
            field.currentIndexChanged.connect(lambda _place: self.changed.emit(self.typed()))
        elif isinstance(field, QLineEdit):
            field.textChanged.connect(lambda _text: self.changed.emit(self.typed()))
            field.editingFinished.connect(lambda: self.left.emit(name))


def _field(name: str) -> QWidget:
    return Choice(_CHOICES[name]) if name in _CHOICES else QLineEdit()
