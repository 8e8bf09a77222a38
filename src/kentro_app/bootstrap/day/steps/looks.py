"""Small things of a day: the dark look, the other language, the cover while one is away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.hands import StepFailed, press, type_text, until
from kentro_app.gui.cover import Cover
from kentro_app.gui.style import look
from kentro_app.gui.theme import PALETTES
from kentro_app.i18n import current
from kentro_app.services.demo.staff import PASSWORD


def wear_dark(drive: Drive) -> str:
    """The dark look, and back."""
    menu = drive.window.menu.themes
    _entry(menu, "dark").trigger()
    until(lambda: look().theme.palette == PALETTES["dark"], "the window did not turn dark")
    drive.camera.take(drive.window, "dark")
    _entry(menu, drive.known.theme).trigger()
    return drive.known.theme


def speak_other(drive: Drive) -> str:
    """The other language while the program runs, and back."""
    menu = drive.window.menu.languages
    other = "en" if drive.language == "el" else "el"
    _entry(menu, other).trigger()
    until(lambda: current().language == other, "the window did not change its language")
    drive.camera.take(drive.window, f"in-{other}")
    _entry(menu, drive.language).trigger()
    until(lambda: current().language == drive.language, "the language did not come back")
    return other


def cover_up(drive: Drive) -> str:
    """Nobody at the desk: the cover hides everything until the same password is typed."""
    session = drive.session
    cover = drive.window.findChild(Cover)
    if session is None or cover is None:
        raise StepFailed("the window has no cover")
    session.guard.cover_up()
    drive.camera.take(drive.window, "covered")
    type_text(cover.card.password.edit, PASSWORD)
    press(cover.card.password.edit, Qt.Key.Key_Return)
    until(lambda: not cover.isVisible(), "the cover did not open", 60)
    return ""


def _entry(menu: QMenu, value: str) -> QAction:
    return next(action for action in menu.actions() if action.data() == value)
