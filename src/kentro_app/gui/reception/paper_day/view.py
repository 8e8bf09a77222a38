"""Typing a day on paper back, as seen on the screen: the grid, and below it who may be meant."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from kentro_app.domain.sex import Sex
from kentro_app.gui.bar import Bar
from kentro_app.gui.drafts.keeper import DraftKeeper
from kentro_app.gui.office import Office
from kentro_app.gui.reception.lines import hit_row
from kentro_app.gui.reception.paper_day.draft import PaperDraft
from kentro_app.gui.reception.paper_day.grid import Grid
from kentro_app.gui.reception.paper_day.lines import NEW, Cell, GridLine
from kentro_app.gui.reception.paper_day.model import GridModel
from kentro_app.gui.reception.paper_day.presenter import PaperDayPresenter
from kentro_app.gui.reception.ports import Hits
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.style import look
from kentro_app.gui.theme import ROW_HEIGHT
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import FieldLabel, Quiet
from kentro_app.i18n import _
from kentro_app.i18n.dates import date_long
from kentro_app.services.drafts import PAPER_DAY

_MOST_HITS = 4


class PaperDayView(QWidget):
    """`closed` brings the sheet back. Fits `presenter.PaperDayScreen`; `draft` is what a keeper of
    drafts needs."""

    closed = Signal()
    changed = Signal()

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.presenter = PaperDayPresenter(
            self, office.desk, speaker, now=office.now, letter=office.letter
        )
        self.model = GridModel(self.presenter.known, self._edited, self)
        self.grid = Grid(self.model)
        self.hits, self.about = RowList(slim=False), Quiet(wrap=True)
        self.draft = PaperDraft(self.presenter, self.grid, self.changed)
        self.drafts = DraftKeeper(
            self.draft, office, speaker, shown=self, kind=PAPER_DAY, title=self._name_of_day
        )
        self._offered: dict[str, str] = {}
        self._typed_who = ""
        self.day_label, self.day = FieldLabel(), QDateEdit()
        self.printed, self.confirm = Button(), Button(keys="Ctrl+Return")
        self.back, self.save = Button(keys="Esc", icon="back"), PrimaryButton(keys="Ctrl+S")
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_hits_list(False)

    def title(self) -> str:
        """What the top bar calls this place."""
        return _("A day on paper")

    def start(self, day: date) -> None:
        """Type back that day."""
        today = self._office.site.local_day(self._office.now())
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.presenter.start(day)
        self.show_lines(self.presenter.lines)
        self.grid.go_to(len(self.presenter.lines) - 1, Cell.CODE)
        if self.drafts.subject is None:
            self.drafts.begin()

    # PaperDayScreen

    def show_lines(self, lines: Sequence[GridLine]) -> None:
        self.model.show_lines(lines)
        self._offer()

    def show_line(self, place: int, line: GridLine) -> None:
        self.model.show_line(place, line)
        self._offer()

    def show_hits(self, hits: Hits) -> None:
        if hits.typed != self._typed_who:
            return
        rows = [hit_row(found, None, selected=False) for found in hits.found[:_MOST_HITS]]
        self._offered = {str(row.id): row.title for row in rows}
        rows = [replace(row, id=str(row.id)) for row in rows]
        if hits.typed.strip("-"):
            rows.append(Row(NEW, _("New person “{text}”").format(text=hits.typed)))
            self._offered[NEW] = hits.typed
        for sex, words in _nobodies().items():
            rows.append(Row(sex.name, words))
            self._offered[sex.name] = words
        self.hits.show_rows(rows)
        self.hits.select_first()
        self._show_hits_list(True)

    def set_busy(self, busy: bool) -> None:
        for widget in (self.save, self.grid):
            widget.setEnabled(not busy)
        if not busy:
            self.changed.emit()  # lines that were written down stand here no more

    def go_to(self, place: int, cell: Cell) -> None:
        self.grid.go_to(place, cell)

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        self._card.set_heading(_("Type the paper back"))
        self.day_label.setText(_("&Day"))
        self.day.setAccessibleName(_("The day on paper"))
        self.printed.set_words(_("List the printed lines"))
        self.printed.setToolTip(_("A line for everybody on the day's sheet"))
        self.confirm.set_words(_("Take what I typed"))
        self.back.set_words(_("Back"))
        self.save.set_words(_("Save the lines"))
        self.grid.setAccessibleName(_("Lines of the paper"))
        self.hits.setAccessibleName(_("People who may be meant"))
        self.about.setText(
            _(
                "Code of the line (A-014, K12 or 3/1), then the times as 930 or 9:30. Without a "
                "code: who came. Space ticks the signature, Enter goes to the next line."
            )
        )
        self.model.retell()

    # the parts

    def _lay_out(self) -> None:
        self._card = Card()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day_label.setBuddy(self.day)
        self._card.add_to_head(self.day_label, self.day, self.printed)
        for widget in (self.about, self.grid, self.hits):
            self._card.body.addWidget(widget)
        self._card.body.setStretchFactor(self.grid, 1)
        self._card.body.addWidget(Bar([self.back], [self.confirm, self.save]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def _name_of_day(self) -> str:
        return date_long(self.presenter.day)

    def _show_day(self) -> None:
        day = self.presenter.day
        self.day.setDate(QDate(day.year, day.month, day.day))

    def _connect(self) -> None:
        self.drafts.brought_back.connect(lambda _draft: self._show_day())
        self.grid.typing.typed.connect(self._look_for)
        self.grid.typing.stepped.connect(self.hits.step)
        self.grid.toggled.connect(self._toggle)
        self.grid.line_changed.connect(lambda _place: self._offer())
        self.hits.chosen.connect(lambda meant: self._choose(str(meant)))
        self.printed.clicked.connect(self.presenter.list_printed)
        self.save.clicked.connect(self._save)
        self.confirm.clicked.connect(lambda: self.presenter.confirm(self.grid.currentIndex().row()))
        self.back.clicked.connect(self.closed)
        self.day.dateChanged.connect(lambda day: self._other_day(date(*day.getDate())))

    def _edited(self, place: int, cell: Cell, text: str) -> None:
        meant = str(self.hits.current_id() or "")
        self.presenter.edit(place, cell, text)
        if cell is Cell.WHO:
            if text.strip() and text.strip() == self._typed_who and meant in self._offered:
                self.presenter.choose(place, meant, self._offered[meant])
            self._show_hits_list(False)
        self.changed.emit()

    def _look_for(self, text: str) -> None:
        if text.strip() != self._typed_who:
            self._typed_who, self._offered = text.strip(), {}
            self.presenter.look_for(text)

    def _choose(self, meant: str) -> None:
        place = self.grid.currentIndex().row()
        if place >= 0 and meant in self._offered:
            self.presenter.choose(place, meant, self._offered[meant])
            self._show_hits_list(False)
            self.grid.go_to(place, Cell.ARRIVED)
            self.changed.emit()

    def _toggle(self, place: int) -> None:
        signed = self.presenter.lines[place].signed
        self.presenter.edit(place, Cell.SIGNED, "" if signed else "x")
        self.changed.emit()

    def _save(self) -> None:
        self.grid.setFocus()  # what is still being typed is part of it
        self.presenter.save()

    def _other_day(self, day: date) -> None:
        if day != self.presenter.day:
            self.presenter.start(day)
            self.changed.emit()

    def _offer(self) -> None:
        place = self.grid.currentIndex().row()
        lines = self.presenter.lines
        self.confirm.setVisible(0 <= place < len(lines) and lines[place].differs)

    def _show_hits_list(self, shown: bool) -> None:
        if not shown:
            self._typed_who = ""
        self.hits.setVisible(shown)
        self.about.setVisible(not shown)
        row = look().theme.px(ROW_HEIGHT)
        fitting = min(max(self.height() // (3 * row), 1), _MOST_HITS)
        self.hits.setFixedHeight(min(self.hits.model().rowCount(), fitting) * row)


def _nobodies() -> dict[Sex, str]:
    return {
        Sex.F: _("Without a name: a woman"),
        Sex.M: _("Without a name: a man"),
        Sex.U: _("Without a name"),
    }
