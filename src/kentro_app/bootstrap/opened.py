"""What opening a session gives."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Opened:
    """The main window, and how to put everything away when the session ends."""

    window: QWidget
    close: Callable[[], None]
