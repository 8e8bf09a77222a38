"""The first administrator: her name, the name she types, her password."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kentro_app.domain.roles import Role
from kentro_app.gui.account.new_password import NewPassword
from kentro_app.gui.account.ports import Adviser
from kentro_app.gui.login.ports import Runs
from kentro_app.gui.setup.names import proposed_user_name
from kentro_app.gui.setup.page import SetUpPage
from kentro_app.gui.setup.ports import Administrator
from kentro_app.gui.widgets.field import FieldWithError
from kentro_app.i18n import _

_LONGEST = 64


class AdministratorPage(SetUpPage):
    """`submitted` on Enter in the last field. The user name follows the name until it is typed."""

    submitted = Signal()

    def __init__(self, adviser: Adviser, run: Runs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.display_edit, self.name_edit = (
            QLineEdit(maxLength=_LONGEST),
            QLineEdit(maxLength=_LONGEST),
        )
        self.display_name = FieldWithError("", self.display_edit)
        self.name = FieldWithError("", self.name_edit)
        self.password = NewPassword(adviser, run)
        self._proposed = ""
        for widget in (self.display_name, self.name, self.password):
            self.card.body.addWidget(widget)
        self.display_edit.textChanged.connect(self._propose)
        self.name_edit.textChanged.connect(self._tell_owner)
        self.display_edit.returnPressed.connect(self.name_edit.setFocus)
        self.name_edit.returnPressed.connect(self.password.setFocus)
        self.password.submitted.connect(self.submitted)

    def read(self) -> Administrator | None:
        """What is typed, if the two passwords are alike."""
        password = self.password.read()
        if password is None:
            return None
        return Administrator(
            self.name_edit.text().strip(), self.display_edit.text().strip(), password
        )

    def next_words(self) -> str:
        return _("Make the centre")

    def take_focus(self) -> None:
        self.display_edit.setFocus()

    def show_refusal(self, field: str, words: str) -> bool:
        fields = {"display_name": self.display_name, "name": self.name}
        for name, widget in fields.items():
            widget.show_error(words if name == field else "")
        self.password.show_refusal(words if field == "password" else "")
        if field in fields and words:
            fields[field].setFocus()
        return not words or field in {*fields, "password"}

    def retranslate(self) -> None:
        self.set_words(
            _("Who will run the centre?"),
            _(
                "The administrator adds colleagues and makes backups. "
                "Each colleague gets an account of her own afterwards."
            ),
        )
        self.display_name.set_words(_("Your name"))
        self.name.set_words(_("User name, for logging in"))
        self.display_edit.setPlaceholderText(_("e.g. Eleni Markaki"))
        self.password.retranslate()

    def _propose(self, display_name: str) -> None:
        typed = self.name_edit.text()
        fresh = proposed_user_name(display_name)
        if typed in ("", self._proposed):
            self._proposed = fresh
            self.name_edit.setText(fresh)
        self._tell_owner()

    def _tell_owner(self) -> None:
        personal = (self.name_edit.text(), self.display_edit.text())
        self.password.set_owner(Role.ADMINISTRATOR, personal)
