"""Words on the screen: always plain text, so that a name is never markup."""

from PySide6.QtWidgets import QLabel, QWidget

PLAIN_TEXT = 0
"""`Qt.TextFormat.PlainText` as the property takes it; see gui/style.py for why not by name."""


class Label(QLabel):
    """Words in one of the roles of the type scale; `selectable` lets them be copied."""

    role = ""

    def __init__(
        self,
        words: str = "",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setWordWrap(wrap)
        if self.role:
            self.setProperty("role", self.role)
        if selectable:
            from PySide6.QtCore import Qt  # noqa: PLC0415 - see gui/style.py

            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(words)


class Title(Label):
    """The name of a screen."""

    role = "title"


class Heading(Label):
    """The name of a card, or the first line of something that matters."""

    role = "heading"


class Quiet(Label):
    """What stands beside or below the thing itself."""

    role = "quiet"


class FieldLabel(Label):
    """The name of a field, above it."""

    role = "label"


class Number(Label):
    """A number that matters."""

    role = "number"


class ErrorText(Label):
    """What is wrong, and what is expected."""

    role = "error"


class Hint(Label):
    """Something to know before it goes wrong."""

    role = "hint"
