"""The page that is shown while the demo centre is made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from kentro_app.gui.bar import Bar
from kentro_app.gui.login.ports import Runs
from kentro_app.gui.setup.demo.presenter import DemoPresenter, MakeDemo
from kentro_app.gui.setup.page import SetUpPage
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.text import ErrorText, Quiet
from kentro_app.i18n import _


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
        buttons = Bar([self.stop, self.again])
        for widget in (self.bar, self.count, self.error, buttons):
            self.card.body.addWidget(widget)
        self.error.hide()
        self.again.hide()
        self.stop.clicked.connect(self._presenter.stop)
        self.again.clicked.connect(self.start)
        self._reported.connect(self._presenter.show_progress)

    def start(self) -> None:
        """Make it."""
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
        self.ready.emit()
