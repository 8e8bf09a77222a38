"""The form of a contact record: three panels, and all that is in them as one draft."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kentro_app.gui.contact.draft import ContactDraft, Values, from_values
from kentro_app.gui.contact.panels import NextPanel, WhatPanel, WhoPanel, focus_of
from kentro_app.gui.people.entry import Entry
from kentro_app.gui.pieces import Pieces
from kentro_app.gui.style import look
from kentro_app.gui.theme import L

_BESIDE_FROM = 900
_WHAT = ("axis", "outcome", "note")
_WHO = ("capacity", "referred_by", "referrer_name", "language", "interpreter")
_NEXT = ("next_step", "next_due")


class ContactForm(QWidget):
    """`changed` when anything in it did. `build` makes the panels, one piece after the other."""

    changed = Signal()
    what: WhatPanel
    who: WhoPanel
    following: NextPanel
    entries: dict[str, Entry]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(L)

    def build(self) -> Pieces:
        """Make the panels; nothing else of the form can be used before."""
        self.what = WhatPanel(self)
        self._box.addWidget(self.what, 1)
        yield
        yield from self.what.build()
        self.who = WhoPanel(self)
        right = QVBoxLayout()
        right.setSpacing(L)
        right.addWidget(self.who)
        self._box.addLayout(right, 1)
        yield
        yield from self.who.build()
        self.following = NextPanel(self)
        right.addWidget(self.following)
        right.addStretch(1)
        yield
        yield from self.following.build()
        panels = (self.what, self.who, self.following)
        self.entries = {name: each for panel in panels for name, each in panel.entries.items()}
        for panel in panels:
            panel.changed.connect(self.changed)
        yield

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        for panel in (self.what, self.who, self.following):
            panel.retranslate()

    def draft(self) -> ContactDraft:
        """What is in the form now."""
        what, who, following = self.what, self.who, self.following
        plain = {
            name: panel.value(name)
            for panel, names in ((what, _WHAT), (who, _WHO), (following, _NEXT))
            for name in names
        }
        return ContactDraft(
            requests=what.requests.codes(),
            presenter=who.presenter.people(),
            presenter_name=who.presenter.text(),
            subjects=who.subjects.people(),
            **plain,
        )

    def show_draft(self, draft: ContactDraft) -> None:
        """Fill the form; nobody is told that it changed."""
        what, who, following = self.what, self.who, self.following
        for panel, names in ((what, _WHAT), (who, _WHO), (following, _NEXT)):
            for name in names:
                panel.show_value(name, getattr(draft, name))
        what.requests.show_codes(draft.requests)
        who.presenter.show_people(draft.presenter, draft.presenter_name)
        who.subjects.show_people(draft.subjects)

    # what a draft is kept by

    def values(self) -> Values:
        """Everything in the form as plain texts."""
        return self.draft().values()

    def show_values(self, values: Mapping[str, str | list[str]]) -> None:
        """Fill the form with what `values` gave; nobody is told that it changed."""
        self.show_draft(from_values(values))

    def cursor_place(self) -> str:
        """Where the cursor is: the field and the place in it."""
        for name, entry in self.entries.items():
            field = focus_of(entry.field)
            if field.hasFocus():
                return f"{name}:{_position(field)}"
        return ""

    def put_cursor(self, cursor: str) -> None:
        """Put the cursor where `cursor_place` said it was."""
        name, _colon, place = cursor.partition(":")
        entry = self.entries.get(name)
        if entry is None:
            return
        field = focus_of(entry.field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if place.isdecimal():
            _put(field, int(place))

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = event.size().width() >= look().theme.px(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        super().resizeEvent(event)


def _position(field: QWidget) -> int:
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    return field.textCursor().position() if isinstance(field, QPlainTextEdit) else 0


def _put(field: QWidget, place: int) -> None:
    if isinstance(field, QLineEdit):
        field.setCursorPosition(place)
    elif isinstance(field, QPlainTextEdit):
        cursor = QTextCursor(field.document())
        cursor.setPosition(min(place, len(field.toPlainText())))
        field.setTextCursor(cursor)
