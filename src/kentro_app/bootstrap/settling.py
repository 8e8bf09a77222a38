"""Making the session process ready to be still: what would hold up the window later is done now.

Everything here happens while somebody types a password, and nothing changes what the program does.
"""

import ctypes
import gc
import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QComboBox

# glibc's names for what mallopt changes
_MMAP_THRESHOLD: Final = -3
_ARENA_MAX: Final = -8
_LARGE: Final = 512 * 1024


def spend_little() -> None:
    """Let memory that was freed go back to the system; before any thread is started.

    By itself glibc keeps a heap for each thread, and keeps large blocks once it has seen some: what
    a page's picture or a search took would stay with the process. Elsewhere nothing is changed.
    """
    mallopt = _of_glibc("mallopt")
    if mallopt is not None:
        mallopt(_ARENA_MAX, 1)
        mallopt(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Return freed memory to the system now, from any thread; takes some milliseconds.

    glibc returns only what lies at the end of its heap. What a backup needed lies in the middle.
    """
    trim = _of_glibc("malloc_trim")
    if trim is not None:
        trim(0)


def meet_every_class(app: QApplication) -> None:
    """Let Qt's Python side learn all classes there are; it takes a tenth of a second.

    It does so when an event filter on the application first hears of an object of a class that has
    no Python name, such as what a box to choose from holds its list in. The lock has such a filter.
    """
    listener = _Listener()
    app.installEventFilter(listener)
    box = QComboBox()
    box.addItem("", None)
    app.removeEventFilter(listener)
    box.deleteLater()


def look_past_the_lasting() -> None:
    """Let the collector of garbage pass over everything that is there now.

    Modules and classes stay for good. Looking through them all again took a tenth of a second, at
    any moment, with the interpreter held.
    """
    gc.collect()
    gc.freeze()


def _of_glibc(name: str) -> Callable[..., object] | None:
    """A function of the C library that only glibc has; musl has none of them, and needs none."""
    if not sys.platform.startswith("linux"):
        return None
    found: Callable[..., object] | None = getattr(ctypes.CDLL(None), name, None)
    return found


class _Listener(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return False
