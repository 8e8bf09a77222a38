"""The cover: hides the whole window until the same person types her password again."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kentro_app.gui.ask_password import PasswordCard
from kentro_app.gui.login.ports import Runs
from kentro_app.i18n import _

STAYS_UP = "stays_up"
"""The property of a window that the cover leaves on the screen: nobody's data is on it."""


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
        self._window, self._name = window, name
        self._before: QWidget | None = None
        self._hidden: list[QWidget] = []
        self.card = PasswordCard(check, run)
        self._lay_out()
        self.card.accepted.connect(self._opened)
        self.card.other_asked.connect(self.end_asked)
        window.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(_in_the_middle(self.card))
        column.addStretch(3)

    def cover_up(self) -> None:
        """Hide everything, dialogs and menus included, and ask for the password."""
        self._before = QApplication.focusWidget()
        self._hidden = [w for w in QApplication.topLevelWidgets() if self._is_ours_to_hide(w)]
        for widget in self._hidden:
            widget.hide()  # never dialogs of exec(), which hiding would answer
        self._fill()
        self.show()
        self.raise_()
        words = _("{name} is logged in. What was being typed is still there.")
        self.card.ask(
            _("Locked"),
            words.format(name=self._name),
            button=_("Unlock"),
            other=_("Somebody else logs in…"),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fill()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard on the cover: Tab never reaches what lies underneath."""
        order = self.card.order()
        here = next((i for i, widget in enumerate(order) if widget.hasFocus()), 0)
        order[(here + (1 if forward else -1)) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _is_ours_to_hide(self, widget: QWidget) -> bool:
        # What hangs in the waiting room stays there: it shows numbers, nobody's data.
        public = widget.property(STAYS_UP)
        return widget is not self._window and widget.isVisible() and not public

    def _fill(self) -> None:
        self.setGeometry(self._window.rect())

    def _opened(self) -> None:
        for widget in self._hidden:
            widget.show()
        self._hidden = []
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()


def _in_the_middle(card: QWidget) -> QHBoxLayout:
    # Stretches and no alignment: an aligned widget gets the height of its hint, which does not know
    # that the sentence takes two lines, and the field for the password was cut in half.
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(card)
    line.addStretch(1)
    return line
