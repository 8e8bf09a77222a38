"""The session process: warm up while somebody types, open the store with the key, end on lock."""

import logging
import sys
from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kentro_app import settings
from kentro_app.bootstrap.pipes import take_input
from kentro_app.domain.errors import Unavailable
from kentro_app.gui import handover
from kentro_app.launcher import QUIT, REASONS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kentro_app.gui.lock import Guard

# A window that paints gives the interpreter away and back with every call of Qt. Each time it
# would wait five milliseconds, Python's default, for a lane that is busy in Python.
_SWITCH_AFTER = 0.0005

_log = logging.getLogger(__name__)
_CODES = {reason: code for code, reason in REASONS.items()}
_SAME = {  # errors that mean the same to whoever stands before the log-in
    "store_locked": "key_refused",
    "key_file_tampered": "key_refused",
    "store_foreign": "store_damaged",
    "key_file_damaged": "store_damaged",
    "key_file_missing": "store_missing",
    "key_file_newer": "store_newer",
}


def exit_code(error: Unavailable) -> int:
    """The exit code that makes the log-in say why the store could not be opened."""
    reason = _SAME.get(error.code, error.code)
    return _CODES.get(reason, _CODES["unavailable"])


def run(arguments: Namespace) -> int:
    """Wait, warm up, open, work; gives the exit code."""
    ears = take_input()
    if not handover.await_painted(ears):
        return QUIT
    return _warm(arguments, ears)


def _warm(arguments: Namespace, ears: int) -> int:
    # From here on the log-in window is painted; what is imported now is not waited for later.
    import kentro_app.gui.quiet_imports  # noqa: F401, PLC0415 - first of all
    from kentro_app.bootstrap import settling  # noqa: PLC0415
    from kentro_app.bootstrap.login import prepare_process  # noqa: PLC0415
    from kentro_app.gui.app import make_app  # noqa: PLC0415
    from kentro_app.gui.inlet import Inlet  # noqa: PLC0415

    settling.spend_little()
    sys.setswitchinterval(_SWITCH_AFTER)
    known = settings.load(arguments.data_dir)
    app = make_app(
        language=arguments.lang or known.language,
        theme=known.theme,
        text_percent=known.text_percent,
    )
    prepare_process(app, arguments.data_dir)
    app.setQuitOnLastWindowClosed(False)
    session = _Session(arguments.data_dir, known, app.exit)
    settling.meet_every_class(app)
    settling.look_past_the_lasting()
    inlet = Inlet(ears, app)
    inlet.arrived.connect(session.open)
    inlet.ended.connect(lambda: app.exit(QUIT))
    inlet.listen()
    try:
        return app.exec()
    finally:
        session.close()


class _Session:
    """One log-in from key to end."""

    def __init__(
        self, data_dir: Path, known: settings.Settings, end: Callable[[int], None]
    ) -> None:
        from kentro_app.bootstrap.wiring import open_session  # noqa: PLC0415 - after the paint

        self._data_dir, self._known, self._end = data_dir, known, end
        self._open_session = open_session
        self._close: Callable[[], None] = lambda: None

    def open(self, header: handover.Header, key: bytearray) -> None:
        """The key is here: open the store and show the window."""
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the paint

        from kentro_app.gui.qt_words import speak_in  # noqa: PLC0415
        from kentro_app.vault.secret import SecretKey  # noqa: PLC0415

        app = QApplication.instance()
        speak_in(header.lang, app)
        try:
            opened = self._open_session(self._data_dir, header, SecretKey(key))
        except Unavailable as error:
            _log.error("the store could not be opened")
            self._end(exit_code(error))
            return
        self._close = opened.close
        self._guard(opened.window, header)
        if isinstance(app, QApplication):
            app.setQuitOnLastWindowClosed(True)
        opened.window.show()

    def close(self) -> None:
        """Put everything away."""
        self._close()

    def _guard(self, window: "QWidget", header: handover.Header) -> None:
        guard_window(window, header.name, self._data_dir, self._known)


def guard_window(window: "QWidget", name: str, data_dir: Path, known: settings.Settings) -> "Guard":
    """Cover and lock for the window of `name`, after as much patience as the settings have."""
    from kentro_app.bootstrap.door import VaultDoor  # noqa: PLC0415 - after the paint
    from kentro_app.gui.background import Lane  # noqa: PLC0415
    from kentro_app.gui.cover import Cover  # noqa: PLC0415
    from kentro_app.gui.lock import Guard, Patience  # noqa: PLC0415

    door, lane = VaultDoor(data_dir), Lane("vault", parent=window)
    cover = Cover(window, name, partial(door.check, name), lane.run)
    minute = 60_000
    patience = Patience(known.soft_lock_minutes * minute, known.hard_lock_minutes * minute)
    return Guard(window, cover, patience)
