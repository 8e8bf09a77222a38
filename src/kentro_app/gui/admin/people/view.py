"""The section that brings in a table of people: a look at its columns, its lines, a report."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFileDialog, QWidget

from kentro_app.gui.admin.people.presenter import PeoplePresenter
from kentro_app.gui.admin.ports import BringsPeople, Remark
from kentro_app.gui.admin.section import AdminSection
from kentro_app.gui.bar import Bar
from kentro_app.gui.ports import Prepares
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.notices import EmptyHint
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import Heading, Label
from kentro_app.i18n import _

MOST_SHOWN = 500  # the saved report has all of them

AskPath = Callable[[QWidget], str]


class PeopleSection(AdminSection):
    """Fits `people.presenter.PeopleScreen`."""

    def __init__(
        self,
        people: BringsPeople,
        lane: Prepares,
        changed: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = PeoplePresenter(self, people, lane, changed)
        self.ask_file: AskPath = _ask_file
        self.ask_where: AskPath = _ask_where
        self._file, self._left_out = "", tuple[str, ...]()
        self._remarks: tuple[Remark, ...] = ()
        self._under_way = False
        self.choose, self.begin = Button(icon="reports"), PrimaryButton()
        self.stop, self.keep = Button(), Button(icon="save")
        self.file, self.columns = Heading(wrap=True), Label(wrap=True)
        self.list, self.empty = RowList(lead_width=56), EmptyHint()
        self._lay_out()
        self._connect()
        self.retranslate()

    def name(self) -> str:
        return _("Import people")

    def retranslate(self) -> None:
        self.card.set_heading(_("Import people"))
        self.advice.setText(
            _("Registers everybody in a table (.xlsx or .csv). Its first line names the columns.")
        )
        self.choose.set_words(_("Choose a file…"))
        self.begin.set_words(_("Register everybody in it"))
        self.stop.set_words(_("Stop"))
        self.keep.set_words(_("Save the report…"))
        self.list.setAccessibleName(_("Lines to look at"))
        self.empty.set_words(
            _("No file was chosen yet"),
            _(
                "Columns can be called for example: surname, given name, father's name, "
                "date of birth, AMKA, AFM, phone, street, municipality."
            ),
        )
        self._draw()

    # what the presenter asks for

    def show_file(self, name: str, left_out: Sequence[str]) -> None:
        self._file, self._left_out = name, tuple(left_out)
        self.say("")
        self._draw()
        self.begin.setFocus()

    def show_busy(self, words: str) -> None:
        super().show_busy(words)
        for button in (self.choose, self.begin, self.keep):
            button.setEnabled(not words)

    def show_under_way(self, under_way: bool) -> None:
        self._under_way = under_way
        if not under_way:
            self._file = ""
        self._draw()
        if under_way:
            self.say("")
            self.stop.setFocus()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        self._remarks = tuple(remarks)
        self._draw()

    def show_good(self, words: str) -> None:
        self.say(words, "good")

    def show_bad(self, words: str) -> None:
        self.say(words, "wait" if self._remarks else "stop")

    # its parts

    def _lay_out(self) -> None:
        self.card.add_to_head(self.choose)
        body = self.card.body
        for widget in (self.file, self.columns):
            body.addWidget(widget)
        body.addWidget(self.list, 1)
        body.addWidget(self.empty, 1)
        body.addWidget(Bar([self.keep], [self.stop, self.begin]))

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.begin.clicked.connect(self.presenter.start)
        self.stop.clicked.connect(self.presenter.stop)
        self.keep.clicked.connect(self._keep)

    def _choose(self) -> None:
        path = self.ask_file(self)
        if path:
            self.presenter.choose(path)

    def _keep(self) -> None:
        path = self.ask_where(self)
        if path:
            self.presenter.save(path)

    def _draw(self) -> None:
        waiting = bool(self._file) and not self._under_way
        self.file.setText(self._file)
        self.file.setVisible(bool(self._file))
        words = _("These columns are not known here and will be left out: {names}.")
        self.columns.setText(
            words.format(names=", ".join(self._left_out))
            if self._left_out
            else _("Every column is known.")
        )
        self.columns.setVisible(waiting)
        self.begin.setVisible(waiting)
        self.stop.setVisible(self._under_way)
        self.keep.setVisible(bool(self._remarks))
        self.list.show_rows([_row(remark) for remark in self._remarks[:MOST_SHOWN]])
        self.list.setVisible(bool(self._remarks))
        self.empty.setVisible(not self._remarks and not self._file)


def _row(remark: Remark) -> Row:
    refused = remark.refused
    return Row(
        remark.line,
        remark.words,
        remark.column,
        lead=str(remark.line),
        chip=_("refused") if refused else _("registered"),
        chip_kind="stop" if refused else "wait",
    )


def _ask_file(parent: QWidget) -> str:
    kinds = _("Tables (*.xlsx *.csv *.txt)")
    return QFileDialog.getOpenFileName(parent, _("Choose a file…"), "", kinds)[0]


def _ask_where(parent: QWidget) -> str:
    kinds, name = _("Tables (*.csv)"), _("import-report.csv")
    return QFileDialog.getSaveFileName(parent, _("Save the report…"), name, kinds)[0]
