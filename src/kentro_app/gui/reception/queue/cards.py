"""The two cards of the queue: who waits now, and the day so far."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from kentro_app.domain.visits import Stage
from kentro_app.gui.keys import write_keys
from kentro_app.gui.reception.day import Day
from kentro_app.gui.reception.lines import Sight, open_row, today_row
from kentro_app.gui.reception.ports import Choices
from kentro_app.gui.reception.queue.room_button import RoomButton
from kentro_app.gui.reception.queue.visit_list import VisitList
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.chip import Chip
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import ErrorText, Number, Quiet
from kentro_app.gui.words import stage_word
from kentro_app.i18n import _, ngettext, pgettext
from kentro_app.i18n.dates import number
from kentro_app.services.ports import VisitRow

_STAGES: tuple[Stage | None, ...] = (None, *Stage)


class WaitingCard(Card):
    """Who waits, and who is inside."""

    wall_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.count = Chip(kind="wait")
        self.room, self.wall = RoomButton(), Button(icon="wall")
        self.call = PrimaryButton(keys="F4")
        self.error = ErrorText(wrap=True)
        self.visits = VisitList(RowList(lead_width=58))
        self.head.addWidget(self.count)
        self.add_to_head(self.room, self.wall, self.call)
        self.body.addWidget(self.visits, 1)
        self.body.addWidget(self.error)
        self.error.hide()
        self.wall.clicked.connect(self.wall_asked)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.set_heading(_("Waiting"))
        self.call.set_words(_("Call next"))
        self.wall.set_words(pgettext("waiting room", "Wall"))
        display = _("Display for the waiting room")
        shown = pgettext("waiting room", "Wall")  # who speaks to the computer says what is read
        self.wall.setAccessibleName(display if shown in display else f"{shown}: {display}")
        self.wall.setToolTip(_("Show numbers and rooms on a second screen, never names"))
        self.room.retranslate()
        self.visits.rows.setAccessibleName(_("Waiting"))
        self.visits.hint.set_words(
            _("Nobody is waiting"), _("Whoever is checked in above appears here.")
        )
        self.visits.actions_bar.retranslate()
        self.error.hide()

    def show_day(self, day: Day, sight: Sight) -> None:
        """Show these; the selected one stays selected."""
        present = day.open
        self.visits.rows.show_rows([open_row(row, sight) for row in present])
        self.visits.show_rows_or_hint(bool(present))
        self.count.show_state(number(day.waiting) if day.waiting else "", "wait")
        words = ngettext("{n} waits", "{n} wait", day.waiting).format(n=day.waiting)
        self.count.setAccessibleName(words)

    def show_choices(self, choices: Choices) -> None:
        """Offer these rooms and colleagues."""
        self.room.show_choices(choices)
        self.visits.actions_bar.colleagues = choices.colleagues


class TodayCard(Card):
    """The day in numbers and rows, the newest first; `stages` says how far they are."""

    sheet_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._day = Day()
        self._said: dict[int, tuple[VisitRow, Row]] = {}
        self.stages, self.sheet = QComboBox(), Button(icon="print")
        for stage in _STAGES:
            self.stages.addItem("", stage)
        self.sheet.clicked.connect(self.sheet_asked)
        self.stages.currentIndexChanged.connect(lambda _place: self.show_day(self._day))
        self.add_to_head(self.stages, self.sheet)
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

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._said = {}
        self.set_heading(_("Today so far"))
        write_keys(self.sheet, _("Day sheet"), "Ctrl+P")  # the window listens to them
        self.visits.rows.setAccessibleName(_("Today's visits"))
        self.stages.setAccessibleName(_("Which of today's visits to show"))
        for place, stage in enumerate(_STAGES):
            self.stages.setItemText(place, stage_word(stage) if stage else _("all"))
        self.visits.actions_bar.retranslate()
        self._show_numbers()

    def show_day(self, day: Day) -> None:
        """Show this day; the selected visit stays selected."""
        self._day = day
        stage: Stage | None = self.stages.currentData()
        rows = day.at(list(Stage) if stage is None else [stage])
        self.visits.rows.show_rows(self._in_words(rows))
        self.visits.show_rows_or_hint(bool(rows))
        self._show_hint(stage)
        self._show_numbers()

    def show_choices(self, choices: Choices) -> None:
        """Offer these colleagues."""
        self.visits.actions_bar.colleagues = choices.colleagues

    def _in_words(self, rows: Sequence[VisitRow]) -> list[Row]:
        # Of a long day one visit changes at a time; the others need not be put into words again.
        # A row that says the same as before is the same object (`Day.like`).
        for row in rows:
            if id(row) not in self._said:
                self._said[id(row)] = (row, today_row(row))
        said = [self._said[id(row)] for row in rows]
        if len(self._said) > 2 * len(rows):
            self._said = {id(row): (row, words) for row, words in said}
        return [words for _row, words in said]

    def _show_hint(self, stage: Stage | None) -> None:
        if stage is None:
            advice = _("Type a name above to check in the first visitor.")
            self.visits.hint.set_words(_("Nobody has come yet today"), advice)
        else:
            advice = _("Choose “all” above to see the whole day.")
            self.visits.hint.set_words(_("No visit is that far"), advice)

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
