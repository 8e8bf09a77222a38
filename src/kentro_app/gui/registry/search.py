"""The first page of the place: one field, and who is meant."""

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kentro_app.gui.office import Office
from kentro_app.gui.reception.lines import hit_row
from kentro_app.gui.reception.ports import Hits
from kentro_app.gui.registry.presenter import SearchPresenter
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.theme import XL
from kentro_app.gui.widgets.buttons import LinkButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.notices import EmptyHint
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.text import ErrorText, Quiet
from kentro_app.gui.words import cut, escaped
from kentro_app.i18n import _

LONGEST_SEARCH = 200
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}


class SearchPage(QWidget):
    """`opened` carries a person's id. Fits `registry.ports.SearchScreen`."""

    opened = Signal(object)

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = SearchPresenter(self, office.desk, speaker, self._open)
        self._hits = Hits()
        self.card, self.keys = Card(margin=XL - 4), Quiet()
        self.field = QLineEdit(maxLength=LONGEST_SEARCH)
        self.error, self.turned = ErrorText(wrap=True), LinkButton()
        self.rows, self.hint = RowList(), EmptyHint()
        self.pages = QStackedWidget()
        self._lay_out()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.presenter.search)
        self.field.returnPressed.connect(self._enter)
        self.rows.chosen.connect(self._open)
        self.turned.clicked.connect(lambda: self.field.setText(self._hits.meant))
        self.retranslate()

    def title(self) -> str:
        """What the top bar calls this place."""
        return _("People")

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        self.card.set_heading(_("Whom are you looking for?"))
        self.keys.setText(_("↑ ↓ choose · Enter open"))
        self.field.setPlaceholderText(_("Name, telephone, AMKA or number"))
        self.field.setAccessibleName(_("Whom are you looking for?"))
        self.rows.setAccessibleName(_("People who may be meant"))
        self.show_hits(self._hits)

    # SearchScreen

    def show_hits(self, hits: Hits) -> None:
        fresh = hits.typed != self._hits.typed
        self._hits = hits
        self.rows.show_rows([hit_row(found, None, selected=False) for found in hits.found])
        if fresh or self.rows.current_id() is None:
            self.rows.select_first()
        self.pages.setCurrentWidget(self.rows if hits.found else self.hint)
        self._advise()
        words = _("You typed with the other keyboard layout: “{text}”")
        self.turned.set_words(escaped(words.format(text=cut(hits.meant, 40))))
        self.turned.setVisible(bool(hits.meant))

    def show_refusal(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))

    # Qt's interface

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move the selection while the cursor stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.rows.step(step)
                return True
        return False

    # the parts

    def _lay_out(self) -> None:
        self.card.add_to_head(self.keys)
        self.field.setProperty("role", "checkin")
        self.pages.addWidget(self.hint)
        self.pages.addWidget(self.rows)
        for widget in (self.field, self.error, self.turned):
            self.card.body.addWidget(widget)
        self.card.body.setAlignment(self.turned, Qt.AlignmentFlag.AlignLeft)
        self.card.body.addWidget(self.pages, 1)
        self.error.hide()
        self.turned.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def _advise(self) -> None:
        if self._hits.typed:
            advice = _("Try a telephone number, or only the beginning of the surname.")
            self.hint.set_words(_("Nobody of this name or number is known"), advice)
        else:
            advice = _("A name in any spelling, a telephone number, AMKA or the person's number.")
            self.hint.set_words(_("Type whom you are looking for"), advice)

    def _enter(self) -> None:
        chosen = self.rows.current_id()
        self.presenter.enter(chosen if isinstance(chosen, UUID) else None)

    def _open(self, person_id: object) -> None:
        self.opened.emit(person_id)
