"""The queue: the next one is called in, and served."""

from uuid import UUID

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.hands import StepFailed, press, until
from kentro_app.domain.visits import Stage


def call_next(drive: Drive) -> str:
    """F4 calls whoever has waited longest."""
    waiting = [row.visit.person_id for row in drive.today() if row.visit.stage is Stage.WAITING]
    press(drive.window, Qt.Key.Key_F4)
    until(lambda: _called(drive, waiting), "nobody was called")
    called = _called(drive, waiting)[0]
    row = drive.await_visit(Stage.CALLED, called)
    drive.met["called"] = called
    drive.camera.take(drive.window, "called")
    return f"{row.visit.code} · {row.surname} {row.given_name}"


def finish(drive: Drive) -> str:
    """F8 in the list: whoever was called has been served."""
    person, visits = drive.met["called"], drive.desk.queue.waiting.visits
    row = drive.await_visit(Stage.CALLED, person)
    visits.rows.setFocus()
    if visits.rows.current_id() != row.visit.id:
        raise StepFailed("the list does not point to whoever was called")
    press(visits.rows, Qt.Key.Key_F8)
    done = drive.await_visit(Stage.DONE, person)
    drive.camera.take(drive.window, "served")
    return f"{done.visit.code} · {done.surname} {done.given_name}"


def _called(drive: Drive, waiting: list[UUID | None]) -> list[UUID]:
    return [
        row.visit.person_id
        for row in drive.today()
        if row.visit.stage is Stage.CALLED and row.visit.person_id in waiting
        if row.visit.person_id is not None
    ]
