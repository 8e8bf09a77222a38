"""A wrong time, noticed at once: corrected in a dialog, and read in the history."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.drive import Drive, show
from kentro_app.bootstrap.day.hands import StepFailed, click, press, type_over, until
from kentro_app.domain.visits import Visit
from kentro_app.gui.reception.correct.view import CorrectDialog
from kentro_app.i18n.dates import time_of_day
from kentro_app.services import history

_CTRL = Qt.KeyboardModifier.ControlModifier
_EARLIER = timedelta(minutes=9)
_ARRIVED = "arrived_at"


def correct_time(drive: Drive) -> str:
    """Ctrl+E: somebody stood at the door nine minutes before anybody checked them in."""
    visit = _visit(drive)
    meant = time_of_day(visit.arrived_at - _EARLIER)
    dialog = _open(drive, visit, Qt.Key.Key_E)
    press(dialog.person.field, Qt.Key.Key_Tab, _CTRL)
    until(dialog.times.isVisible, "the page for the times did not open")
    type_over(dialog.times.edits[_ARRIVED], meant)
    drive.camera.take(drive.window, "correct-time", over=dialog)
    press(dialog.times.edits[_ARRIVED], Qt.Key.Key_Return)
    until(lambda: time_of_day(_visit(drive).arrived_at) == meant, "the time was not corrected")
    return f"{visit.code}: {time_of_day(visit.arrived_at)} → {meant}"


def read_history(drive: Drive) -> str:
    """Ctrl+H: who changed what, the newest first."""
    visit = _visit(drive)
    changes = drive.ask(partial(history.of_record, entity="visit", record_id=visit.id))
    if _ARRIVED not in {change.field for change in changes}:
        raise StepFailed("the history does not tell of the correction")
    dialog = _open(drive, visit, Qt.Key.Key_H)
    rows = dialog.history.rows.model()
    until(rows.rowCount, "the history is empty")
    drive.camera.take(drive.window, "history", over=dialog)
    shown = rows.rowCount()
    click(dialog.close_button)
    until(lambda: _dialog(drive) is None, "the dialog did not close")
    show(drive.window)  # nobody else gives the keyboard back where there is no window manager
    return f"{visit.code}: {shown} lines"


def _visit(drive: Drive) -> Visit:
    wanted = drive.met["known"]
    return next(row.visit for row in drive.today() if row.visit.person_id == wanted)


def _open(drive: Drive, visit: Visit, key: Qt.Key) -> CorrectDialog:
    until(lambda: _dialog(drive) is None, "another dialog did not close")
    rows = drive.desk.queue.today.visits.rows
    until(lambda: drive.desk.waiting_line.day.find(visit.id), "the visit is not in the list")
    rows.setFocus()
    rows.select(visit.id)
    press(rows, key, _CTRL)
    until(lambda: _dialog(drive) is not None, "the dialog did not open")
    dialog = _dialog(drive)
    assert dialog is not None
    until(lambda: visit.code in dialog.title.text(), "the dialog shows another visit")
    return dialog


def _dialog(drive: Drive) -> CorrectDialog | None:
    return next(iter(drive.window.findChildren(CorrectDialog)), None)
