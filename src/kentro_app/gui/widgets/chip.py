"""A state, in a word and a colour."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kentro_app.gui.style import repolish
from kentro_app.gui.theme import ChipKind
from kentro_app.gui.widgets.text import PLAIN_TEXT

__all__ = ["Chip", "ChipKind"]


class Chip(QLabel):
    """A small rounded word. The colour only repeats what the word says."""

    def __init__(
        self, words: str = "", kind: ChipKind = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(words)
        self.setProperty("chip", kind)

    def show_state(self, words: str, kind: ChipKind) -> None:
        """Say something else; without words the chip disappears."""
        self.setText(words)
        self.setVisible(bool(words))
        if self.property("chip") != kind:
            self.setProperty("chip", kind)
            repolish(self)
