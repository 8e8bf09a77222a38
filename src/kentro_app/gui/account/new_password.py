"""A new password, typed twice, with a live sentence on how good it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.roles import Role
from kentro_app.gui.account.ports import Adviser
from kentro_app.gui.login.ports import Runs
from kentro_app.gui.theme import M, S
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.chip import Chip
from kentro_app.gui.widgets.notices import announce
from kentro_app.gui.widgets.password import PasswordField
from kentro_app.gui.widgets.text import ErrorText, Heading, Quiet
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain

_PAUSE_MS = 250


class NewPassword(QWidget):
    """Two fields, a verdict and drawn words. `submitted` fires on Enter in the second field."""

    submitted = Signal()

    def __init__(self, adviser: Adviser, run: Runs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adviser, self._run = adviser, run
        self._role, self._personal = Role.ADMINISTRATOR, tuple[str, ...]()
        self._verdict: RuleViolation | None = None
        self._good = False
        self.first, self.again = PasswordField(), PasswordField()
        self.chip, self.sentence = Chip(), Quiet(wrap=True)
        self.propose = Button()
        self.words, self.words_hint = Heading(selectable=True, wrap=True), Quiet(wrap=True)
        self.drawn = sunken(self.words, self.words_hint)
        self.error = ErrorText(wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def set_owner(self, role: Role, personal: Sequence[str]) -> None:
        """Whose password it will be; `personal` is what it must not consist of."""
        only_drawn = role is Role.PSYCHOLOGIST
        self._role, self._personal = role, tuple(personal)
        self.first.edit.setReadOnly(only_drawn)
        if only_drawn and not self.drawn.isVisibleTo(self):
            self._propose()
        self._judge_soon()

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        self.first.set_words(_("New password"))
        self.again.set_words(_("New password, once more"))
        self.propose.set_words(_("Propose a phrase"))
        self.words.setAccessibleName(_("Proposed phrase"))
        self.words_hint.setText(
            _("Write it down and keep it safe, then type it once more below. Nobody else knows it.")
        )
        self._show_verdict()

    def show_refusal(self, words: str) -> None:
        """Say what is wrong, beside the fields; without words all is well again."""
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.first.edit.setAccessibleDescription(words)
        if words:
            announce(self.error)

    def read(self) -> str | None:
        """The password if it was typed twice alike; else says so. The fields stay filled."""
        password, again = self.first.edit.text(), self.again.edit.text()
        if not password:
            self.show_refusal(_("Type a password, or let the program propose a phrase."))
            self.first.setFocus()
            return None
        if password != again:
            self.show_refusal(_("The two passwords are not the same. Please type them again."))
            self.again.setFocus()
            return None
        self.show_refusal("")
        return password

    def forget(self) -> None:
        """Empty everything."""
        self.first.take()
        self.again.take()
        self.words.setText("")
        self.drawn.hide()
        self.show_refusal("")

    # its parts

    def _lay_out(self) -> None:
        # Tab goes as they come in: whoever has typed it once types it again.
        for stop in (self.first, self.again, self.propose):
            stop.setParent(self)
        self.propose.setProperty("last_of_its_card", True)
        verdict = QHBoxLayout()
        verdict.setSpacing(S)
        verdict.addWidget(self.chip)
        verdict.addWidget(self.sentence, 1)
        verdict.addWidget(self.propose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.first)
        column.addLayout(verdict)
        for widget in (self.drawn, self.again, self.error):
            column.addWidget(widget)
        self.drawn.hide()
        self.error.hide()
        self.setFocusProxy(self.first)

    def _connect(self) -> None:
        self.first.edit.textChanged.connect(self._judge_soon)
        self.first.edit.returnPressed.connect(self.again.setFocus)
        self.again.edit.returnPressed.connect(self.submitted)
        self.propose.clicked.connect(self._propose)
        self._pause.timeout.connect(self._judge)

    def _propose(self) -> None:
        words = self._adviser.propose(self._role)
        self.words.setText(words)
        self.drawn.show()
        self.first.edit.setText(words)
        self.again.take()
        self.show_refusal("")
        self.again.setFocus()
        announce(self.words)

    def _judge_soon(self) -> None:
        self._pause.start()
        if self.first.edit.text() != self.words.text() and not self.first.edit.isReadOnly():
            self.drawn.hide()

    def _judge(self) -> None:
        password = self.first.edit.text()
        if not password:
            self._verdict, self._good = None, False
            self._show_verdict()
            return
        judging = partial(self._adviser.judge, password, self._role, self._personal)
        self._run(
            judging,
            lambda _none: self._judged(password, None),
            lambda error: self._judged(password, error),
            self,
        )

    def _judged(self, password: str, error: Exception | None) -> None:
        if error is not None and not isinstance(error, RuleViolation):
            raise error
        if password != self.first.edit.text():
            return
        self._verdict, self._good = error, error is None
        self._show_verdict()

    def _show_verdict(self) -> None:
        if self._good:
            self.chip.show_state(_("strong"), "good")
            self.sentence.setText(_("Nobody will guess this in a lifetime."))
        elif self._verdict is not None:
            self.chip.show_state(_("weak"), "wait")
            self.sentence.setText(explain(self._verdict))
        else:
            self.chip.show_state("", "plain")
            self.sentence.setText(
                _("Four words that have nothing to do with each other are easy to remember.")
            )


def sunken(*inside: QWidget) -> QFrame:
    """A quiet frame around words that are to be noted down."""
    frame = QFrame()
    frame.setProperty("surface", "sunken")
    column = QVBoxLayout(frame)
    column.setContentsMargins(M, M, M, M)
    column.setSpacing(S)
    for widget in inside:
        column.addWidget(widget)
    return frame
