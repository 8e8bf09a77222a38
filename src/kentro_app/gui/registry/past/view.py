"""Who changed what about somebody, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kentro_app.domain.people import Person
from kentro_app.gui.bar import Bar
from kentro_app.gui.office import Office
from kentro_app.gui.registry.past.presenter import PastPresenter
from kentro_app.gui.registry.past.words import field_word, value_word
from kentro_app.gui.registry.ports import Page
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.theme import M
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.notices import EmptyHint
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.words import joined
from kentro_app.i18n import _
from kentro_app.i18n.dates import moment_short
from kentro_app.services.history import Changed


class PastView(QWidget):
    """Fits `past.presenter.PastScreen`."""

    closed = Signal()

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = PastPresenter(self, office.desk, speaker)
        self._changes: tuple[Person | None, Sequence[Changed]] = (None, ())
        self.card, self.rows, self.hint = Card(), RowList(), EmptyHint()
        self.pages = QStackedWidget()
        self.back = Button(keys="Esc", icon="back")
        for widget in (self.hint, self.rows):
            self.pages.addWidget(widget)
        self.card.body.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.card, 1)
        column.addWidget(Bar([self.back]))
        self.back.clicked.connect(self.closed)
        self.retranslate()

    def title(self) -> str:
        """What the top bar calls this place."""
        return _("Who changed what")

    def start(self, page: Page) -> None:
        """Read somebody's history; what was there of another is gone at once."""
        self.show_changes(page.file.person, ())
        self.presenter.open(page.file.person)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.back.set_words(_("Back"))
        self.rows.setAccessibleName(_("Changes, newest first"))
        self._show()

    # PastScreen

    def show_changes(self, person: Person, changes: Sequence[Changed]) -> None:
        self._changes = (person, changes)
        self._show()

    def show_refusal(self, words: str) -> None:
        self.pages.setCurrentWidget(self.hint)
        self.hint.set_words(words)

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        person, changes = self._changes
        self.card.set_heading(joined(person.full_name, person.number) if person else "")
        self.rows.show_rows([_row(place, one) for place, one in enumerate(changes)])
        self.pages.setCurrentWidget(self.rows if changes else self.hint)
        self.hint.set_words(
            _("Nothing was changed since the registration"),
            _("Every correction will stand here, with what was there before."),
        )


def _row(place: int, changed: Changed) -> Row:
    before, value = (value_word(changed, said) for said in (changed.before, changed.value))
    words = _("{field}: {before} → {value}")
    return Row(
        id=place,
        title=words.format(field=field_word(changed), before=before, value=value),
        about=joined(moment_short(changed.at), changed.who),
    )
