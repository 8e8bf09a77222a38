"""Until when: a date, `+14`, or one of two buttons; what it comes to stands beside it."""

from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kentro_app.domain.due import in_a_month, parse_due
from kentro_app.domain.errors import RuleViolation
from kentro_app.gui.theme import XS, S
from kentro_app.gui.widgets.buttons import LinkButton
from kentro_app.gui.widgets.text import Quiet
from kentro_app.i18n import _
from kentro_app.i18n.dates import date_long, date_short


class DueField(QWidget):
    """`today` is what `+14` and the buttons count from; whoever shows a visit sets it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = date.min
        self.field = QLineEdit(maxLength=20)
        self.week, self.month = LinkButton(), LinkButton()
        self.meant = Quiet()
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for widget in (self.week, self.month):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.field)
        column.addWidget(self.meant)
        column.addLayout(buttons)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._type)
        self.field.editingFinished.connect(self._write_out)
        self.week.clicked.connect(lambda: self._put(self.today + timedelta(days=7)))
        self.month.clicked.connect(lambda: self._put(in_a_month(self.today)))
        self._say()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.field.setPlaceholderText(_("dd/mm/yyyy or +14"))
        self.week.set_words(_("In a week"))
        self.month.set_words(_("In a month"))
        self._say()

    def text(self) -> str:
        """What stands there."""
        return self.field.text()

    def show_text(self, text: str) -> None:
        """Show this; nobody is told that it changed."""
        blocker = QSignalBlocker(self.field)
        self.field.setText(text)
        blocker.unblock()
        self._say()

    def _type(self) -> None:
        self._say()
        self.changed.emit()

    def _put(self, day: date) -> None:
        self.field.setText(date_short(day))

    def _write_out(self) -> None:
        day = self._day()
        if day is not None and self.field.text() != date_short(day):
            self._put(day)

    def _say(self) -> None:
        day = self._day()
        self.meant.setText(date_long(day) if day else "")
        self.meant.setVisible(day is not None)

    def _day(self) -> date | None:
        try:
            return parse_due(self.field.text(), self.today)
        except RuleViolation:
            return None
