"""A field of a form: its name above, below it what is wrong or what looks odd."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from kentro_app.gui.widgets.field import FieldWithError
from kentro_app.gui.widgets.text import Hint

Choices = Callable[[], Sequence[tuple[str, Any]]]


class Entry(FieldWithError):
    """A line with an error and, apart from it, an amber hint."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__("", field, parent)
        self.hint = Hint(wrap=True)
        self.hint.hide()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(self.hint)
        column.addStretch(1)

    def show_hint(self, words: str) -> None:
        """Say what looks odd; without words nothing does. An error is said alone."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words) and not self.error.text())
        if words and not self.error.text():
            self.field.setAccessibleDescription(words)


class Choice(QComboBox):
    """One of a few; `choices` gives words and values and is asked again in every language."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        for words, value in choices():
            self.addItem(words, value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for place, (words, _value) in enumerate(self._choices()):
            self.setItemText(place, words)

    def choose(self, value: object) -> None:
        """Show this one."""
        self.setCurrentIndex(next(i for i, (_w, v) in enumerate(self._choices()) if v == value))
