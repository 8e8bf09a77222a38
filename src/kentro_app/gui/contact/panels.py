"""The three parts of a contact record: what it was about, who came, what follows."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from kentro_app.domain.contacts import NAME_LONGEST, STEP_LONGEST
from kentro_app.gui.contact.due_field import DueField
from kentro_app.gui.contact.people_field import PeopleField
from kentro_app.gui.contact.picker import RequestPicker
from kentro_app.gui.contact.words import (
    axes,
    capacities,
    interpreters,
    outcomes,
    referrers,
    spoken,
)
from kentro_app.gui.people.entry import Choice, Entry
from kentro_app.gui.pieces import Pieces
from kentro_app.gui.style import look
from kentro_app.gui.theme import L, S
from kentro_app.gui.widgets.card import Card
from kentro_app.i18n import _

_NOTE_HEIGHT = 76

Places = dict[str, tuple[int, int, int, int]]  # row, column, width, how much of spare room
Makers = dict[str, Callable[[], QWidget]]


class Panel(Card):
    """A card of entries in a grid of twelve columns; `changed` when anything in it did."""

    changed = Signal()

    def __init__(self, places: Places, fields: Makers, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.entries: dict[str, Entry] = {}
        self._places, self._fields = places, fields
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid, 1)

    def build(self) -> Pieces:
        """Put the entries into the grid, one after the other; there are none before."""
        for name, (row, column, width, stretch) in self._places.items():
            field = self._fields.pop(name)()
            entry = self.entries[name] = Entry(field, self)
            self._grid.addWidget(entry, row, column, 1, width)
            self._grid.setRowStretch(row, max(stretch, self._grid.rowStretch(row)))
            self._listen(field)
            yield

    def name_entries(self, words: dict[str, str]) -> None:
        """What the entries are called in the present language."""
        for name, said in words.items():
            self.entries[name].set_words(said)
            field = self.entries[name].field
            if isinstance(field, Choice):
                field.retranslate()
            proxy = field.focusProxy()
            if proxy is not None:
                proxy.setAccessibleName(said)

    def value(self, name: str) -> Any:
        """What is chosen or typed in a plain entry."""
        field = self.entries[name].field
        if isinstance(field, Choice):
            return field.currentData()
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        assert isinstance(field, QLineEdit | DueField)
        return field.text()

    def show_value(self, name: str, value: Any) -> None:
        """Show this in a plain entry; nobody is told that it changed."""
        field = self.entries[name].field
        blocker = QSignalBlocker(field)
        if isinstance(field, Choice):
            _choose(field, value)
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(value)
        elif isinstance(field, DueField):
            field.show_text(value)
        elif isinstance(field, QLineEdit):
            field.setText(value)
        blocker.unblock()

    def _listen(self, field: QWidget) -> None:
        tell: Callable[..., None] = lambda *_about: self.changed.emit()  # noqa: E731 - one for all
        if isinstance(field, Choice):
            field.currentIndexChanged.connect(tell)
        elif isinstance(field, QPlainTextEdit | QLineEdit):
            field.textChanged.connect(tell)
        elif isinstance(field, RequestPicker | PeopleField | DueField):
            field.changed.connect(tell)
        if isinstance(field, RequestPicker | PeopleField):
            field.passed.connect(self.focusNextChild)


class WhatPanel(Panel):
    """Requests, axis, outcome and the note everybody at the desk can read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.requests, self.note = RequestPicker(), QPlainTextEdit(tabChangesFocus=True)
        fields: Makers = {
            "requests": lambda: self.requests,
            "axis": lambda: Choice(axes),
            "outcome": lambda: Choice(outcomes),
            "note": lambda: self.note,
        }
        places = {
            "requests": (0, 0, 12, 0),
            "axis": (1, 0, 6, 0),
            "outcome": (1, 6, 6, 0),
            "note": (2, 0, 12, 1),
        }
        super().__init__(places, fields, parent)
        look().changed.connect(self._fit)
        self._fit()

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        self.set_heading(_("What was it about?"))
        self.name_entries(
            {
                "requests": _("Requests"),
                "axis": _("Axis"),
                "outcome": _("What came of it"),
                "note": _("Note for the desk"),
            }
        )
        self.requests.retranslate()
        self.entries["note"].show_hint(_("Please write no health or violence details here."))

    def show_proposal(self, words: str) -> None:
        """What the axis is as long as none is chosen."""
        axis = self.entries["axis"].field
        assert isinstance(axis, Choice)
        axis.setItemText(0, words or axes()[0][0])

    def _fit(self) -> None:
        self.note.setMinimumHeight(look().theme.px(_NOTE_HEIGHT))


class WhoPanel(Panel):
    """Who came on whose behalf, how they found the centre, and what was spoken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.presenter, self.subjects = PeopleField(many=False), PeopleField(many=True)
        fields: Makers = {
            "capacity": lambda: Choice(capacities),
            "presenter": lambda: self.presenter,
            "subjects": lambda: self.subjects,
            "referred_by": lambda: Choice(referrers),
            "referrer_name": lambda: QLineEdit(maxLength=NAME_LONGEST),
            "language": lambda: Choice(spoken),
            "interpreter": lambda: Choice(interpreters),
        }
        places = {
            "capacity": (0, 0, 5, 0),
            "presenter": (0, 5, 7, 0),
            "subjects": (1, 0, 12, 0),
            "referred_by": (2, 0, 6, 0),
            "referrer_name": (2, 6, 6, 0),
            "language": (3, 0, 6, 0),
            "interpreter": (3, 6, 6, 0),
        }
        super().__init__(places, fields, parent)

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        self.set_heading(_("Who came?"))
        self.name_entries(
            {
                "capacity": _("Came as"),
                "presenter": _("Who came instead"),
                "subjects": _("It is also about"),
                "referred_by": _("How they found us"),
                "referrer_name": _("Which one"),
                "language": _("Language spoken"),
                "interpreter": _("Interpreter"),
            }
        )
        self.presenter.retranslate(_("A name, or a registered person"))
        self.subjects.retranslate(_("Further registered people"))


class NextPanel(Panel):
    """What follows, and until when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.due = DueField()
        fields: Makers = {
            "next_step": lambda: QLineEdit(maxLength=STEP_LONGEST),
            "next_due": lambda: self.due,
        }
        places = {"next_step": (0, 0, 7, 0), "next_due": (0, 7, 5, 0)}
        super().__init__(places, fields, parent)

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        self.set_heading(_("What follows?"))
        self.name_entries({"next_step": _("Next step"), "next_due": _("Until")})
        self.due.retranslate()


def _choose(field: Choice, value: Any) -> None:
    places = (place for place in range(field.count()) if field.itemData(place) == value)
    place = next(places, None)
    if place is None:  # written down elsewhere, and none of those offered here
        field.addItem(str(value), value)
        place = field.count() - 1
    field.setCurrentIndex(place)


def focus_of(field: QWidget) -> QWidget:
    """The widget that has the cursor when the field does."""
    return field.focusProxy() or field
