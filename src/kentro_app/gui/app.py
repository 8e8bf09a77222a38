"""The QApplication of every window process: its style, its fonts, its language, its net."""

import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kentro_app.assets import resource
from kentro_app.gui.qt_words import speak_in
from kentro_app.gui.style import load_fonts, look
from kentro_app.gui.theme import PALETTES, Theme


def make_app(*, language: str, theme: str, text_percent: int) -> QApplication:
    """The application, dressed and speaking; `theme` is one of `settings.THEMES`."""
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])  # cheaper than setStyle: see style.py
    app.setApplicationName("kentro")
    app.setDesktopFileName("kentro")
    load_fonts()
    wear(theme, text_percent)
    speak_in(language, app)
    return app


def wear(theme: str, text_percent: int) -> None:
    """Change the look of all windows."""
    look().wear(Theme(PALETTES[_resolved(theme)], text_percent / 100))


def _resolved(theme: str) -> str:
    if theme != "system":
        return theme
    from PySide6.QtCore import Qt  # noqa: PLC0415 - few need it, and the first paint is waited for
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def set_icon(app: QApplication) -> None:
    """The program's sign for the task bar; set after the first paint."""
    app.setWindowIcon(QIcon(str(resource("icons/kentro.svg"))))
