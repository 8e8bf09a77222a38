"""One of a few, chosen with a number key; Enter goes on to the next question."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QWidget

from kentro_app.gui.people.entry import Choices
from kentro_app.gui.style import look
from kentro_app.gui.theme import XS
from kentro_app.gui.widgets.buttons import Segment
from kentro_app.gui.widgets.flow import Flow
from kentro_app.gui.widgets.text import FieldLabel

_KEYS = 10
_BESIDE_FROM, _LABEL_WIDTH = 900, 132
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ChoiceRow(QWidget):
    """`passed` when Enter was pressed. The choices keep their places while it lives."""

    passed = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self.label = FieldLabel()
        self.buttons = [Segment() for _choice in choices()]
        flow = Flow(spacing=XS)
        group = QButtonGroup(self)
        for button in self.buttons:
            group.addButton(button)
            flow.lines.addWidget(button)
            button.installEventFilter(self)
            button.toggled.connect(self._let_tab)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(XS)
        self._box.addWidget(self.label)
        self._box.addWidget(flow, 1)
        self.start_over()

    def retranslate(self, words: str) -> None:
        """Say everything in the present language."""
        self.label.setText(words)
        for place, (said, _value) in enumerate(self._choices()):
            button = self.buttons[place]
            button.set_words(f"{(place + 1) % 10}  {said}" if place < _KEYS else said)
            button.setAccessibleName(f"{words}: {said}")

    def value(self) -> Any:
        """What is chosen."""
        return self._choices()[self._place()][1]

    def start_over(self, value: Any = None) -> None:
        """Choose the first, or the one of this value."""
        values = [each for _words, each in self._choices()]
        self._choose(values.index(value) if value in values else 0)

    def take_cursor(self) -> None:
        """Put the keyboard here."""
        self.buttons[self._place()].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        theme = look().theme
        beside = event.size().width() >= theme.px(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self.label.setMinimumWidth(theme.px(_LABEL_WIDTH) if beside else 0)
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return False
        if key in _ENTER:
            self.passed.emit()
            return True
        place = self._meant(key, event.text())
        if place is None:
            return False
        self._choose(place)
        self.take_cursor()
        return True

    def _meant(self, key: Qt.Key, typed: str) -> int | None:
        last = len(self.buttons) - 1
        if key in _STEPS:
            return min(max(self._place() + _STEPS[key], 0), last)
        if len(typed) != 1 or not typed.isdecimal():
            return None
        place = (int(typed) - 1) % _KEYS  # 0 is the tenth
        return place if place <= last else None

    def _place(self) -> int:
        return next(i for i, button in enumerate(self.buttons) if button.isChecked())

    def _choose(self, place: int) -> None:
        self.buttons[place].setChecked(True)
        self._let_tab()

    def _let_tab(self) -> None:
        # Tab goes from question to question, not through every answer.
        for button in self.buttons:
            checked = button.isChecked()
            policy = Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
