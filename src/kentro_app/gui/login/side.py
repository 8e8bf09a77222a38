"""The blue side of the log-in window: whose desk this is, and in which language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kentro_app.gui.theme import XL, S
from kentro_app.gui.widgets.buttons import Segment
from kentro_app.gui.widgets.logo import Logo
from kentro_app.gui.widgets.text import Label, Title
from kentro_app.i18n import _, current

_LANGUAGES = {"el": "Ελληνικά", "en": "English"}  # each in its own words, in every language


class SidePanel(QFrame):
    """The centre's name, and the switch of language."""

    language_chosen = Signal(str)

    def __init__(self, centre: str, *, demo: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "side")
        self._centre = centre
        self._demo = demo
        self.name = Title(wrap=True)
        self.about = Label(wrap=True)
        self.languages = {code: Segment(words) for code, words in _LANGUAGES.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(XL + S, XL + S, XL, XL)
        column.setSpacing(S)
        column.addWidget(Logo(56))
        column.addSpacing(XL)
        column.addWidget(self.name)
        column.addWidget(self.about)
        column.addStretch(1)
        column.addLayout(self._language_line())
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the present language."""
        self.name.setText(self._centre or _("Community centre"))
        self.about.setText(
            _("Demo centre: every name in it is invented.")
            if self._demo
            else _("Front desk · registry · day's sheets")
        )
        chosen = self.languages.get(current().language)
        if chosen is not None:
            chosen.setChecked(True)

    def _language_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(S)
        group = QButtonGroup(self)
        for code, button in self.languages.items():
            group.addButton(button)
            line.addWidget(button)
            button.clicked.connect(lambda _on=False, code=code: self.language_chosen.emit(code))
        line.addStretch(1)
        return line
