"""The blue side of the set-up: which steps there are, and where one is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kentro_app.gui.setup.presenter import Page
from kentro_app.gui.setup.step_mark import StepMark
from kentro_app.gui.style import look, repolish
from kentro_app.gui.theme import XL, M, S
from kentro_app.gui.widgets.buttons import Segment
from kentro_app.gui.widgets.logo import Logo
from kentro_app.gui.widgets.text import Label, Title
from kentro_app.i18n import _, current

_WIDTH = 300
_LANGUAGES = {"el": "Ελληνικά", "en": "English"}  # each in its own words, in every language
_STEPS = (Page.CENTRE, Page.ADMINISTRATOR, Page.CARD, Page.BACKUPS, Page.DONE)
_STEP_OF = {Page.PROOF: Page.CARD}


class StepsPanel(QFrame):
    """`language_chosen` carries `el` or `en`."""

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "side")
        self.name, self.about = Title(wrap=True), Label(wrap=True)
        self.marks = {step: StepMark(place) for place, step in enumerate(_STEPS, 1)}
        self.steps = {step: Label(wrap=True) for step in _STEPS}
        self.languages = {code: Segment(words) for code, words in _LANGUAGES.items()}
        self._page = Page.WELCOME
        self._lay_out()
        self.retranslate()

    def show_page(self, page: Page) -> None:
        """Mark where one is."""
        self._page = page
        self._mark()

    def retranslate(self) -> None:
        """Say it in the present language."""
        self.name.setText(_("First start"))
        self.about.setText(_("Kentro – the community centre's front desk"))
        words = {
            Page.CENTRE: _("The centre"),
            Page.ADMINISTRATOR: _("Administrator"),
            Page.CARD: _("Recovery card"),
            Page.BACKUPS: _("Backups"),
            Page.DONE: _("Ready"),
        }
        for step, label in self.steps.items():
            label.setText(words[step])
        chosen = self.languages.get(current().language)
        if chosen is not None:
            chosen.setChecked(True)
        self._mark()

    def _lay_out(self) -> None:
        self.setFixedWidth(round(_WIDTH * (1 + (look().theme.scale - 1) * 0.6)))
        column = QVBoxLayout(self)
        column.setContentsMargins(XL + S, XL + S, XL, XL)
        column.setSpacing(S)
        column.addWidget(Logo(56))
        column.addSpacing(XL)
        column.addWidget(self.name)
        column.addWidget(self.about)
        column.addSpacing(XL)
        for step in _STEPS:
            column.addLayout(self._line(step))
        column.addStretch(1)
        column.addLayout(self._language_line())

    def _line(self, step: Page) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, S // 2, 0, S // 2)
        line.setSpacing(M)
        line.addWidget(self.marks[step])
        line.addWidget(self.steps[step], 1)
        return line

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

    def _mark(self) -> None:
        here = _STEP_OF.get(self._page, self._page)
        now = _STEPS.index(here) if here in _STEPS else -1
        for place, step in enumerate(_STEPS):
            reached = (place < now) - (place > now)
            self.marks[step].show_reached(reached)
            label = self.steps[step]
            label.setProperty("role", "heading" if reached == 0 else "")
            label.setAccessibleName(_spoken(label.text(), reached))
            repolish(label)


def _spoken(words: str, reached: int) -> str:
    if reached > 0:
        return _("{step}, done").format(step=words)
    return _("{step}, now").format(step=words) if reached == 0 else words
