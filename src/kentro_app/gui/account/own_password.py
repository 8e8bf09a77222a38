"""A new password for whoever is logged in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.roles import Role
from kentro_app.gui.account.new_password import NewPassword
from kentro_app.gui.account.ports import Adviser
from kentro_app.gui.bar import Bar
from kentro_app.gui.login.ports import Runs
from kentro_app.gui.ports import DeskDoor
from kentro_app.gui.style import look
from kentro_app.gui.theme import XL, M
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.notices import announce
from kentro_app.gui.widgets.password import PasswordField
from kentro_app.gui.widgets.text import ErrorText, Quiet, Title
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services.key_ports import Wrap
from kentro_app.services.ports import Work

_WIDTH = 480


@dataclass(frozen=True, slots=True)
class PasswordOwner:
    """Who is logged in, and the use case with the key file already in its hands."""

    role: Role
    personal: tuple[str, ...]
    wrap: Callable[[str, str], Wrap]
    change: Callable[[Work, Wrap], object]
    adviser: Adviser


class OwnPasswordDialog(QDialog):
    """The old one, the new one twice; `changed` is told the words for the toast."""

    def __init__(
        self,
        desk: DeskDoor,
        owner: PasswordOwner,
        run: Runs,
        changed: Callable[[str], None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._owner, self._told = desk, owner, changed
        self.title, self.advice = Title(), Quiet(wrap=True)
        self.old, self.new = PasswordField(), NewPassword(owner.adviser, run)
        self.error = ErrorText(wrap=True)
        self.change, self.cancel = PrimaryButton(), Button()
        self._lay_out()
        self.old.edit.returnPressed.connect(self.new.setFocus)
        self.new.submitted.connect(self._submit)
        self.change.clicked.connect(self._submit)
        self.cancel.clicked.connect(self.reject)
        self.retranslate()
        self.new.set_owner(owner.role, owner.personal)
        self.old.setFocus()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setWindowTitle(_("Change my password"))
        self.title.setText(_("Change my password"))
        self.advice.setText(_psychologist() if self._needs_drawn() else _everybody())
        self.old.set_words(_("Present password"))
        self.change.set_words(_("Change password"))
        self.cancel.set_words(_("Cancel"))
        self.new.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _needs_drawn(self) -> bool:
        return self._owner.role is Role.PSYCHOLOGIST

    def _lay_out(self) -> None:
        self.setMinimumWidth(look().theme.px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(M)
        for widget in (self.title, self.advice, self.old, self.error, self.new):
            column.addWidget(widget)
        column.addWidget(Bar([self.cancel], [self.change]))
        self.error.hide()
        self.change.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.new.propose.setAutoDefault(False)

    def _submit(self) -> None:
        self._show_old("")
        if not self.old.edit.text():
            self._show_old(_("Type your present password."))
            return
        new = self.new.read()
        if new is None or not self.change.isEnabled():
            return
        self.change.setEnabled(False)
        wrapping = partial(self._owner.wrap, self.old.take(), new)
        self._desk.prepare(wrapping, self._write, self._refused, owner=self)

    def _write(self, wrap: Wrap) -> None:
        use_case = partial(_changing, change=self._owner.change, wrap=wrap)
        self._desk.perform(use_case, self._changed, self._refused, owner=self)

    def _changed(self, _answer: object) -> None:
        self.new.forget()
        self.accept()
        self._told(_("Your password has been changed."))

    def _refused(self, error: Exception) -> None:
        self.change.setEnabled(True)
        words = explain(error)
        if isinstance(error, RuleViolation) and error.code == "wrong_password":
            self._show_old(_("The present password is not right."))
        else:
            self.new.show_refusal(words)

    def _show_old(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.old.edit.setAccessibleDescription(words)
        if words:
            announce(self.error)
            self.old.setFocus()


def _changing(work: Work, *, change: Callable[[Work, Wrap], object], wrap: Wrap) -> None:
    change(work, wrap)


def _everybody() -> str:
    return _("You will need the new password at your next log-in.")


def _psychologist() -> str:
    return _(
        "Your notes are protected by this password alone; therefore the program draws it. "
        "Write the phrase down before you change anything."
    )
