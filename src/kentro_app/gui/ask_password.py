"""Asking whoever is logged in for her password once more."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kentro_app.domain.errors import Refusal
from kentro_app.gui.login.ports import Runs
from kentro_app.gui.messages import wait_words
from kentro_app.gui.style import look
from kentro_app.gui.theme import XL
from kentro_app.gui.widgets.buttons import LinkButton, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.password import PasswordField
from kentro_app.gui.widgets.text import ErrorText, Quiet, Title
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain

Check = Callable[[str], object]
_WIDTH = 400


class PasswordCard(Card):
    """`check` takes the password and returns, or raises `RuleViolation`; it runs by `run`.

    `accepted` fires when it was right, `other_asked` when the other way out is taken.
    """

    accepted = Signal()
    other_asked = Signal()

    def __init__(self, check: Check, run: Runs, parent: QWidget | None = None) -> None:
        super().__init__(margin=XL, parent=parent)
        self.setFixedWidth(round(_WIDTH * (1 + (look().theme.scale - 1) * 0.6)))
        self._check, self._run = check, run
        self.title, self.who = Title(wrap=True), Quiet(wrap=True)
        self.password = PasswordField()
        self.error = ErrorText(wrap=True)
        self.button, self.other = PrimaryButton(), LinkButton()
        for widget in (self.title, self.who, self.password, self.error, self.button, self.other):
            self.body.addWidget(widget)
        self.button.clicked.connect(self._try)
        self.password.edit.returnPressed.connect(self._try)
        self.other.clicked.connect(self.other_asked)

    def ask(self, title: str, words: str, *, button: str, other: str) -> None:
        """Ask anew, in these words."""
        self.title.setText(title)
        self.who.setText(words)
        self.password.set_words(_("Password"))
        self.button.set_words(button)
        self.other.set_words(other)
        self.error.hide()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def order(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through."""
        return self.password.edit, self.button, self.other

    def _try(self) -> None:
        password = self.password.take()
        if not password or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        self.error.hide()
        self._run(lambda: self._check(password), self._accepted, self._refused, self)

    def _accepted(self, _answer: object) -> None:
        self.button.setEnabled(True)
        self.accepted.emit()

    def _refused(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.error.setText(_refusal(error))
        self.error.show()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)


def _refusal(error: Exception) -> str:
    code = error.code if isinstance(error, Refusal) else ""
    if isinstance(error, Refusal) and code == "too_soon":
        time = wait_words(int(error.facts.get("seconds", 1)))
        return _("Too many attempts. Please wait {time}.").format(time=time)
    return _("The password is not right.") if code == "wrong_password" else explain(error)
