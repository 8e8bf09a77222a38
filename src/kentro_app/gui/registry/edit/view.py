"""The form of what is known of somebody. It shows and it asks; it decides nothing."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kentro_app.gui.bar import Bar
from kentro_app.gui.drafts.fields import FormFields
from kentro_app.gui.drafts.keeper import DraftKeeper
from kentro_app.gui.keys import write_keys
from kentro_app.gui.office import Office
from kentro_app.gui.people.form import PersonForm
from kentro_app.gui.people.typed import Typed
from kentro_app.gui.pieces import Pieces
from kentro_app.gui.registry.edit.changes import hides_address
from kentro_app.gui.registry.edit.presenter import EditPresenter
from kentro_app.gui.registry.ports import Page
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.theme import M
from kentro_app.gui.widgets.buttons import Button, LinkButton, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.notices import announce
from kentro_app.gui.widgets.text import Quiet
from kentro_app.i18n import _
from kentro_app.services.drafts import PERSON_CHANGE

_ADDRESS = ("street", "street_number", "postcode", "municipality")


class EditView(QWidget):
    """Fits `edit.presenter.EditScreen`."""

    closed = Signal()

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._speaker = office, speaker
        self.presenter = EditPresenter(self, office.desk, speaker, office.now)
        self.card, self.form, self.about = Card(), PersonForm(), Quiet(wrap=True)
        self.back, self.undo = Button(keys="Esc", icon="back"), LinkButton()
        self.go = PrimaryButton()
        self._lay_out()

    def build(self) -> Pieces:
        """Make the fields, in pieces; there are none before."""
        yield
        yield from self.form.build()
        self._connect()
        self._say()

    def title(self) -> str:
        """What the top bar calls this place."""
        return _("Correct a person's data")

    def start(self, page: Page) -> None:
        """Begin with what is known of somebody."""
        self.drafts.leave()
        self._name = page.file.person.full_name
        self.presenter.start(page.file)
        self.drafts.begin(str(page.file.person.id))
        for name in _ADDRESS:
            self.form.entries[name].setVisible(not hides_address(page.file))

    # EditScreen

    def show_typed(self, typed: Typed) -> None:
        self.form.show_typed(typed)

    def show_remarks(self, problems: Mapping[str, str], doubts: Mapping[str, str]) -> None:
        self.form.show_problems(problems)
        self.form.show_doubts(doubts)

    def go_to(self, field: str) -> None:
        entry = self.form.entries.get(field)
        if entry is not None:
            entry.field.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(entry.error)

    def set_busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy)

    def finished(self) -> None:
        self.drafts.saved()
        self.closed.emit()

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.line("surname").setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        # In the present language; what is typed stays.
        self.card.set_heading(_("What is known"))
        self.about.setText(_("What was there before stays in the history, with who changed it."))
        self.form.retranslate()
        self.back.set_words(_("Back"))
        self.undo.set_words(_("As it was"))
        write_keys(self.go, _("Save the changes"), "Ctrl+Enter")

    # the parts

    def _as_it_was(self) -> None:
        subject = self.drafts.subject
        self.drafts.give_up()
        self.presenter.start_over()
        if subject is not None:
            self.drafts.begin(subject, fresh=True)

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(self.card)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(scroll, 1)
        column.addWidget(Bar([self.back, self.undo], [self.go]))
        self.card.body.addWidget(self.about)
        self.card.body.addWidget(self.form, 1)

    def _connect(self) -> None:
        fields = {name: entry.field for name, entry in self.form.entries.items()}
        self.drafts = DraftKeeper(
            FormFields(fields, self.form.changed),
            self._office,
            self._speaker,
            shown=self,
            kind=PERSON_CHANGE,
            title=lambda: self._name,
        )
        self.drafts.brought_back.connect(lambda _draft: self.presenter.changed(self.form.typed()))
        self.form.changed.connect(self.presenter.changed)
        self.back.clicked.connect(self.closed)
        self.undo.clicked.connect(self._as_it_was)
        self.go.clicked.connect(self.presenter.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # the second is the number pad's
            QShortcut(QKeySequence(keys), self).activated.connect(self.go.click)
