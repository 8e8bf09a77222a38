"""A field for a password: says which alphabet is typed and that CapsLock is on."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kentro_app.gui.theme import XS
from kentro_app.gui.widgets.chip import Chip
from kentro_app.gui.widgets.keyboard import (
    alphabet_of,
    alphabet_of_layout,
    caps_lock_by_platform,
    caps_lock_by_typing,
)
from kentro_app.gui.widgets.text import FieldLabel, Hint
from kentro_app.i18n import _

LONGEST = 1_000


class PasswordEdit(QLineEdit):
    """The line itself: hidden letters, no undo, no menu, no memory of the input method."""

    key_seen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)  # input methods are told as well
        self.setMaxLength(LONGEST)

    def take(self) -> str:
        """The password, once: the field is empty afterwards."""
        password = self.text()
        self.clear()
        return password

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see gui/style.py

        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.key_seen.emit("caps" if event.key() == Qt.Key.Key_CapsLock else event.text(), shift)
        super().keyPressEvent(event)


class PasswordField(QWidget):
    """Label with the alphabet at its right, the line, and a hint while CapsLock is on."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = PasswordEdit()
        self.label = FieldLabel()
        self.label.setBuddy(self.edit)
        self.layout_chip = Chip()
        self.layout_chip.hide()
        self.caps_hint = Hint(wrap=True)
        self._caps: bool | None = None
        head = QHBoxLayout()
        head.addWidget(self.label)
        head.addStretch(1)
        head.addWidget(self.layout_chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(self.edit)
        column.addWidget(self.caps_hint)
        self.caps_hint.hide()
        self.setFocusProxy(self.edit)
        self.edit.key_seen.connect(self._on_key)
        self.edit.installEventFilter(self)
        self._show_layout(alphabet_of_layout())
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """The field's name, and its hints, in the present language."""
        self.label.setText(words)
        self.edit.setAccessibleName(words)
        self.caps_hint.setText(_("CapsLock is on."))
        self.layout_chip.setToolTip(_("The alphabet the keyboard writes"))

    def take(self) -> str:
        """The password, once: the field is empty afterwards."""
        return self.edit.take()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self._show_caps(caps_lock_by_platform())
            self._show_layout(alphabet_of_layout())
        return False

    def _on_key(self, typed: str, shift: bool) -> None:
        asked = caps_lock_by_platform()
        if asked is not None:
            self._show_caps(asked)
        elif typed == "caps":
            self._show_caps(None if self._caps is None else not self._caps)
        else:
            self._show_caps(caps_lock_by_typing(typed, shift))
        self._show_layout(alphabet_of(typed) if typed != "caps" else "")

    def _show_caps(self, on: bool | None) -> None:
        if on is None:
            return
        self._caps = on
        self.caps_hint.setVisible(on)
        self.edit.setAccessibleDescription(self.caps_hint.text() if on else "")

    def _show_layout(self, alphabet: str) -> None:
        if alphabet:
            self.layout_chip.show_state(alphabet, "plain")
            self.layout_chip.setAccessibleName(alphabet)
