"""Copying a number for another program, and not leaving it there (domain brief, section 1.7)."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication

CLEARED_AFTER_MS = 20_000


class Copier(QObject):
    """Puts words on the clipboard and takes them away after 20 seconds, or when the program ends;
    what somebody else has put there since is left alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copied = ""
        self.clock = QTimer(self, singleShot=True, interval=CLEARED_AFTER_MS)
        self.clock.timeout.connect(self.clear)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.clear)

    def copy(self, words: str) -> None:
        """Put these there; the 20 seconds begin anew."""
        self._copied = words
        QGuiApplication.clipboard().setText(words)
        self.clock.start()

    def clear(self) -> None:
        """Take away what was copied, if it is still there."""
        self.clock.stop()
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""
