"""What all sections of administration have in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from kentro_app.gui.theme import L, S
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.notices import Banner, BannerKind
from kentro_app.gui.widgets.text import Quiet


class AdminSection(QWidget):
    """A card with a heading, a banner for what happened, and a bar while something takes long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(" ", margin=L)
        self.advice, self.banner = Quiet(wrap=True), Banner()
        self.progress = QProgressBar(maximum=0, textVisible=False)
        self.busy_words = Quiet(wrap=True)
        self.busy_words.hide()
        self.progress.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.card)
        for widget in (self.advice, self.banner, self.busy_words, self.progress):
            self.card.body.addWidget(widget)

    def name(self) -> str:
        """What the list of sections calls it."""
        return ""

    def start(self) -> None:
        """Somebody has come to look: show what is true now."""

    def retranslate(self) -> None:
        """Say everything in the present language."""

    def show_busy(self, words: str) -> None:
        """Say what is going on; without words nothing is."""
        self.busy_words.setText(words)
        self.progress.setAccessibleName(words)
        self.busy_words.setVisible(bool(words))
        self.progress.setVisible(bool(words))

    def say(self, words: str, kind: BannerKind = "plain") -> None:
        """Say what has happened, until the next thing does."""
        self.banner.show_words(words, kind)


def scrolled(inside: QWidget) -> QScrollArea:
    """A widget that scrolls where there is no room for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside has it
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area
