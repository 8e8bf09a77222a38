"""The two cards of the queue: who waits now, and the day so far."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kentro_app.gui.keys import write_keys
from kentro_app.gui.reception.day import Day
from kentro_app.gui.reception.lines import open_row, today_row
from kentro_app.gui.reception.queue.visit_list import VisitList
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.chip import Chip
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import ErrorText, Number, Quiet
from kentro_app.i18n import _, ngettext
from kentro_app.i18n.dates import number
from kentro_app.services.ports import VisitRow


class WaitingCard(Card):
    """Who waits, and who is inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.count = Chip(kind="wait")
        self.call = PrimaryButton(keys="F4")
        self.error = ErrorText(wrap=True)
        self.visits = VisitList(RowList(lead_width=58))
        self.head.addWidget(self.count)
        self.add_to_head(self.call)
        self.body.addWidget(self.visits, 1)
        self.body.addWidget(self.error)
        self.error.hide()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.set_heading(_("Waiting"))
        self.call.set_words(_("Call next"))
        self.visits.rows.setAccessibleName(_("Waiting"))
        self.visits.hint.set_words(
            _("Nobody is waiting"), _("Whoever is checked in above appears here.")
        )
        self.visits.actions_bar.retranslate()
        self.error.hide()

    def show_day(self, day: Day, now: datetime) -> None:
        """Show these; the selected one stays selected."""
        self.visits.rows.show_rows([open_row(row, now) for row in day.open])
        self.visits.show_rows_or_hint(bool(day.open))
        self.count.show_state(number(day.waiting) if day.waiting else "", "wait")
        words = ngettext("{n} waits", "{n} wait", day.waiting).format(n=day.waiting)
        self.count.setAccessibleName(words)


class TodayCard(Card):
    """The day in numbers and rows, the newest first."""

    sheet_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.sheet = Button(icon="print")
        self.sheet.clicked.connect(self.sheet_asked)
        self.add_to_head(self.sheet)
        self.numbers = [Number("0") for _n in range(3)]
        self.words = [Quiet() for _n in range(3)]
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for column, (figure, words) in enumerate(zip(self.numbers, self.words, strict=True)):
            grid.addWidget(figure, 0, column)
            grid.addWidget(words, 1, column)
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.visits = VisitList(RowList(lead_width=44, slim=True))
        self.body.addWidget(self.visits, 1)
        self._day = Day()
        self._said: dict[VisitRow, Row] = {}

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._said = {}
        self.set_heading(_("Today so far"))
        write_keys(self.sheet, _("Day sheet"), "Ctrl+P")  # the window listens to them
        self.visits.rows.setAccessibleName(_("Today's visits"))
        self.visits.hint.set_words(
            _("Nobody has come yet today"), _("Type a name above to check in the first visitor.")
        )
        self.visits.actions_bar.retranslate()
        self._show_numbers()

    def show_day(self, day: Day) -> None:
        """Show this day; the selected visit stays selected."""
        self._day = day
        # Of a long day one visit changes at a time; the others need not be put into words again.
        self._said = {row: self._said.get(row) or today_row(row) for row in reversed(day.rows)}
        self.visits.rows.show_rows(list(self._said.values()))
        self.visits.show_rows_or_hint(bool(day.rows))
        self._show_numbers()

    def _show_numbers(self) -> None:
        day = self._day
        words = (
            ngettext("arrival", "arrivals", day.arrivals),
            ngettext("new person", "new people", day.new_people),
            # Translators: below a number: so many people wait
            ngettext("waiting person", "waiting people", day.waiting),
        )
        figures = (day.arrivals, day.new_people, day.waiting)
        for place, (figure, said) in enumerate(zip(figures, words, strict=True)):
            self.numbers[place].setText(number(figure))
            self.words[place].setText(said)
            self.numbers[place].setAccessibleName(f"{figure} {said}")
