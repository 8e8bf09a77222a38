"""At the log-in window, and out through the lock."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.drive import Drive, dispose, show
from kentro_app.bootstrap.day.hands import StepFailed, press, type_over, type_text, until
from kentro_app.bootstrap.door import VaultDoor
from kentro_app.gui.background import Lane
from kentro_app.gui.login.ports import Accepted, Welcome
from kentro_app.gui.login.view import LogInWindow
from kentro_app.services.demo.staff import PASSWORD, SOCIAL_WORKERS

_COLLEAGUE = SOCIAL_WORKERS[0]
"""The desk is hers today: she may also write down what people came for."""


def log_in(drive: Drive) -> str:
    """Name and password into the real window; the key opens the store."""
    lane = Lane("vault")
    welcome = Welcome(drive.known.centre, drive.known.last_user, demo=True)
    window = LogInWindow(welcome, VaultDoor(drive.directory), lane.run)
    accepted: list[Accepted] = []
    window.accepted.connect(accepted.append)
    show(window)
    _type(drive, window)
    until(partial(_answered, window, accepted), "the log-in gave no answer", 60)
    if not accepted:
        raise StepFailed(window.form.error.text())
    lane.close()
    dispose(window)
    drive.enter(accepted[0])
    until(_has_read(drive), "the reception did not read today's visits")
    return f"{_COLLEAGUE.display_name} ({_COLLEAGUE.name})"


def lock(drive: Drive) -> str:
    """Ctrl+L: the session ends, and with it everything it held."""
    drive.left = [(row.visit.id, row.visit.stage) for row in drive.today()]
    press(drive.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    return f"{len(drive.left)} visits today"


def log_in_again(drive: Drive) -> str:
    """After the lock: today's list is as it was left, in the store and on the screen."""
    log_in(drive)
    if [(row.visit.id, row.visit.stage) for row in drive.today()] != drive.left:
        raise StepFailed("today's list is not as it was left")
    shown = drive.desk.waiting_line.day.rows
    if [(row.visit.id, row.visit.stage) for row in shown] != drive.left:
        raise StepFailed("the window does not show today's list as it was left")
    drive.camera.take(drive.window, "logged-in-again")
    return f"{len(shown)} visits, as they were left"


def quit_program(drive: Drive) -> str:
    """The last entry of the user's menu."""
    drive.window.menu.leave.trigger()
    return ""


def _type(drive: Drive, window: LogInWindow) -> None:
    until(window.form.name.count, "the log-in offers no names")
    line = window.form.name.lineEdit()
    assert line is not None
    type_over(line, _COLLEAGUE.name)
    press(line, Qt.Key.Key_Return)
    type_text(window.form.password.edit, PASSWORD)
    if not drive.left:
        drive.camera.take(window, "log-in")
    press(window.form.password.edit, Qt.Key.Key_Return)


def _answered(window: LogInWindow, accepted: list[Accepted]) -> bool:
    return bool(accepted) or bool(window.form.error.text() and window.form.error.isVisible())


def _has_read(drive: Drive) -> Callable[[], object]:
    expected = len(drive.today())
    return lambda: len(drive.desk.waiting_line.day.rows) == expected
