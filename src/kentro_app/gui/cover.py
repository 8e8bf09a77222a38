"""The cover: hides the whole window until the same person types her password again."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kentro_app.domain.errors import Refusal
from kentro_app.gui.login.ports import Runs
from kentro_app.gui.messages import wait_words
from kentro_app.gui.theme import XL
from kentro_app.gui.widgets.buttons import LinkButton, PrimaryButton
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.password import PasswordField
from kentro_app.gui.widgets.text import ErrorText, Quiet, Title
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain

_WIDTH = 400


class Cover(QFrame):
    """Lies over everything in `window`; what is underneath stays as it was, typed text included.

    `check` takes the password and returns, or raises `RuleViolation`; it runs by `run`.
    """

    opened = Signal()
    end_asked = Signal()

    def __init__(
        self, window: QWidget, name: str, check: Callable[[str], object], run: Runs
    ) -> None:
        super().__init__(window)
        self.setProperty("surface", "cover")
        self.setAutoFillBackground(True)
        self._window, self._name, self._check, self._run = window, name, check, run
        self._before: QWidget | None = None
        self._hidden: list[QWidget] = []
        self.title, self.who = Title(), Quiet(wrap=True)
        self.password = PasswordField()
        self.error = ErrorText(wrap=True)
        self.button, self.other = PrimaryButton(), LinkButton()
        self._lay_out()
        self.button.clicked.connect(self._try)
        self.password.edit.returnPressed.connect(self._try)
        self.other.clicked.connect(self.end_asked)
        window.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        card = Card(margin=XL)
        card.setFixedWidth(_WIDTH)
        for widget in (self.title, self.who, self.password, self.error, self.button, self.other):
            card.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(_in_the_middle(card))
        column.addStretch(3)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(_("Locked"))
        words = _("{name} is logged in. What was being typed is still there.")
        self.who.setText(words.format(name=self._name))
        self.password.set_words(_("Password"))
        self.button.set_words(_("Unlock"))
        self.other.set_words(_("Somebody else logs in…"))

    def cover_up(self) -> None:
        """Hide everything, dialogs and menus included, and ask for the password."""
        self._before = QApplication.focusWidget()
        self.retranslate()
        self.error.hide()
        self._hidden = [w for w in QApplication.topLevelWidgets() if self._is_ours_to_hide(w)]
        for widget in self._hidden:
            widget.hide()  # never dialogs of exec(), which hiding would answer
        self._fill()
        self.show()
        self.raise_()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fill()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard on the cover: Tab never reaches what lies underneath."""
        order = (self.password.edit, self.button, self.other)
        here = next((i for i, widget in enumerate(order) if widget.hasFocus()), 0)
        order[(here + (1 if forward else -1)) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _is_ours_to_hide(self, widget: QWidget) -> bool:
        return widget is not self._window and widget.isVisible()

    def _fill(self) -> None:
        self.setGeometry(self._window.rect())

    def _try(self) -> None:
        password = self.password.take()
        if not password or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        self.error.hide()
        self._run(lambda: self._check(password), self._opened, self._refused, self)

    def _opened(self, _answer: object) -> None:
        self.button.setEnabled(True)
        for widget in self._hidden:
            widget.show()
        self._hidden = []
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def _refused(self, error: Exception) -> None:
        self.button.setEnabled(True)
        code = error.code if isinstance(error, Refusal) else ""
        if isinstance(error, Refusal) and code == "too_soon":
            time = wait_words(int(error.facts.get("seconds", 1)))
            words = _("Too many attempts. Please wait {time}.").format(time=time)
        elif code == "wrong_password":
            words = _("The password is not right.")
        else:
            words = explain(error)
        self.error.setText(words)
        self.error.show()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)


def _in_the_middle(card: QWidget) -> QHBoxLayout:
    # Stretches and no alignment: an aligned widget gets the height of its hint, which does not know
    # that the sentence takes two lines, and the field for the password was cut in half.
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(card)
    line.addStretch(1)
    return line
