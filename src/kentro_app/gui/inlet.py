"""The session's ear at the pipe: the key when it comes, and the end of whoever started us."""

import os
import threading

from PySide6.QtCore import QObject, Signal

from kentro_app.gui import handover

_GRACE = 5.0


class Inlet(QObject):
    """`arrived` carries a `handover.Header` and the key's bytearray; `ended` comes at the end."""

    arrived = Signal(object, object)
    ended = Signal()

    def __init__(self, fd: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fd = fd

    def listen(self) -> None:
        """Wait for the key, then for the end, on a thread of its own."""
        threading.Thread(target=self._session, name="inlet", daemon=True).start()

    def await_end(self) -> None:
        """Wait for the end only: for a process that gets no key."""
        threading.Thread(target=self._until_end, name="inlet", daemon=True).start()

    def _session(self) -> None:
        try:
            self.arrived.emit(*handover.receive(self._fd))
        except handover.HandoverBroken:
            self.ended.emit()
            return
        self._until_end()

    def _until_end(self) -> None:
        handover.await_end(self._fd)
        self.ended.emit()
        # A window that no longer answers must not outlive its supervisor.
        last_resort = threading.Timer(_GRACE, os._exit, (0,))
        last_resort.daemon = True
        last_resort.start()
