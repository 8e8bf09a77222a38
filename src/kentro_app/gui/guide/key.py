"""F1 in every window of this process, dialogs included; the guide is imported when asked for."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

KEYS = "F1"
_HEARD = "hears_guide_key"


class GuideKey(QObject):
    """Gives each window that gets the keyboard its F1, once. Keep it as long as the program."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._listen)
        self._listen(None, app.focusWidget())

    def _listen(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        window = now.window()
        if not window.property(_HEARD):
            window.setProperty(_HEARD, True)
            # its own shortcut for each: one for all would be silent under a dialog
            key = QShortcut(QKeySequence(KEYS), window)
            key.activated.connect(lambda: open_guide(window))


def open_guide(window: QWidget, page: str = "") -> QWidget:
    """The guide over `window`, at `page` or at the page for what the window shows."""
    from kentro_app.gui.guide.places import page_of  # noqa: PLC0415 - few need it
    from kentro_app.gui.guide.view import GuideWindow  # noqa: PLC0415 - the log-in starts without

    if isinstance(window, GuideWindow):
        return window
    guide = window.findChild(GuideWindow) or GuideWindow(window)
    guide.open_page(page or page_of(window))
    return guide
