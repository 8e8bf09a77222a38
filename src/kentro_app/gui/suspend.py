"""Hearing that the machine goes to sleep or its screen is locked, where the system tells.

Linux tells on the system bus (logind). Elsewhere idle time and the state of the application have
to do; see `gui.lock`.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

_SERVICE = "org.freedesktop.login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"


class Suspension(QObject):
    """Calls `lock` when the machine is about to sleep, or the desktop session is locked."""

    def __init__(self, lock: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = lock

    def listen(self) -> bool:
        """Whether somebody will tell; never raises, for a missing bus must not close the desk."""
        if not sys.platform.startswith("linux"):
            return False
        try:
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - absent on some systems
        except ImportError:
            return False
        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return False
        heard = (("PrepareForSleep", _MANAGER, "1on_sleep(bool)"), ("Lock", _SESSION, "1on_lock()"))
        told = [
            bus.connect(_SERVICE, "", interface, name, self, slot.encode())
            for name, interface, slot in heard
        ]
        return all(told)

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """logind: about to sleep (true) or awake again (false)."""
        if begins:
            self._lock()

    @Slot()
    def on_lock(self) -> None:
        """logind: the desktop session is being locked."""
        self._lock()
