"""The last net: a bug becomes a calm sentence with a number, and a place in the log."""

import logging
import secrets
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from kentro_app.i18n import _

_log = logging.getLogger(__name__)
_DIGITS = 1_000_000


class CrashNet(QObject):
    """Catches what nobody expected, on any thread; shows one dialog at a time."""

    _caught = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dialog: QMessageBox | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on, for this process."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> int:
        """Note the place (never a value) under a number, and tell the person the number."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        number = secrets.randbelow(_DIGITS)
        place = error.with_traceback(trace) if error is not None else kind()
        _log.error("bug %06d", number, exc_info=(kind, place, trace))
        self._caught.emit(number)
        return number

    def _show(self, number: int) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            return
        words = _(
            "Something went wrong in the program. What was saved is safe. "
            "If it happens again, tell your technician this number: {number}"
        )
        box = QMessageBox(QMessageBox.Icon.Warning, _("Kentro"), "")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words.format(number=f"{number:06d}"))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        box.open()
        self.dialog = box
