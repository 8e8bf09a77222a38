"""A row made of widgets, where something in it can be pressed. For long lists: `RowList`."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kentro_app.gui.style import repolish
from kentro_app.gui.theme import M
from kentro_app.gui.widgets.text import Heading, Label, Quiet


class ListRow(QFrame):
    """Lead, two lines of words, and widgets at the right, over a hairline."""

    def __init__(
        self,
        title: str,
        about: str = "",
        *,
        lead: str = "",
        right: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "row")
        self.title, self.about, self.lead = Label(title), Quiet(about), Heading(lead)
        self.about.setVisible(bool(about))
        self.lead.setVisible(bool(lead))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.about)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 6, 10, 7)
        line.setSpacing(M)
        line.addWidget(self.lead)
        line.addLayout(words, 1)
        for widget in right:
            line.addWidget(widget)
        self.setAccessibleName(", ".join(part for part in (lead, title, about) if part))

    def set_on(self, on: bool) -> None:
        """Fill the row, as selected."""
        self.setProperty("on", on)
        repolish(self)
