"""The log-in process: paint first, then everything that a password needs.

Nothing of the vault is imported before the window is on the screen; a colleague at the desk
waits for the window, not for the cryptography.
"""

import os
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

import kentro_app.gui.quiet_imports  # noqa: F401 - first of all
from kentro_app import settings
from kentro_app.bootstrap.pipes import take_input, take_output
from kentro_app.gui import handover
from kentro_app.gui.app import make_app, set_icon
from kentro_app.gui.login.ports import Accepted, Welcome
from kentro_app.gui.login.view import LogInWindow
from kentro_app.gui.qt_words import speak_in
from kentro_app.i18n import current
from kentro_app.launcher import LOCKED, LOGGED_IN, QUIT

if TYPE_CHECKING:
    from kentro_app.bootstrap.door import VaultDoor

_KEY_FILES = ("keys.json", "keys.json.1", "keys.json.2")


def run(arguments: Namespace) -> int:
    """Show the log-in (or the set-up, where there is no store yet); gives the exit code."""
    ears, mouth = take_input(), take_output()
    known = settings.load(arguments.data_dir)
    app = make_app(
        language=arguments.lang or known.language,
        theme=known.theme,
        text_percent=known.text_percent,
    )
    if any((arguments.data_dir / name).exists() for name in _KEY_FILES):
        role: _LogIn | _FirstStart = _LogIn(app, arguments, known, (ears, mouth))
    else:
        role = _FirstStart(app, arguments)
        _listen_for_the_end(app, ears)
    role.window.show()
    return app.exec()


class _LateDoor:
    """The vault, imported when somebody first knocks: on the lane, after the first paint."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._door: VaultDoor | None = None

    def names(self) -> Sequence[str]:
        return self._open().names()

    def unlock(self, name: str, password: str) -> Accepted:
        return self._open().unlock(name, password)

    def recover(self, name: str, code: str, password: str) -> None:
        self._open().recover(name, code, password)

    def _open(self) -> "VaultDoor":
        if self._door is None:
            from kentro_app.bootstrap.door import VaultDoor  # noqa: PLC0415 - after the paint

            self._door = VaultDoor(self._directory)
        return self._door


class _LogIn(QObject):
    """The log-in window with what it leads to."""

    def __init__(
        self,
        app: QApplication,
        arguments: Namespace,
        known: settings.Settings,
        ends: tuple[int, int],
    ) -> None:
        super().__init__(app)
        self._app, self._arguments, self._known = app, arguments, known
        self._ears, self._mouth = ends
        self._door = _LateDoor(arguments.data_dir)
        self._jobs: list[Callable[[], None]] = []
        welcome = Welcome(known.centre, known.last_user, arguments.message, arguments.demo)
        self.window = LogInWindow(welcome, self._door, self._run, self._open_recovery)
        self.window.painted.connect(self._after_paint)
        self.window.accepted.connect(self._hand_over)
        self.window.language_chosen.connect(self._switch_language)

    def _after_paint(self) -> None:
        with suppress(OSError):  # nobody listens when the role runs alone
            handover.signal_painted(self._mouth)
        _listen_for_the_end(self._app, self._ears)
        prepare_process(self._app, self._arguments.data_dir)

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
        owner: object,
    ) -> None:
        from kentro_app.gui.background import Lane  # noqa: PLC0415 - after the paint

        lane = self.findChild(Lane) or Lane("vault", parent=self)
        lane.run(work, done, failed, owner)

    def _hand_over(self, accepted: Accepted) -> None:
        language = current().language
        header = handover.Header(accepted.user_id, accepted.name, accepted.role, language)
        fresh = replace(self._known, last_user=accepted.name, language=language)
        with suppress(OSError):  # habits are worth less than the log-in
            settings.save(self._arguments.data_dir, fresh)
        self.window.hide()
        handover.send(self._mouth, header, accepted.key)
        self._app.exit(LOGGED_IN)

    def _switch_language(self, language: str) -> None:
        speak_in(language, self._app)

    def _open_recovery(self, window: LogInWindow) -> None:
        from kentro_app.gui.login.recovery import RecoveryDialog  # noqa: PLC0415 - seldom

        dialog = RecoveryDialog(window.form.name.currentText(), self._door, self._run, window)
        dialog.open()


class _FirstStart(QObject):
    """The set-up where there is no store; afterwards the supervisor begins anew."""

    def __init__(self, app: QApplication, arguments: Namespace) -> None:
        super().__init__(app)
        from kentro_app.bootstrap.first_start import open_first_start  # noqa: PLC0415 - once

        prepare_process(app, arguments.data_dir)
        self.window: QWidget = open_first_start(
            arguments.data_dir,
            profile=arguments.profile,
            demo=arguments.demo,
            finished=lambda: app.exit(LOCKED),
        )


def prepare_process(app: QApplication, data_dir: Path) -> None:
    """Harden the process, open its log, spread the net for bugs, listen to F1, show the icon."""
    from kentro_app import logs  # noqa: PLC0415 - all of this waits for the first paint
    from kentro_app.gui.crash import CrashNet  # noqa: PLC0415
    from kentro_app.gui.guide.key import GuideKey  # noqa: PLC0415
    from kentro_app.vault.hardening import harden_process  # noqa: PLC0415

    harden_process()
    logs.start(data_dir)
    CrashNet(app).install()
    GuideKey(app)
    set_icon(app)


def _listen_for_the_end(app: QApplication, ears: int) -> None:
    from kentro_app.gui.inlet import Inlet  # noqa: PLC0415 - threads, after the first paint

    if not os.isatty(ears):
        inlet = Inlet(ears, app)
        inlet.ended.connect(lambda: app.exit(QUIT))
        inlet.await_end()
