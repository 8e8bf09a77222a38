"""The anonymous contact as seen on the screen: a few questions, answered by number keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kentro_app.gui.bar import Bar
from kentro_app.gui.contact.picker import RequestPicker
from kentro_app.gui.contact.quick.choice_row import ChoiceRow
from kentro_app.gui.contact.quick.kept import QuickAnswers
from kentro_app.gui.contact.quick.presenter import QuickContact, QuickPresenter
from kentro_app.gui.contact.words import age_bands, channels, nationality_groups, outcomes
from kentro_app.gui.drafts.keeper import DraftKeeper
from kentro_app.gui.keys import write_keys
from kentro_app.gui.office import Office
from kentro_app.gui.people.words import sexes
from kentro_app.gui.pieces import Pieces
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.theme import XL, M
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.field import FieldWithError
from kentro_app.gui.widgets.notices import announce
from kentro_app.gui.widgets.text import ErrorText, Quiet
from kentro_app.i18n import _, pgettext
from kentro_app.services.access import Permission, may
from kentro_app.services.contact_files import Offer
from kentro_app.services.drafts import ANONYMOUS


class QuickView(QWidget):
    """`closed` brings back where one came from; whoever shows it finishes `pieces` first.

    Where the service may not be seen, there are no requests and no outcome. Fits
    `quick.presenter.QuickScreen`.
    """

    closed = Signal()

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sees_service = may(office.actor, Permission.SEE_SERVICE)
        self.presenter = QuickPresenter(
            self, office.desk, speaker, now=office.now, sees_service=self.sees_service
        )
        self._office, self._speaker = office, speaker
        self.keys, self.error = Quiet(), ErrorText(wrap=True)
        self.keys.setMinimumWidth(1)
        self.error.hide()
        self.back, self.go = Button(keys="Esc", icon="back"), PrimaryButton()
        self.card = Card(" ", margin=XL)
        self.rows: dict[str, ChoiceRow] = {}
        self.requests = RequestPicker()
        self.asked = FieldWithError("", self.requests)
        self.is_ready = False
        self.pieces = self._build()

    def title(self) -> str:
        """What the top bar calls this place."""
        return _("Anonymous contact")

    def start(self) -> None:
        """Begin with empty answers and the cursor at the first question."""
        self.drafts.leave()
        for row in self.rows.values():
            row.start_over()
        self.requests.show_codes(())
        self.presenter.start()
        self.rows["sex"].take_cursor()
        self.drafts.begin()

    def said(self) -> QuickContact:
        """What is chosen now."""
        answers = {name: row.value() for name, row in self.rows.items()}
        codes = self.requests.codes() if self.sees_service else ()
        return QuickContact(**answers, requests=codes)

    def retranslate(self) -> None:
        """Say everything in the present language; what is chosen stays."""
        self.card.set_heading(_("Who asks, without a name?"))
        self.keys.setText(_("A number chooses · Enter goes on · Ctrl+Enter saves"))
        words = {
            "sex": _("Sex"),
            "age": _("Age, as it seems"),
            "channel": pgettext("channel", "How"),
            "group": _("Nationality"),
            "outcome": _("What came of it"),
        }
        for name, row in self.rows.items():
            row.retranslate(words[name])
        self.asked.set_words(_("What they asked for"))
        self.requests.field.setAccessibleName(_("What they asked for"))
        self.requests.retranslate()
        self.back.set_words(_("Back"))
        write_keys(self.go, _("Save"), "Ctrl+Enter")

    # QuickScreen

    def show_offer(self, offer: Offer) -> None:
        self.requests.show_offer(offer)

    def show_refusal(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))
        if words:
            announce(self.error)

    def set_busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy)

    def saved(self) -> None:
        self.drafts.saved()
        self.closed.emit()

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.is_ready:
            self.retranslate()
        super().changeEvent(event)

    # the parts

    def _build(self) -> Pieces:
        self._lay_out()
        yield
        for name in ("sex", "age", "channel", "group"):
            self._ask(name)
            yield
        if self.sees_service:
            self.card.body.addWidget(self.asked)
            self._ask("outcome")
            yield
        self.card.body.addWidget(self.error)
        self.card.body.addStretch(1)
        self._connect()
        self.retranslate()
        self.is_ready = True

    def _ask(self, name: str) -> None:
        choices = {
            "sex": _observed_sexes,
            "age": age_bands,
            "channel": lambda: channels(all_of_them=self.sees_service)[:9],
            "group": nationality_groups,
            "outcome": outcomes,
        }
        self.rows[name] = ChoiceRow(choices[name])
        self.card.body.addWidget(self.rows[name])

    def _lay_out(self) -> None:
        self.card.body.setSpacing(M)
        self.card.add_to_head(self.keys)
        scroll = QScrollArea()
        scroll.setWidget(self.card)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(scroll, 1)
        column.addWidget(Bar([self.back], [self.go]))

    def _connect(self) -> None:
        for row in self.rows.values():
            row.passed.connect(self._go_on)
        self.requests.passed.connect(self._go_on)
        self.drafts = DraftKeeper(
            QuickAnswers(self.rows, self.requests),
            self._office,
            self._speaker,
            shown=self,
            kind=ANONYMOUS,
            title=self.title,
        )
        self.back.clicked.connect(self._give_up)
        self.go.clicked.connect(lambda: self.presenter.save(self.said()))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.go.click)

    def _give_up(self) -> None:
        # Whoever leaves these few questions by Esc has nothing to come back to; F2 keeps them.
        self.drafts.give_up()
        self.closed.emit()

    def _go_on(self) -> None:
        order: list[ChoiceRow | RequestPicker] = [
            self.rows[name] for name in ("sex", "age", "channel", "group")
        ]
        if self.sees_service:
            order += [self.requests, self.rows["outcome"]]
        place = next(i for i, each in enumerate(order) if each is self.sender())
        if place + 1 == len(order):
            self.go.click()
            return
        following = order[place + 1]
        if isinstance(following, ChoiceRow):
            following.take_cursor()
        else:
            following.field.setFocus(Qt.FocusReason.TabFocusReason)


def _observed_sexes() -> list[tuple[str, object]]:
    # the same words as in the registry, but what one sees first and "not declared" last
    undeclared, *others = sexes()
    return [*others, undeclared]
