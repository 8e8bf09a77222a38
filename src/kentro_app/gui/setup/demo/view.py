"""The page that is shown while the demo centre is made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from kentro_app.gui.account.new_password import sunken
from kentro_app.gui.bar import Bar
from kentro_app.gui.login.ports import Runs
from kentro_app.gui.setup.demo.presenter import DemoPresenter, MakeDemo
from kentro_app.gui.setup.page import SetUpPage
from kentro_app.gui.widgets.buttons import Button, PrimaryButton
from kentro_app.gui.widgets.text import ErrorText, Heading, Label, Quiet
from kentro_app.gui.words import role_word
from kentro_app.i18n import _
from kentro_app.services.demo.staff import COLLEAGUES, PASSWORD


class DemoPage(SetUpPage):
    """`ready` when it is there, `given_up` when it was stopped."""

    ready = Signal()
    given_up = Signal()
    _reported = Signal(int, int)

    def __init__(self, make: MakeDemo, run: Runs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar(textVisible=False)
        self.count, self.error = Quiet(wrap=True), ErrorText(wrap=True)
        self.stop, self.again = Button(), Button()
        self._presenter = DemoPresenter(self, make, run)
        self.names, self.password = Label(wrap=True), Heading(selectable=True, wrap=True)
        self.hint, self.open = Quiet(wrap=True), PrimaryButton()
        self.keys = sunken(self.password, self.hint)
        buttons = Bar([self.stop, self.again], [self.open])
        for widget in (self.bar, self.count, self.error, self.names, self.keys, buttons):
            self.card.body.addWidget(widget)
        self.error.hide()
        self._show_made(False)
        self.open.clicked.connect(self.ready)
        self.stop.clicked.connect(self._presenter.stop)
        self.again.clicked.connect(self.start)
        self._reported.connect(self._presenter.show_progress)

    def start(self) -> None:
        """Make it."""
        self._show_made(False)
        self.show_refusal("", "")
        self._presenter.start()

    def take_focus(self) -> None:
        self.stop.setFocus()

    def retranslate(self) -> None:
        self.set_words(
            _("The demo centre"),
            _("Every person in it is invented. It lies in a folder of its own."),
        )
        self.stop.set_words(_("Stop"))
        self.again.set_words(_("Try again"))
        self.bar.setAccessibleName(_("Progress"))
        self.open.set_words(_("Open the demo centre"))
        lines = [f"{one.name} – {role_word(one.role)}" for one in COLLEAGUES]
        self.names.setText("\n".join([_("These users can log in:"), *lines]))
        self.password.setText(PASSWORD)
        self.password.setAccessibleName(_("Password of the demo centre"))
        self.hint.setText(_("This password opens the demo centre for all of them."))

    # what the presenter asks for

    def report(self, done: int, whole: int) -> None:
        """From any thread."""
        self._reported.emit(done, whole)

    def show_progress(self, done: int, whole: int, words: str) -> None:
        self.bar.setMaximum(whole)
        self.bar.setValue(done)
        self.count.setText(words)

    def show_refusal(self, field: str, words: str) -> bool:
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.again.setVisible(bool(words))
        self.bar.setVisible(not words)
        return True

    def stopped(self) -> None:
        self.given_up.emit()

    def made(self) -> None:
        self._show_made(True)
        self.open.setFocus()

    def _show_made(self, made: bool) -> None:
        shown: tuple[QWidget, ...] = (self.names, self.keys, self.open)
        hidden: tuple[QWidget, ...] = (self.bar, self.count, self.stop)
        for widget in (*shown, *hidden):
            widget.setVisible(made == (widget in shown))
        self.again.hide()
