"""A field with its name above it and, when something is wrong, the reason below it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kentro_app.gui.style import repolish
from kentro_app.gui.theme import XS
from kentro_app.gui.widgets.text import ErrorText, FieldLabel


class FieldWithError(QWidget):
    """Label, field and error. A screen reader hears all three at the field itself."""

    def __init__(self, words: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.label = FieldLabel()
        self.error = ErrorText(wrap=True)
        self.error.hide()
        self.label.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for widget in (self.label, field, self.error):
            column.addWidget(widget)
        self.setFocusProxy(field)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """The field's name in the present language."""
        self.label.setText(words)
        self.field.setAccessibleName(words.replace("&", ""))

    def show_error(self, words: str) -> None:
        """Mark the field and say why; without words, all is well again."""
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        if bool(self.field.property("wrong")) != bool(words):
            self.field.setProperty("wrong", bool(words))
            repolish(self.field)

    def clear_error(self) -> None:
        """Take the mark away."""
        self.show_error("")
