"""Somebody's visits as a table that fetches its pages while one scrolls."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kentro_app.domain.requests import RequestCode
from kentro_app.gui.contact.words import outcome_words
from kentro_app.gui.paged_table import Column, PagedTable, Pages
from kentro_app.gui.reception.lines import channel_word
from kentro_app.gui.style import look
from kentro_app.gui.theme import SLIM_ROW_HEIGHT
from kentro_app.gui.words import joined, stage_word
from kentro_app.i18n import _, current, pgettext
from kentro_app.i18n.dates import date_short, time_of_day
from kentro_app.services.history_model import PastVisit

_WIDTHS = (100, 70, 80)
_STATE_WIDTH = 136
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Timeline(QTableView):
    """Newest first; a refresh keeps selection and scroll position."""

    def __init__(self, pages: Pages[PastVisit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue: Mapping[str, RequestCode] = {}
        self.visits: PagedTable[PastVisit] = PagedTable(
            self._columns(), pages, lambda past: past.visit.id, self
        )
        self.setModel(self.visits)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(_LEFT)
        self.horizontalHeader().setHighlightSections(False)
        look().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(_("Visits, newest first"))
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def know(self, catalogue: Mapping[str, RequestCode]) -> None:
        """The list of requests, for their titles."""
        self._catalogue = catalogue
        self.viewport().update()

    def start_over(self) -> None:
        """Somebody else's visits."""
        self.visits.start_over()
        self.visits.fetchMore(self.rootIndex())

    def _columns(self) -> Sequence[Column[PastVisit]]:
        return (
            Column(lambda: _("Day"), lambda past: date_short(past.visit.day)),
            Column(lambda: _("Time"), lambda past: time_of_day(past.visit.arrived_at)),
            Column(lambda: _("Ticket"), lambda past: past.visit.code),
            Column(lambda: _("About"), self._about),
            Column(lambda: pgettext("visit", "State"), lambda past: stage_word(past.visit.stage)),
        )

    def _about(self, past: PastVisit) -> str:
        whom = _("for: {name}").format(name=past.for_whom) if past.for_whom else ""
        beside = _("came up in somebody else's visit") if past.beside else ""
        titles = [self._title(code) for code in past.requests]
        outcome = outcome_words()[past.outcome] if past.outcome else ""
        return joined(*titles, outcome, channel_word(past.visit.channel), beside, whom) or "–"

    def _title(self, code: str) -> str:
        entry = self._catalogue.get(code)
        if entry is None:
            return code
        return entry.title_el if current().language == "el" else entry.title_en

    def _fit(self) -> None:
        px = look().theme.px
        self.verticalHeader().setDefaultSectionSize(px(SLIM_ROW_HEIGHT - 8))
        header = self.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, px(width))
        header.setSectionResizeMode(len(_WIDTHS), QHeaderView.ResizeMode.Stretch)
        header.resizeSection(len(_WIDTHS) + 1, px(_STATE_WIDTH))
