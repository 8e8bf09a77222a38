"""The card «Who has come?»: one field, who may be meant, and the way in."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from kentro_app.domain.users import User
from kentro_app.domain.visits import Channel
from kentro_app.gui.bar import Bar
from kentro_app.gui.contact.words import channels
from kentro_app.gui.people.entry import Choice
from kentro_app.gui.reception.lines import hit_row
from kentro_app.gui.reception.ports import Hits
from kentro_app.gui.style import look
from kentro_app.gui.theme import ROW_HEIGHT, XL
from kentro_app.gui.widgets.buttons import Button, LinkButton, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.notices import announce
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import shorten
from kentro_app.gui.widgets.text import ErrorText, FieldLabel, Quiet
from kentro_app.gui.words import cut, escaped
from kentro_app.i18n import _, pgettext
from kentro_app.services.ports import VisitRow

LONGEST_SEARCH = 200
_LONGEST_ON_BUTTON = 28
_WIDEST_NAME = 260
_USUAL_CHANNEL = 12  # letters of the Greek for “in person”
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4}


class FindCard(Card):
    """Fits `reception.ports.FindScreen`; `here` says who of them has an open visit.

    `sees_service` is false where orders of the prosecutor are nobody's business.
    """

    typed = Signal(str)
    entered = Signal(object)
    new_asked = Signal(str)

    def __init__(
        self,
        here: Callable[[UUID], VisitRow | None],
        parent: QWidget | None = None,
        *,
        sees_service: bool = False,
    ) -> None:
        super().__init__("", parent, margin=XL - 4)
        self._here = here
        self._hits = Hits()
        self._most_rows = 3
        self._renewing = False
        self.keys, self.advice = Quiet(), Quiet(wrap=True)
        self.keys.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.keys.setMinimumWidth(1)
        self.field = QLineEdit(maxLength=LONGEST_SEARCH)
        self.field.setProperty("role", "checkin")
        self.hits = RowList()
        self.turned = LinkButton()
        self.error = ErrorText(wrap=True)
        self.nobody = Quiet()
        self.new = Button(keys="Ctrl+N")
        self.channels = Choice(lambda: channels(all_of_them=sees_service))
        self.channels.setMinimumContentsLength(_USUAL_CHANNEL)
        self.for_label, self.for_whom = FieldLabel(), QComboBox()
        self.for_label.setBuddy(self.for_whom)
        self.go = PrimaryButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    # what it is asked for

    def for_user(self) -> UUID | None:
        """Whom the visit is for; None for whoever is free."""
        user_id: UUID | None = self.for_whom.currentData()
        return user_id

    def make_room(self, rows: int) -> None:
        """Show at most so many hits without scrolling."""
        self._most_rows = rows
        self._fit()

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        self.set_heading(_("Who has come?"))
        self.keys.setText(_("F2 here from anywhere · ↑ ↓ choose · Enter check in"))
        self.field.setPlaceholderText(_("Name, telephone, AMKA or number"))
        self.field.setAccessibleName(_("Who has come?"))
        self.hits.setAccessibleName(_("People who may be meant"))
        self.for_label.setText(_("F&or:"))
        self.for_whom.setItemText(0, _("whoever is free"))
        self.for_whom.setAccessibleName(_("Whom the visit is for"))
        self.channels.retranslate()
        self.channels.setAccessibleName(_("How they turned to us"))
        self._name_go()
        self.error.hide()
        self._show_words()
        self._show_rows()

    # FindScreen

    def show_hits(self, hits: Hits) -> None:
        fresh = hits.typed != self._hits.typed
        self._hits = hits
        self._show_rows(first=fresh)
        self._show_words()
        self._fit()

    def show_colleagues(self, people: Sequence[User]) -> None:
        chosen = self.for_user()
        while self.for_whom.count() > 1:
            self.for_whom.removeItem(1)
        for user in people:
            self.for_whom.addItem(user.display_name or user.name, user.id)
        place = next((i for i, user in enumerate(people, 1) if user.id == chosen), 0)
        self.for_whom.setCurrentIndex(place)
        for widget in (self.for_label, self.for_whom):
            widget.setVisible(bool(people))  # in desk mode there is nobody to choose

    def set_busy(self, busy: bool) -> None:
        self.go.setEnabled(not busy and self.hits.current_id() is not None)

    def show_refusal(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        if words:
            announce(self.error)

    def start_over(self) -> None:
        self.field.clear()
        self.for_whom.setCurrentIndex(0)
        self.channels.setCurrentIndex(0)
        self.show_refusal("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # the parts

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move the selection while the cursor stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.hits.step(step)
                return True
        return False

    def _lay_out(self) -> None:
        self.add_to_head(self.keys)
        for widget in (self.field, self.error, self.turned, self.hits, self.advice):
            self.body.addWidget(widget)
        self.body.setAlignment(self.turned, Qt.AlignmentFlag.AlignLeft)
        left = [self.nobody, self.new]
        right = [self.channels, self.for_label, self.for_whom, self.go]
        self.body.addWidget(Bar(left, right))
        self.hits.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.for_whom.addItem("", None)
        self.for_whom.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.error.hide()
        self.turned.hide()
        self._fit()

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.typed)
        self.field.returnPressed.connect(self._enter)
        self.go.clicked.connect(self._enter)
        self.hits.chosen.connect(lambda _id: self._enter())
        self.hits.current_changed.connect(lambda _id: self._show_rows())
        self.channels.currentIndexChanged.connect(lambda _place: self._name_go())
        self.turned.clicked.connect(lambda: self.field.setText(self._hits.meant))
        self.new.clicked.connect(lambda: self.new_asked.emit(self.field.text()))
        look().changed.connect(self._fit)

    def _enter(self) -> None:
        self.entered.emit(self.hits.current_id())

    def _name_go(self) -> None:
        channel: Channel = self.channels.currentData()
        waits = channel.queues
        self.go.set_words(_("Check in") if waits else pgettext("contact", "Write down"))

    def _show_rows(self, *, first: bool = False) -> None:
        if self._renewing:
            return  # a row that goes moves the selection, and that asks for rows again
        self._renewing = True
        ids = [found.id for found in self._hits.found]
        current = self.hits.current_id()
        if ids and (first or current not in ids):
            current = ids[0]
        rows = [
            hit_row(found, self._here(found.id), selected=found.id == current)
            for found in self._hits.found
        ]
        self.hits.show_rows(rows)
        self.hits.select(current)
        self._renewing = False
        self.go.setEnabled(self.hits.current_id() is not None)

    def _show_words(self) -> None:
        typed = shorten(self._hits.typed)
        nobody = bool(typed) and not self._hits.found
        self.advice.setText(
            _("Nobody of this name or number is known. Register a new person below.")
            if nobody
            else ""
        )
        self.advice.setVisible(nobody)
        words = _("You typed with the other keyboard layout: “{text}”")
        self.turned.set_words(escaped(words.format(text=cut(self._hits.meant, 40))))
        self.turned.setVisible(bool(self._hits.meant))
        self.nobody.setText(_("Is it none of them?"))
        self.nobody.setVisible(bool(self._hits.found))
        new = _("New person “{text}”").format(text=cut(typed, _LONGEST_ON_BUTTON))
        self.new.set_words(escaped(new) if typed else _("New person"))

    def _fit(self) -> None:
        count = min(len(self._hits.found), self._most_rows)
        self.hits.setVisible(count > 0)
        self.for_whom.setMaximumWidth(look().theme.px(_WIDEST_NAME))
        self.hits.setFixedHeight(max(count, 1) * look().theme.px(ROW_HEIGHT))
