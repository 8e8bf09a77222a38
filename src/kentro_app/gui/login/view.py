"""The log-in window. It shows and it asks; it decides nothing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kentro_app.gui.login.form import LogInForm
from kentro_app.gui.login.ports import Accepted, Door, Runs, Welcome
from kentro_app.gui.login.presenter import LogInPresenter
from kentro_app.gui.login.side import SidePanel
from kentro_app.gui.messages import explain_code
from kentro_app.gui.theme import XL
from kentro_app.i18n import _

_TICK_MS = 1_000


class LogInWindow(QWidget):
    """`painted` fires once, when it is on the screen; `accepted` carries an `Accepted`."""

    painted = Signal()
    accepted = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self,
        welcome: Welcome,
        door: Door,
        run: Runs,
        open_recovery: Callable[["LogInWindow"], None] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self._welcome = welcome
        self._message = welcome.message
        self._open_recovery = open_recovery
        self._seen = False
        self._presenter = LogInPresenter(self, door, run)
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self._presenter.tick)
        self.form = LogInForm(welcome.last_user)
        self.side = SidePanel(welcome.centre, demo=welcome.demo)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(960, 600)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.side, 2)
        right = QVBoxLayout()
        right.setContentsMargins(XL, XL, XL, XL)
        right.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.form)
        middle.addStretch(1)
        right.addLayout(middle)
        right.addStretch(3)
        across.addLayout(right, 3)
        self.setTabOrder(self.form.recovery, self.side.languages["el"])
        self.setTabOrder(self.side.languages["el"], self.side.languages["en"])

    def _connect(self) -> None:
        self.form.submitted.connect(self._presenter.log_in)
        self.form.recovery_asked.connect(self._on_recovery)
        self.side.language_chosen.connect(self.language_chosen)
        self.painted.connect(lambda: QTimer.singleShot(0, self._presenter.load_names))

    def retranslate(self) -> None:
        """Say everything in the present language; what is typed stays."""
        self.setWindowTitle(_("Kentro – log in"))
        self.form.retranslate()
        self.side.retranslate()
        if self._message:
            weight, words = explain_code(self._message)
            self.form.banner.show_words(words, weight)
        if self._presenter.waiting():
            self._presenter.tick()

    # what the presenter asks for

    def set_busy(self, busy: bool) -> None:
        self._message = ""
        self.form.set_busy(busy)

    def show_names(self, names: list[str]) -> None:
        self.form.show_names(names)

    def show_wrong(self, words: str) -> None:
        self.form.show_wrong(words)

    def show_unavailable(self, words: str) -> None:
        self.form.banner.show_words(words, "stop")

    def show_wait(self, words: str) -> None:
        self.form.show_wait(words)
        if bool(words) != self._clock.isActive():
            (self._clock.start if words else self._clock.stop)()

    def accept(self, accepted: Accepted) -> None:
        self.accepted.emit(accepted)

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.take_focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def _on_recovery(self) -> None:
        if self._open_recovery is not None:
            self._open_recovery(self)
