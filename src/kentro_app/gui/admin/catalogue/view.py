"""The section of requests: the list by axis at the left, what one does with them at the right."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kentro_app.domain.requests import Axis, RequestCode
from kentro_app.gui.admin.catalogue.panels import EndPanel, EntryPanel
from kentro_app.gui.admin.catalogue.presenter import CataloguePresenter
from kentro_app.gui.admin.section import AdminSection, scrolled
from kentro_app.gui.admin.users.panels import Panel
from kentro_app.gui.contact.catalogue import matching, shown_code
from kentro_app.gui.contact.words import axes
from kentro_app.gui.drafts.fields import FormFields
from kentro_app.gui.drafts.keeper import DraftKeeper
from kentro_app.gui.office import Office
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.theme import L, M, S
from kentro_app.gui.widgets.buttons import Button, DangerButton, PrimaryButton
from kentro_app.gui.widgets.notices import EmptyHint
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.words import joined
from kentro_app.i18n import _, current
from kentro_app.i18n.dates import date_short
from kentro_app.services.contact_files import Offer
from kentro_app.services.drafts import CATALOGUE

NEW = "new"


class CatalogueSection(AdminSection):
    """Fits `catalogue.presenter.CatalogueScreen`."""

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = CataloguePresenter(self, office.desk, office.now)
        self._to_go_on_with: str | None = None
        self._entries: dict[object, RequestCode] = {}
        self._today = date.min
        self.search, self.rows = QLineEdit(maxLength=60), RowList(slim=True)
        self.new = PrimaryButton(icon="plus")
        self.rename, self.reopen, self.end = Button(), Button(), DangerButton()
        self.hint, self.entry, self.ask_end = EmptyHint(), EntryPanel(), EndPanel()
        self.panels = QStackedWidget()
        self.drafts = self._keeper(office, speaker)
        self._lay_out()
        self._connect()
        self.retranslate()

    def name(self) -> str:
        return _("Requests")

    def start(self) -> None:
        self.presenter.load()

    def retranslate(self) -> None:
        self.card.set_heading(_("Requests"))
        self.advice.setText(_("What people can ask for at this centre. Nothing is ever deleted."))
        self.search.setPlaceholderText(_("Search by code or name"))
        self.search.setAccessibleName(_("Search by code or name"))
        self.rows.setAccessibleName(_("Requests"))
        self.new.set_words(_("New request"))
        self.rename.set_words(_("Rename…"))
        self.reopen.set_words(_("Offer again"))
        self.end.set_words(_("End…"))
        self.hint.set_words(
            _("Choose a request from the list"), _("or add a new one with the button above.")
        )
        for panel in (self.entry, self.ask_end):
            panel.retranslate()
        self._draw()

    def go_on(self, subject: str) -> None:
        """Go on with the draft of one request, or of a new one, once the list is read."""
        self._to_go_on_with = subject

    # what the presenter asks for

    def show_entries(self, entries: Sequence[RequestCode], today: date) -> None:
        self._entries = {entry.code: entry for entry in entries}
        self._today = today
        self._draw()
        wanted, self._to_go_on_with = self._to_go_on_with, None
        if wanted is not None:
            self._ask(self._entries.get(wanted))

    def show_refusal(self, field: str, words: str) -> None:
        shown = (self.hint, self.entry, self.ask_end)[self.panels.currentIndex()]
        if isinstance(shown, Panel):
            shown.show_refusal(field, words)
        else:
            self.say(words, "stop")

    def show_done(self, words: str, code: str) -> None:
        self.drafts.saved()
        self._show(self.hint)
        self.say(words, "good")
        self.search.clear()
        self.rows.select(code)
        self.rows.setFocus()

    # its parts

    def _lay_out(self) -> None:
        self.card.add_to_head(self.new)
        left = QVBoxLayout()
        left.setSpacing(S)
        left.addWidget(self.search)
        left.addWidget(self.rows, 1)
        acts = QHBoxLayout()
        acts.setSpacing(S)
        for button in (self.rename, self.reopen, self.end):
            acts.addWidget(button)
        acts.addStretch(1)
        left.addLayout(acts)
        for panel in (self.hint, self.entry, self.ask_end):
            self.panels.addWidget(scrolled(panel))
        across = QHBoxLayout()
        across.setSpacing(L + M)
        across.addLayout(left, 6)
        across.addWidget(self.panels, 5)
        self.card.body.addLayout(across, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._draw())
        self.rows.current_changed.connect(lambda _id: self._offer())
        self.rows.chosen.connect(lambda _id: self._begin_renaming())
        self.new.clicked.connect(lambda: self._ask(None))
        self.rename.clicked.connect(self._begin_renaming)
        self.end.clicked.connect(self._begin_ending)
        self.reopen.clicked.connect(lambda: self.presenter.reopen(str(self.rows.current_id())))
        self.entry.added.connect(self.presenter.add)
        self.entry.renamed.connect(self.presenter.rename)
        self.ask_end.agreed.connect(self.presenter.end)
        for panel in (self.entry, self.ask_end):
            panel.closed.connect(lambda: self._show(self.hint))
        self.entry.closed.connect(self.drafts.give_up)

    def _keeper(self, office: Office, speaker: Speaker) -> DraftKeeper:
        fields: dict[str, QWidget] = {
            name: entry.field for name, entry in self.entry.fields.items()
        }
        return DraftKeeper(
            FormFields({**fields, "restricted": self.entry.restricted}, self.entry.changed),
            office,
            speaker,
            shown=self.entry,
            kind=CATALOGUE,
            title=lambda: joined(self.entry.code.text(), self.entry.title_el.text()),
        )

    def _begin_renaming(self) -> None:
        entry = self._current()
        if entry is not None:
            self._ask(entry)

    def _ask(self, entry: RequestCode | None) -> None:
        self._show(self.entry)
        self.drafts.leave()
        self.entry.ask(entry)
        self.drafts.begin(entry.code if entry else NEW)

    def _begin_ending(self) -> None:
        entry = self._current()
        if entry is not None:
            self._show(self.ask_end)
            others = [o for o in self._entries.values() if o.valid_to is None and o != entry]
            self.ask_end.ask(entry, others)

    def _show(self, panel: QWidget) -> None:
        self.say("")
        self.panels.setCurrentIndex((self.hint, self.entry, self.ask_end).index(panel))

    def _current(self) -> RequestCode | None:
        return self._entries.get(self.rows.current_id())

    def _draw(self) -> None:
        found = matching(Offer(tuple(self._entries.values())), self.search.text(), ())
        titles = {axis: words for words, axis in axes()}
        rows: list[Row] = []
        for axis in Axis:
            below = sorted((e for e in found if e.axis is axis), key=lambda e: e.code)
            if below:
                rows.append(Row(axis, titles[axis], strong=True))
                rows += [_row(entry, self._today) for entry in below]
        self.rows.show_rows(rows)
        self._offer()

    def _offer(self) -> None:
        entry = self._current()
        ended = entry is not None and entry.valid_to is not None
        self.rename.setEnabled(entry is not None)
        self.end.setEnabled(entry is not None)
        self.end.setVisible(not ended)
        self.reopen.setVisible(ended)


def _row(entry: RequestCode, today: date) -> Row:
    last = entry.valid_to
    if last is None:
        chip = _("restricted") if entry.restricted else ""
        return Row(entry.code, entry.title(current().language), shown_code(entry.code), chip=chip)
    over = last < today
    words = _("ended {day}") if over else _("ends {day}")
    follows = _("then {code}").format(code=shown_code(entry.maps_to)) if entry.maps_to else ""
    return Row(
        entry.code,
        entry.title(current().language),
        joined(shown_code(entry.code), follows),
        chip=words.format(day=date_short(last)),
        faded=over,
    )
