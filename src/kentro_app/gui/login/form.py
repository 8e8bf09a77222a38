"""The card one logs in with: name, password, and what went wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QProgressBar, QWidget

from kentro_app.gui.style import look
from kentro_app.gui.theme import XL, S
from kentro_app.gui.widgets.buttons import LinkButton, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.field import FieldWithError
from kentro_app.gui.widgets.notices import Banner, announce
from kentro_app.gui.widgets.password import PasswordField
from kentro_app.gui.widgets.text import ErrorText, Title
from kentro_app.i18n import _

_WIDTH = 400
_LONGEST_NAME = 64


class LogInForm(Card):
    """`submitted` carries name and password; the password's line is empty by then."""

    submitted = Signal(str, str)
    recovery_asked = Signal()

    def __init__(self, last_user: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent, margin=XL)
        self.title = Title()
        self.banner = Banner()
        self.name, self._name_line = _name_box(last_user)
        self.name_field = FieldWithError("", self.name)
        self.password = PasswordField()
        self.error = ErrorText(wrap=True)
        self.error.hide()
        self.progress = QProgressBar(maximum=0, textVisible=False)
        self.progress.setVisible(False)
        self.button = PrimaryButton()
        self.recovery = LinkButton()
        self._busy = self._waits = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setFixedWidth(round(_WIDTH * (1 + (look().theme.scale - 1) * 0.6)))
        for widget in (
            self.title,
            self.banner,
            self.name_field,
            self.password,
            self.error,
            self.button,
            self.progress,
        ):
            self.body.addWidget(widget)
        self.body.insertSpacing(2, S)
        self.body.insertSpacing(self.body.indexOf(self.button), S)
        foot = QHBoxLayout()
        foot.addWidget(self.recovery)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.button.clicked.connect(self._submit)
        self.password.edit.returnPressed.connect(self._submit)
        self._name_line.returnPressed.connect(self.password.setFocus)
        self.recovery.clicked.connect(self.recovery_asked)

    def take_focus(self) -> None:
        """Put the cursor where typing has to begin."""
        field = self.password if self.name.currentText() else self.name
        field.setFocus()

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        self.title.setText(_("Log in"))
        self.name_field.set_words(_("User name"))
        self.password.set_words(_("Password"))
        self.button.set_words(_("Log in"))
        self.recovery.set_words(_("Forgotten password? Recovery card…"))
        self.progress.setAccessibleName(_("Checking the password…"))
        self.error.hide()

    def show_names(self, names: list[str]) -> None:
        """Offer these names; what is typed stays."""
        typed = self.name.currentText()
        self.name.clear()
        self.name.addItems(names)
        self.name.setCurrentText(typed or (names[0] if len(names) == 1 else ""))

    def set_busy(self, busy: bool) -> None:
        """Show that the password is being checked; the fields cannot be changed meanwhile."""
        self._busy = busy
        self.error.hide()
        self.banner.show_words("")
        self.progress.setVisible(busy)
        for field in (self.name, self.password, self.recovery):
            field.setEnabled(not busy)
        self._enable()
        if not busy:
            self.password.setFocus()

    def show_wrong(self, words: str) -> None:
        """Say what is wrong, beside the password."""
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.password.edit.setAccessibleDescription(words)
        if words:
            announce(self.error)

    def show_wait(self, words: str) -> None:
        """Say how long to wait; without words one may try again."""
        self._waits = bool(words)
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self._enable()

    def _enable(self) -> None:
        self.button.setEnabled(not (self._busy or self._waits))

    def _submit(self) -> None:
        if self.button.isEnabled():
            self.submitted.emit(self.name.currentText(), self.password.take())


def _name_box(last_user: str) -> tuple[QComboBox, QLineEdit]:
    box, line = QComboBox(), QLineEdit()
    line.setMaxLength(_LONGEST_NAME)
    box.setLineEdit(line)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setCurrentText(last_user)
    return box, line
