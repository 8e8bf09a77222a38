"""What one chooses about a sheet: the day, how much of the names, how many blank lines."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QDateEdit, QHBoxLayout, QWidget

from kentro_app.gui.theme import S
from kentro_app.gui.widgets.buttons import Button, Segment
from kentro_app.gui.widgets.text import FieldLabel
from kentro_app.i18n import _
from kentro_app.i18n.dates import number
from kentro_app.services.sheets import SheetRequest
from kentro_app.services.sheets_model import NameStyle

BLANK_LINES = (0, 5, 10, 15, 20, 30, 40, 60)


class SheetControls(QWidget):
    """`wanted` carries a SheetRequest."""

    wanted = Signal(object)
    day_stepped = Signal(int)

    def __init__(self, request: SheetRequest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request = request
        self.earlier, self.later = Button("◂"), Button("▸")
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.names = {style: Segment() for style in NameStyle}
        self.blank = QComboBox()
        for lines in BLANK_LINES:
            self.blank.addItem(number(lines), lines)
        self.day_label, self.names_label, self.blank_label = (FieldLabel() for _n in range(3))
        self._lay_out()
        self.show_request(request, request.day)
        self._connect()
        self.retranslate()

    def show_request(self, request: SheetRequest, today: date) -> None:
        """Show what is wanted now; nothing after today can be."""
        self._request = request
        for box in (self.day, self.blank):
            box.blockSignals(True)
        self.day.setMaximumDate(_as_q(today))
        self.day.setDate(_as_q(request.day))
        self.blank.setCurrentIndex(BLANK_LINES.index(request.blank_lines))
        self.names[request.names].setChecked(True)
        self.later.setEnabled(request.day < today)
        for box in (self.day, self.blank):
            box.blockSignals(False)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.day_label.setText(_("&Day"))
        self.names_label.setText(_("Names"))
        self.blank_label.setText(_("&Blank lines"))
        self.names[NameStyle.FULL].set_words(_("In full"))
        self.names[NameStyle.INITIALS].set_words(_("Initials"))
        self.names[NameStyle.NUMBER].set_words(_("Number"))
        self.earlier.setAccessibleName(_("The day before"))
        self.later.setAccessibleName(_("The day after"))
        self.earlier.setToolTip(_("The day before"))
        self.later.setToolTip(_("The day after"))
        self.day.setAccessibleName(_("The day of the sheet"))
        self.blank.setAccessibleName(_("Blank lines for walk-ins"))

    def _lay_out(self) -> None:
        self.day_label.setBuddy(self.day)
        self.blank_label.setBuddy(self.blank)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        parts: list[QWidget] = [self.day_label, self.earlier, self.day, self.later]
        parts += [self.names_label, *self.names.values(), self.blank_label, self.blank]
        for widget in parts:
            if widget in (self.names_label, self.blank_label):
                line.addSpacing(2 * S)
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for style, button in self.names.items():
            group.addButton(button)
            button.clicked.connect(
                lambda _on=False, style=style: self._want(replace(self._request, names=style))
            )
        self.day.dateChanged.connect(
            lambda day: self._want(replace(self._request, day=_as_date(day)))
        )
        self.blank.currentIndexChanged.connect(
            lambda place: self._want(replace(self._request, blank_lines=BLANK_LINES[place]))
        )
        self.earlier.clicked.connect(lambda: self.day_stepped.emit(-1))
        self.later.clicked.connect(lambda: self.day_stepped.emit(1))

    def _want(self, request: SheetRequest) -> None:
        self._request = request
        self.wanted.emit(request)


def _as_q(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _as_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
