"""Desk mode in and out: the screen is public, and says less while it is."""

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.drive import Drive, show
from kentro_app.bootstrap.day.hands import StepFailed, press, type_text, until
from kentro_app.gui.desk_mode import LeaveDeskMode
from kentro_app.gui.main_window import PEOPLE
from kentro_app.services.demo.staff import PASSWORD

_CTRL = Qt.KeyboardModifier.ControlModifier


def desk_mode(drive: Drive) -> str:
    """Ctrl+D leaves what the desk may see; the password brings everything back."""
    before = set(drive.window.rail.buttons)
    press(drive.window, Qt.Key.Key_D, _CTRL)
    _until_mode(drive, on=True)
    within = set(drive.window.rail.buttons)
    if PEOPLE in within or not within < before:
        raise StepFailed("desk mode leaves more than the desk may see")
    drive.camera.take(drive.window, "desk-mode")
    press(drive.window, Qt.Key.Key_D, _CTRL)
    _leave(drive)
    _until_mode(drive, on=False)
    show(drive.window)
    if set(drive.window.rail.buttons) != before:
        raise StepFailed("the password did not bring everything back")
    return ", ".join(sorted(within))


def _leave(drive: Drive) -> None:
    until(lambda: drive.window.findChild(LeaveDeskMode), "nobody asked for the password")
    dialog = drive.window.findChild(LeaveDeskMode)
    assert dialog is not None
    type_text(dialog.card.password.edit, PASSWORD)
    drive.camera.take(drive.window, "leave-desk-mode", over=dialog)
    press(dialog.card.password.edit, Qt.Key.Key_Return)


def _until_mode(drive: Drive, *, on: bool) -> None:
    what = "desk mode did not come" if on else "desk mode did not go"
    until(lambda: drive.window.office.actor.desk_mode is on, what, 60)
    shown = drive.desk.waiting_line
    expected = len(drive.today())
    until(lambda: len(shown.day.rows) == expected, "the reception did not read today's visits")
