"""The pages of the dialog: whose visit, when, twice, and what became of it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from kentro_app.domain.corrections import times_of
from kentro_app.domain.visits import Visit
from kentro_app.gui.reception.correct.words import field_word
from kentro_app.gui.reception.find_card import LONGEST_SEARCH
from kentro_app.gui.reception.lines import hit_row, today_row
from kentro_app.gui.reception.ports import Hits
from kentro_app.gui.style import look
from kentro_app.gui.theme import L, M
from kentro_app.gui.widgets.buttons import PrimaryButton
from kentro_app.gui.widgets.notices import EmptyHint
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import FieldLabel, Quiet
from kentro_app.i18n import _
from kentro_app.i18n.dates import time_of_day
from kentro_app.services.ports import VisitRow

_TIME_WIDTH, _LONGEST_TIME = 120, 8
FIELDS = ("arrived_at", "called_at", "finished_at")


class Page(QWidget):
    """Words that say what it is about, something to choose from, and one button."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about, self.go = Quiet(wrap=True), PrimaryButton()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, M, 0, 0)
        self.body.setSpacing(M)
        self.body.addWidget(self.about)
        self.go.clicked.connect(self.asked)

    def add_go(self) -> None:
        """The button, at the foot."""
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)


class PersonPage(Page):
    """Whose visit it was: the same finding as in the reception."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.hits = QLineEdit(maxLength=LONGEST_SEARCH), RowList()
        for widget in (self.field, self.hits):
            self.body.addWidget(widget)
        self.add_go()
        self.about.setText(_("Find the person whose visit it really was."))
        self.field.setPlaceholderText(_("Name, telephone, AMKA or number"))
        self.field.setAccessibleName(_("Whose visit it was"))
        self.hits.setAccessibleName(_("People who may be meant"))
        self.go.set_words(_("It was this person"))
        self.go.setEnabled(False)
        self.field.textChanged.connect(self.typed)
        self.hits.current_changed.connect(lambda found: self.go.setEnabled(found is not None))
        self.hits.chosen.connect(lambda _id: self.asked.emit())
        self.field.returnPressed.connect(self._enter)

    def show_hits(self, hits: Hits) -> None:
        """Who may be meant; the best is chosen."""
        self.hits.show_rows([hit_row(found, None, selected=False) for found in hits.found])
        self.hits.select_first()
        self.go.setEnabled(self.hits.current_id() is not None)

    def _enter(self) -> None:
        if self.hits.current_id() is not None:
            self.asked.emit()


class TimesPage(Page):
    """When it was: only the steps that were taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits: dict[str, QLineEdit] = {}
        self.form = QFormLayout()
        self.form.setVerticalSpacing(M)
        self.form.setHorizontalSpacing(L)
        self.body.addLayout(self.form)
        self.body.addStretch(1)
        self.add_go()
        self.about.setText(_("The true times, on the clock of that day."))
        self.go.set_words(_("Correct the times"))

    def show_visit(self, visit: Visit) -> None:
        """Offer the times as they stand."""
        present = times_of(visit)
        for field in FIELDS:
            at: datetime | None = getattr(present, field)
            if at is None or field in self.edits:
                continue
            edit = QLineEdit(time_of_day(at), maxLength=_LONGEST_TIME)
            edit.setMaximumWidth(look().theme.px(_TIME_WIDTH))
            edit.returnPressed.connect(self.asked)
            edit.setAccessibleName(field_word(field))
            label = FieldLabel(field_word(field))
            label.setBuddy(edit)
            self.form.addRow(label, edit)
            self.edits[field] = edit

    def said(self) -> dict[str, str]:
        """The times as they are typed: 9:30, 930."""
        return {field: edit.text() for field, edit in self.edits.items()}


class DoublePage(Page):
    """Which other check-in was the same visit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows, self.hint = RowList(lead_width=44, slim=True), EmptyHint()
        for widget in (self.rows, self.hint):
            self.body.addWidget(widget, 1)
        self.add_go()
        self.about.setText(
            _(
                "Which other check-in was this same visit? It is cancelled as a double; "
                "what was written down about it comes over here."
            )
        )
        self.rows.setAccessibleName(_("The other visits of the day"))
        self.hint.set_words(_("There is no other visit that day"))
        self.go.set_words(_("It was one visit"))
        self.go.setEnabled(False)
        self.rows.current_changed.connect(lambda found: self.go.setEnabled(found is not None))

    def show_others(self, others: Sequence[VisitRow]) -> None:
        """The others of the day, the likeliest first."""
        self.rows.show_rows([today_row(row) for row in others])
        self.rows.setVisible(bool(others))
        self.hint.setVisible(not others)


class HistoryPage(QWidget):
    """Who changed what, and when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowList(lead_width=44)
        self.rows.setAccessibleName(_("History of the visit"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, M, 0, 0)
        column.addWidget(self.rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """The newest first."""
        self.rows.show_rows(rows)
