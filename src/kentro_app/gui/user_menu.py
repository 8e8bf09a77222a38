"""The menu of whoever is logged in: her password, how the program looks and speaks, going."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kentro_app.gui.desk_mode import KEYS as DESK_MODE_KEYS
from kentro_app.gui.habits import TEXT_SIZES, Habits
from kentro_app.i18n import _
from kentro_app.settings import THEMES

LANGUAGE_NAMES = {"el": "Ελληνικά", "en": "English"}  # each in its own language, as everywhere


def theme_words() -> dict[str, str]:
    """What the themes are called."""
    return {
        "light": _("Light"),
        "dark": _("Dark"),
        "contrast": _("High contrast"),
        "system": _("As the computer"),
    }


class UserMenu(QMenu):
    """What one chooses is done at once; `habits` remembers it."""

    guide_asked = Signal()
    password_asked = Signal()
    mode_asked = Signal()
    switch_asked = Signal()
    quit_asked = Signal()

    def __init__(self, habits: Habits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._habits = habits
        self._desk_mode = False
        self.guide = self.addAction("", self.guide_asked.emit)
        self.password = self.addAction("", self.password_asked.emit)
        self.addSeparator()
        self.languages = self._choices(LANGUAGE_NAMES, habits.choose_language)
        self.themes = self._choices(THEMES, habits.choose_theme)
        self.sizes = self._choices(TEXT_SIZES, habits.choose_text_size)
        self.addSeparator()
        self.mode = self.addAction("", self.mode_asked.emit)
        self.switch = self.addAction("", self.switch_asked.emit)
        self.leave = self.addAction("", self.quit_asked.emit)
        habits.changed.connect(self._mark)
        self.retranslate()
        self._mark()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.guide.setText(f"{_('Guide')}\tF1")  # `gui.guide.key` listens to the key
        self.password.setText(_("Change my password…"))
        self.languages.setTitle(_("Language"))
        self.themes.setTitle(_("Appearance"))
        self.sizes.setTitle(_("Text size"))
        self.show_mode(self._desk_mode, choice=self.mode.isVisible())
        self.switch.setText(_("Switch user"))
        self.leave.setText(_("Quit"))
        names: dict[Any, str] = {**LANGUAGE_NAMES, **theme_words()}
        names |= {size: _("{n} %").format(n=size) for size in TEXT_SIZES}
        for action in self._all_choices():
            action.setText(names[action.data()])

    def show_mode(self, desk_mode: bool, *, choice: bool) -> None:
        """Offer the other mode, where there is a choice."""
        self._desk_mode = desk_mode
        self.mode.setVisible(choice)
        words = _("Leave desk mode…") if desk_mode else _("Desk mode")
        self.mode.setText(f"{words}\t{DESK_MODE_KEYS}")

    def _choices(self, values: Any, choose: Callable[[Any], None]) -> QMenu:
        menu = self.addMenu("")
        group = QActionGroup(menu)
        for value in values:
            action = menu.addAction("", partial(choose, value))
            action.setData(value)
            action.setCheckable(True)
            group.addAction(action)
        return menu

    def _all_choices(self) -> list[QAction]:
        return [a for menu in (self.languages, self.themes, self.sizes) for a in menu.actions()]

    def _mark(self) -> None:
        present = self._habits.present
        chosen = (present.language, present.theme, present.text_percent)
        for action in self._all_choices():
            action.setChecked(action.data() in chosen)
