"""What stands beside the list of users: a form, a question, a phrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from kentro_app.domain.roles import Role
from kentro_app.domain.users import User
from kentro_app.gui.account.new_password import sunken
from kentro_app.gui.admin.users.presenter import shown_name
from kentro_app.gui.bar import Bar
from kentro_app.gui.setup.names import proposed_user_name
from kentro_app.gui.theme import M
from kentro_app.gui.widgets.buttons import Button, DangerButton, PrimaryButton
from kentro_app.gui.widgets.field import FieldWithError
from kentro_app.gui.widgets.text import ErrorText, Heading, Label, Quiet
from kentro_app.gui.words import role_word
from kentro_app.i18n import _

_LONGEST = 64
_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


def roles_box() -> QComboBox:
    """All roles, without words yet."""
    roles = QComboBox()
    roles.setSizeAdjustPolicy(_NARROW)
    for role in Role:
        roles.addItem("", role)
    return roles


def name_roles(roles: QComboBox) -> None:
    """Their words in the present language."""
    for place in range(roles.count()):
        roles.setItemText(place, role_word(roles.itemData(place)))


class Panel(QWidget):
    """A heading and what belongs to it; `closed` when it is no longer wanted."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(M, 0, 0, 0)
        self.column.setSpacing(M)
        self.column.addWidget(self.heading)

    def show_refusal(self, field: str, words: str) -> None:
        """Say what is wrong, beside the field."""

    def retranslate(self) -> None:
        """Say everything in the present language."""


class AddPanel(Panel):
    """`added` carries name, display name and role."""

    added = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.display_edit = QLineEdit(maxLength=_LONGEST)
        self.name_edit = QLineEdit(maxLength=_LONGEST)
        self.roles = roles_box()
        self.display_name = FieldWithError("", self.display_edit)
        self.name, self.role = FieldWithError("", self.name_edit), FieldWithError("", self.roles)
        self.error, self.advice = ErrorText(wrap=True), Quiet(wrap=True)
        self.add, self.cancel = PrimaryButton(), Button()
        self._proposed = ""
        for field in (self.display_name, self.name, self.role):
            field.label.setWordWrap(True)
        fields = (self.display_name, self.name, self.role, self.advice, self.error)
        for widget in (*fields, Bar([self.cancel], [self.add])):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.display_edit.textChanged.connect(self._propose)
        self.name_edit.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.cancel.clicked.connect(self.closed)

    def start(self) -> None:
        """Begin with empty fields."""
        self._proposed = ""
        for edit in (self.display_edit, self.name_edit):
            edit.clear()
        self.roles.setCurrentIndex(self.roles.findData(Role.SOCIAL_WORKER))
        self.show_refusal("", "")
        self.display_edit.setFocus()

    def show_refusal(self, field: str, words: str) -> None:
        fields = {"display_name": self.display_name, "name": self.name}
        for name, widget in fields.items():
            widget.show_error(words if name == field else "")
        general = words if field not in fields else ""
        self.error.setText(general)
        self.error.setVisible(bool(general))

    def retranslate(self) -> None:
        self.heading.setText(_("New user"))
        self.display_name.set_words(_("Full name"))
        self.name.set_words(_("User name, for logging in"))
        self.role.set_words(_("Role"))
        self.add.set_words(_("Add"))
        self.cancel.set_words(_("Cancel"))
        self.advice.setText(_("The program draws a first password and shows it once, here."))
        name_roles(self.roles)

    def _propose(self, display_name: str) -> None:
        if self.name_edit.text() in ("", self._proposed):
            self._proposed = proposed_user_name(display_name)
            self.name_edit.setText(self._proposed)

    def _add(self) -> None:
        role = self.roles.currentData()
        self.added.emit(self.name_edit.text(), self.display_edit.text(), role)


class QuestionPanel(Panel):
    """Names what goes before it goes; `agreed` carries the user."""

    agreed = Signal(object)

    def __init__(self, *, danger: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence, self.error = Label(wrap=True), ErrorText(wrap=True)
        self.yes: Button = DangerButton() if danger else PrimaryButton()
        self.cancel = Button()
        self._user: User | None = None
        for widget in (self.sentence, self.error, Bar([self.cancel], [self.yes])):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.error.hide()
        self.yes.clicked.connect(lambda: self.agreed.emit(self._user))
        self.cancel.clicked.connect(self.closed)

    def ask(self, user: User) -> None:
        """Ask about somebody."""
        self._user = user
        self.show_refusal("", "")
        self.retranslate()
        self.cancel.setFocus()

    def show_refusal(self, field: str, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))

    def set_words(self, heading: str, sentence: str, yes: str) -> None:
        """The question; {name} is whom it is about."""
        name = shown_name(self._user) if self._user else ""
        self.heading.setText(heading.format(name=name))
        self.sentence.setText(sentence.format(name=name))
        self.yes.set_words(yes)
        self.cancel.set_words(_("Cancel"))


class ResetQuestion(QuestionPanel):
    """A new password for somebody."""

    def retranslate(self) -> None:
        self.set_words(
            _("New password for {name}"),
            _("The present password stops working at once. The new one is shown here once."),
            _("Give a new password"),
        )


class EnableQuestion(QuestionPanel):
    """Somebody comes back."""

    def retranslate(self) -> None:
        self.set_words(
            _("Let {name} in again"),
            _("The account gets a new password, which is shown here once."),
            _("Enable"),
        )


class DisableQuestion(QuestionPanel):
    """Somebody goes."""

    def retranslate(self) -> None:
        self.set_words(
            _("Let {name} in no more"),
            _("{name} cannot log in any more. Everything recorded so far stays as it is."),
            _("Disable"),
        )


class RolePanel(Panel):
    """Another role for somebody; `agreed` carries the user and the role."""

    agreed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roles = roles_box()
        self.role = FieldWithError("", self.roles)
        self.sentence = Quiet(wrap=True)
        self.yes, self.cancel = PrimaryButton(), Button()
        self._user: User | None = None
        self.role.label.setWordWrap(True)
        for widget in (self.role, self.sentence, Bar([self.cancel], [self.yes])):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.yes.clicked.connect(self._agree)
        self.cancel.clicked.connect(self.closed)

    def ask(self, user: User) -> None:
        """Ask what somebody is to be."""
        self._user = user
        self.show_refusal("", "")
        self.roles.setCurrentIndex(self.roles.findData(user.role))
        self.retranslate()
        self.roles.setFocus()

    def show_refusal(self, field: str, words: str) -> None:
        self.role.show_error(words)

    def retranslate(self) -> None:
        name = shown_name(self._user) if self._user else ""
        self.heading.setText(_("Role of {name}").format(name=name))
        self.role.set_words(_("Role"))
        self.sentence.setText(
            _(
                "The key to the data is bound to the role: with another role comes a new "
                "password, which is shown here once. The present one stops working at once."
            )
        )
        self.yes.set_words(_("Change the role"))
        self.cancel.set_words(_("Cancel"))
        name_roles(self.roles)

    def _agree(self) -> None:
        self.agreed.emit(self._user, self.roles.currentData())


class PhrasePanel(Panel):
    """The drawn password, once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phrase = Heading(wrap=True, selectable=True)
        self.sentence = Label(wrap=True)
        self.done = PrimaryButton()
        self._user: User | None = None
        for widget in (sunken(self.phrase), self.sentence, Bar([], [self.done])):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.done.clicked.connect(self._close)

    def show_phrase(self, user: User, phrase: str) -> None:
        """Show it until it is noted down."""
        self._user = user
        self.phrase.setText(phrase)
        self.retranslate()
        self.done.setFocus()

    def forget(self) -> None:
        """It was seen."""
        self.phrase.setText("")

    def retranslate(self) -> None:
        name = shown_name(self._user) if self._user else ""
        user_name = self._user.name if self._user else ""
        self.heading.setText(_("Password of {name}").format(name=name))
        self.phrase.setAccessibleName(_("Drawn password"))
        words = _(
            "Write it down now and hand it over in person, with the user name “{user_name}”: "
            "it is not shown again. She or he changes it after the first log-in."
        )
        self.sentence.setText(words.format(user_name=user_name))
        self.done.set_words(_("I have noted it"))

    def _close(self) -> None:
        self.forget()
        self.closed.emit()
