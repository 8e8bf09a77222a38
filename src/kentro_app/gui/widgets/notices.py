"""What the program says by itself: in passing, lastingly, or where there is nothing to show."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kentro_app.gui.style import repolish
from kentro_app.gui.theme import XL, L, M, S
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.text import Heading, Label, Quiet

BannerKind = Literal["good", "wait", "stop", "plain", "demo"]
TOAST_MS = 8_000


def announce(widget: QWidget) -> None:
    """Let a screen reader say what has just appeared."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - see gui/style.py

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Toast(QFrame):
    """A few words at the foot of `host` that go by themselves, with a way back."""

    def __init__(self, host: QWidget) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see gui/style.py

        super().__init__(host)
        self._host = host
        self.setProperty("surface", "toast")
        self._undo: Callable[[], None] | None = None
        self._words = Label()
        self._button = QPushButton()
        self._button.clicked.connect(self._take_back)
        # A click takes the cursor from nobody; the toast is about to go, and the cursor with it.
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._line = QHBoxLayout(self)
        self._line.setSpacing(L)
        self._line.addWidget(self._words)
        self._line.addWidget(self._button)
        self._clock = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._clock.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def show_words(
        self, words: str, undo_words: str = "", undo: Callable[[], None] | None = None
    ) -> None:
        """Say `words`; with `undo`, offer to take it back for as long as they are there."""
        self._undo = undo
        self._words.setText(words)
        self._button.setText(undo_words)
        self._button.setVisible(undo is not None)
        self._line.setContentsMargins(L, S, S if undo else L, S)
        self.setAccessibleName(words)
        self._settle()
        self.show()
        self.raise_()
        announce(self)
        self._clock.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _settle(self) -> None:
        host = self._host
        self.setMinimumHeight(self.sizeHint().height() + S)
        self.setMaximumWidth(max(host.width() - 2 * XL, 1))
        self.adjustSize()
        self.move((host.width() - self.width()) // 2, host.height() - self.height() - 2 * XL)


class Banner(QFrame):
    """A sentence across the screen that stays until it is no longer true."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "banner")
        self._words = Label(wrap=True)
        self.action = Button()
        self.action.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(M, S, M, S)
        line.setSpacing(M)
        line.addWidget(self._words, 1)
        line.addWidget(self.action)
        self.hide()

    def show_words(self, words: str, kind: BannerKind = "plain") -> None:
        """Say something; without words the banner disappears."""
        self.setProperty("kind", kind)
        repolish(self)
        repolish(self._words)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self._keep_room()
        if words:
            announce(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        """A layout that is short of room would take it from words that go over several lines."""
        self._words.setMinimumHeight(max(self._words.heightForWidth(self._words.width()), 0))

    def words(self) -> str:
        """What it says now."""
        return self._words.text()


class EmptyHint(QWidget):
    """In the place of an empty list: what is missing, and what to do about it."""

    def __init__(self, words: str = "", advice: str = "", parent: QWidget | None = None) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see gui/style.py

        super().__init__(parent)
        self._words = Heading(wrap=True)
        self._advice = Quiet(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, XL, L, XL)
        column.setSpacing(S)
        for label in (self._words, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        self.set_words(words, advice)

    def set_words(self, words: str, advice: str = "") -> None:
        """Say both in the present language."""
        self._words.setText(words)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self.setAccessibleName(f"{words} {advice}".strip())
