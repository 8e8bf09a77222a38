"""The dialog in which a visit is corrected and its history read."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from kentro_app.gui.office import Office
from kentro_app.gui.reception.correct.pages import DoublePage, HistoryPage, PersonPage, TimesPage
from kentro_app.gui.reception.correct.presenter import CorrectPresenter
from kentro_app.gui.reception.correct.story import Story
from kentro_app.gui.reception.correct.words import history_rows
from kentro_app.gui.reception.lines import name_of
from kentro_app.gui.reception.ports import Hits
from kentro_app.gui.reception.queue.steps import Door
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.style import look
from kentro_app.gui.theme import XL, M
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.notices import announce
from kentro_app.gui.widgets.text import ErrorText, Title
from kentro_app.i18n import _
from kentro_app.services.access import Permission, may

_WIDTH, _HEIGHT = 620, 520


class CorrectDialog(QDialog):
    """Fits `presenter.CorrectScreen`; closes when something was corrected."""

    def __init__(
        self, office: Office, speaker: Speaker, visit_id: UUID, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._zone = office.site.zone
        self.person, self.times, self.double = PersonPage(), TimesPage(), DoublePage()
        self.history = HistoryPage()
        self.title, self.error, self.close_button = Title(), ErrorText(wrap=True), Button()
        self.pages = QTabWidget()
        self.presenter = CorrectPresenter(self, office.desk, speaker, office.now)
        self._lay_out(may(office.actor, Permission.CORRECT))
        self._connect()
        self.presenter.load(visit_id)

    def open_at(self, door: Door) -> None:
        """Show the dialog at what was asked for."""
        self.pages.setCurrentWidget(self.history if door is Door.HISTORY else self.person)
        self.open()
        if door is Door.CORRECT:
            self.person.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # CorrectScreen

    def show_story(self, story: Story) -> None:
        visit = story.row.visit
        words = _("{ticket} · {name}").format(ticket=visit.code, name=name_of(story.row))
        self.title.setText(words)
        self.setWindowTitle(words)
        self.times.show_visit(visit)
        self.double.show_others(story.others)
        self.history.show_rows(history_rows(story))

    def show_hits(self, hits: Hits) -> None:
        self.person.show_hits(hits)

    def show_refusal(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))
        if words:
            announce(self.error)

    # the parts

    def _lay_out(self, corrects: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        self.pages.setDocumentMode(True)
        self.pages.setAccessibleName(_("What is to be corrected"))
        if corrects:
            self.pages.addTab(self.person, _("Wrong person"))
            self.pages.addTab(self.times, _("Wrong time"))
            self.pages.addTab(self.double, _("Checked in twice"))
        self.pages.addTab(self.history, _("History"))
        self.close_button.set_words(_("Close"))
        self.close_button.setAutoDefault(False)
        for widget in (self.title, self.pages, self.error, self.close_button):
            column.addWidget(widget)
        column.setAlignment(self.close_button, Qt.AlignmentFlag.AlignRight)
        self.error.hide()
        room = self.screen().availableSize()
        theme = look().theme
        self.resize(
            min(theme.px(_WIDTH), room.width() - 2 * XL),
            min(theme.px(_HEIGHT), room.height() - 2 * XL),
        )

    def _connect(self) -> None:
        self.person.typed.connect(self.presenter.search)
        self.person.asked.connect(self._set_person)
        self.times.asked.connect(lambda: self.presenter.set_times(self.times.said(), self._zone))
        self.double.asked.connect(self._join)
        self.close_button.clicked.connect(self.reject)
        self.pages.currentChanged.connect(lambda _place: self.show_refusal(""))
        for page in (self.person, self.times, self.double):
            page.go.setAutoDefault(False)

    def _set_person(self) -> None:
        chosen = self.person.hits.current_id()
        if isinstance(chosen, UUID):
            self.presenter.set_person(chosen)

    def _join(self) -> None:
        chosen = self.double.rows.current_id()
        if isinstance(chosen, UUID):
            self.presenter.join(chosen)
