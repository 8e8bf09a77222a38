"""Registering somebody new, as seen on the screen. It shows and it asks; it decides nothing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kentro_app.domain.visits import Visit
from kentro_app.gui.bar import Bar
from kentro_app.gui.keys import write_keys
from kentro_app.gui.office import Office
from kentro_app.gui.people.candidates import CandidatesCard
from kentro_app.gui.people.form import PersonForm
from kentro_app.gui.people.presenter import NewPersonPresenter
from kentro_app.gui.people.typed import Typed
from kentro_app.gui.people.unfinished import Unfinished
from kentro_app.gui.pieces import Pieces
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.style import look
from kentro_app.gui.theme import L, M
from kentro_app.gui.widgets.buttons import Button, LinkButton, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.notices import announce
from kentro_app.i18n import _
from kentro_app.services.registry import Candidate

_BESIDE_FROM = 960


class NewPersonView(QWidget):
    """`closed` brings the reception back; `candidate_opened` carries a Candidate, `done` the visit
    (or None) with what to say. Fits `people.ports.NewPersonScreen`. Nothing is in it before
    `build` is through."""

    closed = Signal()
    candidate_opened = Signal(object)
    done = Signal(object, str)

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._speaker = office, speaker
        self.presenter = NewPersonPresenter(self, office.desk, speaker, office.now)
        self._built = False

    def build(self) -> Pieces:
        """Make what is in it; call it once."""
        self._lay_out()
        yield
        yield from self.form.build()
        self.candidates = CandidatesCard()
        self._box.addWidget(self.candidates, 1)
        yield
        self._add_buttons()
        yield
        self._connect()
        self._built = True
        self._turn(self.width())
        self._retranslate()

    def title(self) -> str:
        """What the top bar calls this place."""
        return _("New person")

    # NewPersonScreen

    def show_typed(self, typed: Typed) -> None:
        self.form.show_typed(typed)

    def show_remarks(self, problems: Mapping[str, str], doubts: Mapping[str, str]) -> None:
        self.form.show_problems(problems)
        self.form.show_doubts(doubts)

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        self.candidates.show_candidates(candidates)

    def go_to(self, field: str) -> None:
        entry = self.form.entries[field]
        entry.field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(entry.error)

    def set_busy(self, busy: bool) -> None:
        for button in (self.go, self.only):
            button.setEnabled(not busy)

    def registered(self, visit: Visit | None, words: str) -> None:
        self.unfinished.registered()
        self.done.emit(visit, words)

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._built:
            self._retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        empty = (name for name in ("surname", "given_name") if not self.form.line(name).text())
        self.form.line(next(empty, "birth_date")).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._built:
            self._turn(event.size().width())
        super().resizeEvent(event)

    def _retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        self._card.set_heading(_("Who is it?"))
        self.form.retranslate()
        self.candidates.retranslate()
        self.back.set_words(_("Back"))
        self.clear.set_words(_("Empty the form"))
        self.only.set_words(_("Register only"))
        write_keys(self.go, _("Register and check in"), "Ctrl+Enter")

    # the parts

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self._column.addWidget(scroll, 1)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        scroll.setWidget(page)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(L)
        self._card, self.form = Card(), PersonForm()
        self._box.addWidget(self._card, 2)
        self._card.body.addWidget(self.form, 1)

    def _add_buttons(self) -> None:
        self.back, self.clear = Button(keys="Esc", icon="back"), LinkButton()
        self.only, self.go = Button(keys="Ctrl+S"), PrimaryButton()
        self._column.addWidget(Bar([self.back, self.clear], [self.only, self.go]))

    def _turn(self, width: int) -> None:
        beside = width >= look().theme.px(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _connect(self) -> None:
        self.form.changed.connect(self.presenter.changed)
        self.form.left.connect(self.presenter.left)
        self.candidates.opened.connect(self.candidate_opened)
        self.back.clicked.connect(self.closed)
        self.unfinished = Unfinished(self.form, self.presenter, self._office, self._speaker)
        self.clear.clicked.connect(self.unfinished.give_up)
        self.only.clicked.connect(lambda: self.presenter.register(check_in=False))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # the second is the number pad's
            QShortcut(QKeySequence(keys), self).activated.connect(self.go.click)
        self.go.clicked.connect(lambda: self.presenter.register(check_in=True))
