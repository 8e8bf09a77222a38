"""Language, theme and text size: changed while the program runs, remembered for the next time."""

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from kentro_app import settings
from kentro_app.gui.app import wear
from kentro_app.gui.qt_words import speak_in
from kentro_app.settings import Settings

TEXT_SIZES = (100, 110, 125, 150, 175, 200)

_log = logging.getLogger(__name__)


class Habits(QObject):
    """The settings of this machine, and what follows from changing them."""

    changed = Signal()

    def __init__(
        self, directory: Path, present: Settings | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._directory = directory
        self._present = present or settings.load(directory)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def present(self) -> Settings:
        """What holds now."""
        return self._present

    def choose_language(self, language: str) -> None:
        """Speak `el` or `en` from now on; every open window hears it."""
        speak_in(language, QCoreApplication.instance())
        self._remember(replace(self._present, language=language))

    def choose_theme(self, theme: str) -> None:
        """Wear one of `settings.THEMES`."""
        wear(theme, self._present.text_percent)
        self._remember(replace(self._present, theme=theme))

    def choose_text_size(self, percent: int) -> None:
        """Show text at 100 to 200 per cent."""
        wear(self._present.theme, percent)
        self._remember(replace(self._present, text_percent=percent))

    def _follow(self) -> None:
        if self._present.theme == "system":
            wear("system", self._present.text_percent)

    def _remember(self, present: Settings) -> None:
        self._present = present
        try:
            # Another window of this data directory may have written since: keep its part.
            kept = settings.load(self._directory)
            looks = {name: getattr(present, name) for name in ("language", "theme", "text_percent")}
            settings.save(self._directory, replace(kept, **looks))
        except OSError:
            _log.warning("the settings could not be saved")
        self.changed.emit()
