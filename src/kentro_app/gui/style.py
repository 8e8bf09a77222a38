"""The look of the running program: fonts, palette and style sheet, exchangeable while it runs.

Here and in the widgets of the log-in window, `Qt` and `QAccessible` are imported where they are
used: each fills its namespace with enums when it is first named, which takes 60 ms and 10 ms – as
long as half of Qt – and the window can be painted without.
"""

import os

import font_roboto
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kentro_app.gui.theme import LIGHT, TEXT, Palette, Theme, style_sheet

_FACES = ("Regular", "Medium")
_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
}


class Look(QObject):
    """The present theme. Painted things read it when they paint; others hear `changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._theme = Theme(LIGHT)

    @property
    def theme(self) -> Theme:
        """What is shown now."""
        return self._theme

    def wear(self, theme: Theme) -> None:
        """Dress the whole program in this theme, windows that are open included."""
        self._theme = theme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(_font(theme))
            app.setPalette(_palette(theme.palette))
            app.setStyleSheet(style_sheet(theme))
        self.changed.emit()


_look: Look | None = None


def look() -> Look:
    """The one look of this process."""
    global _look
    if _look is None:
        _look = Look()
    return _look


def load_fonts() -> None:
    """Make Roboto known to Qt: the same letters on every platform, full Greek included."""
    # not importlib.resources, which costs the log-in window five milliseconds
    folder = os.path.join(os.path.dirname(font_roboto.__file__), "files")
    for face in _FACES:
        QFontDatabase.addApplicationFont(os.path.join(folder, f"Roboto-{face}.ttf"))


def repolish(styled: QWidget) -> None:
    """Let a changed property take effect in the style sheet."""
    style = styled.style()
    style.unpolish(styled)
    style.polish(styled)


def _font(theme: Theme) -> QFont:
    font = QFont("Roboto")
    font.setPixelSize(theme.px(TEXT))
    return font


def _palette(colours: Palette) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(getattr(colours, token)))
    disabled = QPalette.ColorGroup.Disabled
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        palette.setColor(disabled, role, QColor(colours.quiet))
    return palette
