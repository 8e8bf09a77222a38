"""What stands beside the list of requests: a form for one, and the question whether it ends."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from kentro_app.domain.requests import RequestCode
from kentro_app.gui.admin.users.panels import Panel
from kentro_app.gui.bar import Bar
from kentro_app.gui.contact.catalogue import shown_code
from kentro_app.gui.widgets.buttons import Button, DangerButton, PrimaryButton
from kentro_app.gui.widgets.field import FieldWithError
from kentro_app.gui.widgets.text import ErrorText, Label, Quiet
from kentro_app.i18n import _, current
from kentro_app.services.catalogue import TITLE_LONGEST, NewCode

_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class _FieldPanel(Panel):
    """A panel that says what is wrong beside its fields, or below them."""

    def __init__(self, fields: dict[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {name: FieldWithError("", field) for name, field in fields.items()}
        self.error, self.cancel = ErrorText(wrap=True), Button()
        self.error.hide()
        self.cancel.clicked.connect(self.closed)

    def show_refusal(self, field: str, words: str) -> None:
        for name, entry in self.fields.items():
            entry.show_error(words if name == field else "")
        general = words if field not in self.fields else ""
        self.error.setText(general)
        self.error.setVisible(bool(general))


class EntryPanel(_FieldPanel):
    """A request in words; `added` carries a NewCode, `renamed` code and titles."""

    added = Signal(object)
    changed = Signal()
    renamed = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.code = QLineEdit(maxLength=22)
        self.title_el = QLineEdit(maxLength=TITLE_LONGEST)
        self.title_en = QLineEdit(maxLength=TITLE_LONGEST)
        fields: dict[str, QWidget] = {
            "code": self.code,
            "title_el": self.title_el,
            "title_en": self.title_en,
        }
        super().__init__(fields, parent)
        self._entry: RequestCode | None = None
        self.restricted, self.advice, self.save = QCheckBox(), Quiet(wrap=True), PrimaryButton()
        buttons = Bar([self.cancel], [self.save])
        for widget in (*self.fields.values(), self.restricted, self.advice, self.error, buttons):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.save.clicked.connect(self._save)
        for line in (self.code, self.title_el, self.title_en):
            line.returnPressed.connect(self._save)
            line.textChanged.connect(self.changed)
        self.restricted.toggled.connect(self.changed)

    def ask(self, entry: RequestCode | None) -> None:
        """Ask about a new one, or for other words for this one."""
        self._entry = entry
        self.show_refusal("", "")
        self.code.setText(entry.code if entry else "")
        self.title_el.setText(entry.title_el if entry else "")
        self.title_en.setText(entry.title_en if entry else "")
        self.restricted.setChecked(entry.restricted if entry else False)
        self.code.setEnabled(entry is None)
        self.restricted.setEnabled(entry is None)
        self.retranslate()
        (self.title_el if entry else self.code).setFocus()

    def retranslate(self) -> None:
        self.heading.setText(_("Other words") if self._entry else _("New request"))
        self.fields["code"].set_words(_("Code"))
        self.fields["title_el"].set_words(_("Name in Greek"))
        self.fields["title_en"].set_words(_("Name in English"))
        self.restricted.setText(_("Restricted: not for everybody's eyes"))
        self.advice.setText(
            _("A code begins with its axis, A, B or C, and a dot. It never changes again.")
        )
        self.save.set_words(_("Save"))
        self.cancel.set_words(_("Cancel"))

    def _save(self) -> None:
        greek, english = self.title_el.text(), self.title_en.text()
        if self._entry is not None:
            self.renamed.emit(self._entry.code, greek, english)
            return
        restricted = self.restricted.isChecked()
        self.added.emit(NewCode(self.code.text(), greek, english, restricted))


class EndPanel(_FieldPanel):
    """Whether a request ends; `agreed` carries the code, the last day as typed, and a successor."""

    agreed = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.last_day, self.successor = QLineEdit(maxLength=20), QComboBox()
        self.successor.setSizeAdjustPolicy(_NARROW)
        super().__init__({"valid_to": self.last_day, "maps_to": self.successor}, parent)
        self._entry: RequestCode | None = None
        self.sentence, self.yes = Label(wrap=True), DangerButton()
        buttons = Bar([self.cancel], [self.yes])
        for widget in (self.sentence, *self.fields.values(), self.error, buttons):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.yes.clicked.connect(self._agree)

    def ask(self, entry: RequestCode, others: Sequence[RequestCode]) -> None:
        """Ask about this one; `others` may follow it."""
        self._entry = entry
        self.show_refusal("", "")
        self.last_day.clear()
        self.successor.clear()
        self.successor.addItem("", "")
        for other in others:
            title = other.title(current().language)
            self.successor.addItem(f"{shown_code(other.code)}  {title}", other.code)
        self.retranslate()
        self.last_day.setFocus()

    def retranslate(self) -> None:
        title = self._entry.title(current().language) if self._entry else ""
        self.heading.setText(_("End “{title}”").format(title=title))
        self.sentence.setText(
            _("Nobody can choose it any more. Every visit that has it keeps it, and so do reports.")
        )
        self.fields["valid_to"].set_words(_("Last day"))
        self.last_day.setPlaceholderText(_("today"))
        self.fields["maps_to"].set_words(_("What follows it"))
        if self.successor.count():
            self.successor.setItemText(0, _("nothing"))
        self.yes.set_words(_("End it"))
        self.cancel.set_words(_("Cancel"))

    def _agree(self) -> None:
        if self._entry is not None:
            successor = self.successor.currentData() or ""
            self.agreed.emit(self._entry.code, self.last_day.text(), successor)
