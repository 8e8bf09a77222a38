"""A white sheet on the paper: everything that belongs together."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kentro_app.gui.theme import L, M, S
from kentro_app.gui.widgets.text import Heading


class Card(QFrame):
    """A card with a heading line. Put widgets into `body`, and what acts on it all into `head`."""

    def __init__(
        self, heading: str = "", parent: QWidget | None = None, *, margin: int = L
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(S)
        self.head = QHBoxLayout()
        self.head.setSpacing(M)
        self.heading = Heading(heading, self)
        self.head.addWidget(self.heading)
        self._has_gap = False
        self.body.addLayout(self.head)
        self.set_heading(heading)  # not before it has a parent: it would be a window of its own

    def set_heading(self, words: str) -> None:
        """Name the card, for the eye and for a screen reader."""
        self.heading.setText(words)
        self.heading.setVisible(bool(words))
        self.setAccessibleName(words)

    def add_to_head(self, *widgets: QWidget) -> None:
        """Put widgets at the right end of the heading line."""
        if not self._has_gap:
            self.head.addStretch(1)
            self._has_gap = True
        for widget in widgets:
            self.head.addWidget(widget)
