"""Somebody's page, as seen on the screen: who it is at the left, the visits at the right."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kentro_app.domain.changes import Topic
from kentro_app.gui.bar import Bar
from kentro_app.gui.clipboard import Copier
from kentro_app.gui.keys import write_keys
from kentro_app.gui.office import Office
from kentro_app.gui.pieces import Pieces
from kentro_app.gui.registry.header import PersonHeader
from kentro_app.gui.registry.ports import Page
from kentro_app.gui.registry.presenter import PersonPresenter
from kentro_app.gui.registry.timeline import Timeline
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.style import look
from kentro_app.gui.theme import ROW_HEIGHT, L, M
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.notices import announce
from kentro_app.gui.widgets.text import ErrorText
from kentro_app.i18n import _

_BESIDE_FROM = 900
_SHOWN = frozenset({Topic.PERSONS, Topic.VISITS})


class PersonView(QWidget):
    """`edit_asked`, `past_asked` and `page_shown` carry the page.

    Fits `registry.ports.PersonScreen`.
    """

    closed = Signal()
    edit_asked = Signal(object)
    page_shown = Signal(object)
    past_asked = Signal(object)

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._speaker = office, speaker
        self.presenter = PersonPresenter(self, office.desk, speaker, office.now)
        self.copier = Copier(self)
        self.header = PersonHeader(office.site.local_day, office.now)
        self.card = Card()
        self.error = ErrorText(wrap=True)
        self.back, self.past = Button(keys="Esc", icon="back"), Button(keys="Ctrl+H")
        self.edit, self.go = Button(keys="Ctrl+E"), PrimaryButton()
        self._lay_out()

    def build(self) -> Pieces:
        """Make the table of visits, in pieces; there is none before."""
        yield
        self.timeline = Timeline(self.presenter.pages)
        self.timeline.setMinimumHeight(look().theme.px(4 * ROW_HEIGHT))
        self.card.body.addWidget(self.timeline, 1)
        yield
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """What the top bar calls this place; the name itself stands on the page only."""
        return _("Person")

    def open(self, person_id: object) -> None:
        """Show somebody's page; what was there of another is gone at once."""
        self.header.show_page(None)
        self.presenter.open(person_id)  # type: ignore[arg-type]
        self.timeline.start_over()

    # PersonScreen

    def show_page(self, page: Page) -> None:
        self.header.show_page(page)
        self.timeline.know(page.catalogue)
        self.page_shown.emit(page)
        self._offer()

    def show_refusal(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))
        if words:
            announce(self.error)

    def set_busy(self, busy: bool) -> None:
        self._offer()
        if busy:
            self.go.setEnabled(False)

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = event.size().width() >= look().theme.px(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        super().resizeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.card.set_heading(_("Visits"))
        self.header.retranslate()
        self.timeline.retranslate()
        self.back.set_words(_("Back"))
        self.past.set_words(_("Who changed what"))
        self.edit.set_words(_("Correct the data"))
        write_keys(self.go, _("Check in"), "Ctrl+Enter")

    # the parts

    def _lay_out(self) -> None:
        page = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(L)
        self._box.addWidget(self.header, 2)
        self._box.addWidget(self.card, 3)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(scroll, 1)
        column.addWidget(self.error)
        column.addWidget(Bar([self.back], [self.past, self.edit, self.go]))
        self.error.hide()

    def _connect(self) -> None:
        self.header.copied.connect(self._copy)
        self.back.clicked.connect(self.closed)
        self.edit.clicked.connect(lambda: self.edit_asked.emit(self.presenter.page))
        self.past.clicked.connect(lambda: self.past_asked.emit(self.presenter.page))
        self.go.clicked.connect(self.presenter.check_in)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # the second is the number pad's
            QShortcut(QKeySequence(keys), self).activated.connect(self.go.click)
        self._office.desk.data_changed.connect(self._on_change)

    def _copy(self, name: str, words: str) -> None:
        self.copier.copy(words)
        said = _("{name} was copied; it stays on the clipboard for 20 seconds.")
        self._speaker.say(said.format(name=name))

    def _offer(self) -> None:
        page = self.presenter.page
        for button in (self.edit, self.past):
            button.setEnabled(page is not None)
        self.go.setEnabled(page is not None and page.here is None)

    def _on_change(self, topics: frozenset[Topic]) -> None:
        if topics & _SHOWN and self.presenter.person_id is not None:
            self.presenter.reload()
            self.timeline.visits.refresh()
