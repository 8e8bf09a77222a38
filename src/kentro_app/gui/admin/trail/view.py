"""The section of the access log: a table that fetches its pages while one scrolls."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QTableView,
    QWidget,
)

from kentro_app.gui.admin.section import AdminSection
from kentro_app.gui.admin.trail.presenter import TrailPresenter
from kentro_app.gui.admin.trail.words import Kind, Line, action_words, kind_word
from kentro_app.gui.bar import Bar
from kentro_app.gui.paged_table import Column, PagedTable
from kentro_app.gui.ports import DeskDoor
from kentro_app.gui.style import look
from kentro_app.gui.theme import SLIM_ROW_HEIGHT
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.chip import Chip
from kentro_app.gui.widgets.text import FieldLabel
from kentro_app.i18n import _
from kentro_app.i18n.dates import date_short, here
from kentro_app.services.backups import Check

_WIDTHS = (70, 160, 220)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TrailSection(AdminSection):
    """Fits `trail.presenter.TrailScreen`."""

    def __init__(
        self,
        desk: DeskDoor,
        verify: Callable[[], Sequence[Check]],
        export: Callable[[Path], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = TrailPresenter(self, desk, verify, export)
        self.ask_where: Callable[[QWidget], str] = _ask_where
        self._check: Check | None = None
        self.chain = Chip()
        self.verify, self.export = Button(icon="check"), Button(icon="save")
        self.kind_label, self.kinds = FieldLabel(), QComboBox()
        self.rows: PagedTable[Line] = PagedTable(
            _columns(), self.presenter.pages, lambda line: line.n, self
        )
        self.table = QTableView()
        self._lay_out()
        self._connect()
        self.retranslate()

    def name(self) -> str:
        return _("Access log")

    def start(self) -> None:
        self.rows.start_over()
        self._fetch()

    def retranslate(self) -> None:
        self.card.set_heading(_("Access log"))
        self.advice.setText(
            _("Who did what and when. Nobody can change or remove an entry without being noticed.")
        )
        self.verify.set_words(_("Check the log"))
        self.export.set_words(_("Export as CSV…"))
        self.kind_label.setText(_("Show"))
        self.kinds.setAccessibleName(_("Show"))
        self.table.setAccessibleName(_("Access log"))
        for place, kind in enumerate(Kind):
            self.kinds.setItemText(place, kind_word(kind))
        self.table.viewport().update()
        self.table.horizontalHeader().viewport().update()
        self.show_chain(self._check)

    # what the presenter asks for

    def show_chain(self, check: Check | None) -> None:
        self._check = check
        if check is None:
            self.chain.show_state("", "plain")
        elif check.ok:
            self.chain.show_state(_("unbroken"), "good")
            self.say(check.detail, "good")
        else:
            self.chain.show_state(_("changed"), "stop")
            self.say(check.detail, "stop")

    def show_good(self, words: str) -> None:
        self.say(words, "good")

    def show_trouble(self, words: str) -> None:
        self.say(words, "stop")

    # its parts

    def _lay_out(self) -> None:
        self.card.add_to_head(self.chain)
        for kind in Kind:
            self.kinds.addItem("", kind)
        self.kind_label.setBuddy(self.kinds)
        self.card.body.addWidget(Bar([self.kind_label, self.kinds], [self.verify, self.export]))
        self.card.body.addWidget(self.table, 1)
        table = self.table
        table.setModel(self.rows)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(_LEFT)
        table.horizontalHeader().setHighlightSections(False)
        self._fit()

    def _connect(self) -> None:
        self.verify.clicked.connect(self.presenter.verify)
        self.export.clicked.connect(self._export)
        self.kinds.currentIndexChanged.connect(self._choose)
        look().changed.connect(self._fit)

    def _fit(self) -> None:
        px = look().theme.px
        self.table.verticalHeader().setDefaultSectionSize(px(SLIM_ROW_HEIGHT - 8))
        header = self.table.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, px(width))
        header.setSectionResizeMode(len(_WIDTHS), QHeaderView.ResizeMode.Stretch)
        header.resizeSection(len(_WIDTHS) + 1, px(190))

    def _choose(self) -> None:
        self.presenter.kind = self.kinds.currentData()
        self.start()

    def _fetch(self) -> None:
        self.rows.fetchMore(self.table.rootIndex())

    def _export(self) -> None:
        where = self.ask_where(self)
        if where:
            self.presenter.export(where)


def _columns() -> Sequence[Column[Line]]:
    return (
        Column(lambda: _("No."), lambda line: str(line.n)),
        Column(lambda: _("When"), _when),
        Column(lambda: _("Who"), lambda line: line.who or _("(nobody logged in)")),
        Column(lambda: _("What"), _what),
        Column(lambda: _("About"), lambda line: line.number),
    )


def _when(line: Line) -> str:
    return f"{date_short(line.at)} {here(line.at):%H:%M:%S}"


def _what(line: Line) -> str:
    words = action_words(line.action)
    return _("{what} – refused").format(what=words) if line.refused else words


def _ask_where(parent: QWidget) -> str:
    kinds = _("Tables (*.csv)")
    name = _("access-log.csv")
    return QFileDialog.getSaveFileName(parent, _("Export as CSV…"), name, kinds)[0]
