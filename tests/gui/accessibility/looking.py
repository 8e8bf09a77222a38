"""Bringing a screen of the pictures up, in other words or in larger text."""

from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kentro_app.bootstrap.day.hands import pause
from kentro_app.gui.qt_words import speak_in
from kentro_app.gui.style import look
from kentro_app.gui.theme import Theme
from tests.gui.accessibility.seen import front
from tests.gui.accessibility.tokens import TOKENS
from tests.pictures.stage import Stage

SIZE = (1366, 768)
_SETTLED = 0.2


@contextmanager
def brought(screen, language, percent):
    """The window of a screen, in the theme that tells the tokens apart, ready for the keyboard."""
    app = QApplication.instance()
    look().wear(Theme(TOKENS, percent / 100))
    speak_in(language, app)
    stage = Stage(language, SIZE)
    try:
        window = screen.bring(stage)
        top = front(window).window()
        top.activateWindow()
        QTest.qWaitForWindowActive(top)
        pause(_SETTLED)
        yield window
    finally:
        stage.close()
        QCoreApplication.processEvents()
