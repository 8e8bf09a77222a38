"""The recovery card: an administrator who has it gives herself a new password."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kentro_app.domain.errors import Refusal
from kentro_app.gui.login.ports import Door, Runs
from kentro_app.gui.style import look
from kentro_app.gui.theme import XL, L, M
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.field import FieldWithError
from kentro_app.gui.widgets.fitting import fit_height
from kentro_app.gui.widgets.password import PasswordField
from kentro_app.gui.widgets.text import ErrorText, Quiet, Title
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain

_LONGEST_CODE = 200


class RecoveryDialog(QDialog):
    """Closes as accepted when the new password is stored."""

    def __init__(self, name: str, door: Door, run: Runs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door, self._run = door, run
        self.title, self.advice = Title(), Quiet(wrap=True)
        self.name = FieldWithError("", QLineEdit(name))
        self.code_edit = QLineEdit(maxLength=_LONGEST_CODE)
        self.code = FieldWithError("", self.code_edit)
        self.password, self.again = PasswordField(), PasswordField()
        self.error = ErrorText(wrap=True)
        self.button, self.cancel = PrimaryButton(), Button()
        self._lay_out()
        self.button.clicked.connect(self._try)
        self.cancel.clicked.connect(self.reject)
        self.retranslate()
        self.setMinimumWidth(look().theme.px(520))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        for widget in (self.title, self.advice, self.name, self.code):
            column.addWidget(widget)
        twice = QHBoxLayout()  # beside each other: with large text the screen is not high enough
        twice.setSpacing(L)
        twice.addWidget(self.password)
        twice.addWidget(self.again)
        column.addLayout(twice)
        column.addWidget(self.error)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.button)
        column.addLayout(foot)
        self.error.hide()
        self.button.setDefault(True)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(_("Recovery card"))
        self.title.setText(_("Recovery card"))
        self.advice.setText(
            _("For an administrator who has forgotten the password. Type the code on the card.")
        )
        self.name.set_words(_("User name"))
        self.code.set_words(_("Code on the card"))
        self.password.set_words(_("New password"))
        self.again.set_words(_("New password, once more"))
        self.button.set_words(_("Set the new password"))
        self.cancel.set_words(_("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _try(self) -> None:
        password, again = self.password.take(), self.again.take()
        for field in (self.name, self.code):
            field.clear_error()
        if password != again:
            self._show(_("The two new passwords are not the same."))
            return
        self._set_busy(True)
        self._run(self._attempt(password), lambda _none: self.accept(), self._refused, self)

    def _attempt(self, password: str) -> Callable[[], None]:
        name_edit = self.name.field
        name = name_edit.text() if isinstance(name_edit, QLineEdit) else ""
        code = self.code_edit.text()
        return lambda: self._door.recover(name, code, password)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        words = explain(error)
        fields = {"name": self.name, "recovery_code": self.code}
        field = fields.get((error.field if isinstance(error, Refusal) else None) or "")
        if field is None:
            self._show(words)
        else:
            field.show_error(words)

    def _set_busy(self, busy: bool) -> None:
        self.error.hide()
        self.button.setEnabled(not busy)

    def _show(self, words: str) -> None:
        self.error.setText(words)
        self.error.show()
