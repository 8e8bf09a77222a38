"""The contact record as seen on the screen. It shows and it asks; it decides nothing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kentro_app.gui.bar import Bar
from kentro_app.gui.contact.form import ContactForm
from kentro_app.gui.contact.panels import focus_of
from kentro_app.gui.contact.people_field import PeopleField
from kentro_app.gui.contact.ports import Opened
from kentro_app.gui.contact.presenter import ContactPresenter
from kentro_app.gui.drafts.keeper import DraftKeeper
from kentro_app.gui.keys import write_keys
from kentro_app.gui.office import Office
from kentro_app.gui.people.entry import Entry
from kentro_app.gui.pieces import Pieces
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.theme import M
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.notices import announce
from kentro_app.gui.widgets.text import Heading
from kentro_app.i18n import _
from kentro_app.services.drafts import CONTACT
from kentro_app.services.ports import Found


class ContactView(QWidget):
    """`closed` brings back where one came from; whoever shows it finishes `pieces` first.

    Fits `contact.ports.ContactScreen`.
    """

    closed = Signal()

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = ContactForm()
        self._office, self._speaker = office, speaker
        self.presenter = ContactPresenter(self, office.desk, speaker, office.now)
        self.whose, self.area = Heading(wrap=True), QScrollArea()
        self.back, self.go = Button(keys="Esc", icon="back"), PrimaryButton()
        self.pieces = self._build()

    def title(self) -> str:
        """What the top bar calls this place."""
        return _("Contact record")

    # ContactScreen

    def show_record(self, opened: Opened) -> None:
        self.drafts.leave()  # before the form holds somebody else
        self.whose.setText(opened.whose)
        self.form.following.due.today = opened.day
        self.form.what.requests.show_offer(opened.offer)
        self.form.show_draft(opened.draft)
        self.form.put_cursor("requests:0")
        self.drafts.begin(self.presenter.subject)

    def show_hits(self, field: str, typed: str, found: Sequence[Found]) -> None:
        self._people(field).show_hits(typed, found)

    def show_axis(self, words: str) -> None:
        self.form.what.show_proposal(words)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        for name, entry in self.form.entries.items():
            entry.show_error(problems.get(name, ""))
            if name in problems:
                self._go_to(entry)

    def set_busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy)

    def saved(self) -> None:
        self.drafts.saved()
        self.closed.emit()

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self.form, "entries"):
            self._retranslate()
        super().changeEvent(event)

    # the parts

    def _go_to(self, entry: Entry) -> None:
        focus_of(entry.field).setFocus(Qt.FocusReason.OtherFocusReason)
        # The error has just come: there is no place for it before the next turn.
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(entry))
        announce(entry.error)

    def _people(self, field: str) -> PeopleField:
        return self.form.who.presenter if field == "presenter" else self.form.who.subjects

    def _build(self) -> Pieces:
        self._lay_out()
        yield
        yield from self.form.build()
        self._connect()
        self._retranslate()

    def _retranslate(self) -> None:
        self.form.retranslate()
        self.back.set_words(_("Back"))
        write_keys(self.go, _("Save"), "Ctrl+Enter")
        self.presenter.changed(self.form.draft())

    def _lay_out(self) -> None:
        scroll = self.area
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.whose)
        column.addWidget(scroll, 1)
        column.addWidget(Bar([self.back], [self.go]))

    def _connect(self) -> None:
        self.drafts = DraftKeeper(
            self.form,
            self._office,
            self._speaker,
            shown=self,
            kind=CONTACT,
            title=self.whose.text,
        )
        self.drafts.brought_back.connect(lambda _draft: self.presenter.changed(self.form.draft()))
        self.form.changed.connect(lambda: self.presenter.changed(self.form.draft()))
        for field in ("presenter", "subjects"):
            self._people(field).typed.connect(
                lambda text, field=field: self.presenter.search(field, text)
            )
        self.back.clicked.connect(self.closed)
        self.go.clicked.connect(lambda: self.presenter.save(self.form.draft()))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # the second is the number pad's
            QShortcut(QKeySequence(keys), self).activated.connect(self.go.click)
