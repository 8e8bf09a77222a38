"""The queue: called in, not here, called again, served; and the numbers on the wall."""

from uuid import UUID

from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.drive import Drive, show
from kentro_app.bootstrap.day.hands import StepFailed, click, pick, press, until
from kentro_app.domain.visits import Stage, Visit
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.services import rooms
from kentro_app.services.ports import VisitRow

_WALL = (1366, 768)


def choose_room(drive: Drive) -> str:
    """Where she receives today: the first of the centre's rooms. People are called there."""
    button, offered = drive.desk.queue.waiting.room, drive.ask(rooms.all_rooms)
    menu = button.menu_of_rooms
    until(lambda: len(menu.actions()) > len(offered), "the rooms are not offered")
    pick(button, menu, 0)
    until(lambda: drive.ask(rooms.own_room) == offered[0].id, "the room was not kept")
    return offered[0].name(drive.language)


def call_next(drive: Drive) -> str:
    """F4 calls whoever has waited longest."""
    row = _call(drive)
    drive.camera.take(drive.window, "called")
    return _words(row)


def not_here(drive: Drive) -> str:
    """F7: nobody comes; the person waits on, and F4 calls the next one."""
    absent = drive.met["called"]
    missed = drive.await_visit(Stage.CALLED, absent).visit.missed
    press(_list_at(drive, Stage.CALLED), Qt.Key.Key_F7)
    row = drive.await_visit(Stage.WAITING, absent)
    if row.visit.missed <= missed:
        raise StepFailed("it was not counted that nobody came")
    drive.camera.take(drive.window, "not-here")
    following = _call(drive)
    if following.visit.id == row.visit.id:
        raise StepFailed("whoever was not here was called before those who waited")
    return f"{_words(row)}; then {following.visit.code}"


def call_again(drive: Drive) -> str:
    """F6: the same number once more."""
    first = _called_at(drive)
    press(_list_at(drive, Stage.CALLED), Qt.Key.Key_F6)
    until(lambda: _called_at(drive) != first, "the number was not called again")
    row = drive.await_visit(Stage.CALLED, drive.met["called"])
    drive.camera.take(drive.window, "called-again")
    return _words(row)


def look_at_wall(drive: Drive) -> str:
    """The display for the waiting room: the number that is called, and no name."""
    row = drive.await_visit(Stage.CALLED, drive.met["called"])
    click(drive.desk.queue.waiting.wall)
    wall = drive.place.wall.wall
    if wall is None:
        raise StepFailed("the wall did not open")
    wall.resize(*_WALL)
    number = wall.present.number
    until(lambda: number.text() == row.visit.code, "the wall does not show who is called")
    drive.camera.take(wall, "wall")
    wall.close()
    show(drive.window)
    return f"{row.visit.code} · {wall.present.room.text()}"


def finish(drive: Drive) -> str:
    """F8 in the list: whoever was called has been served."""
    press(_list_at(drive, Stage.CALLED), Qt.Key.Key_F8)
    done = drive.await_visit(Stage.DONE, drive.met["called"])
    drive.camera.take(drive.window, "served")
    return _words(done)


def _call(drive: Drive) -> VisitRow:
    waiting = [row.visit.person_id for row in drive.today() if row.visit.stage is Stage.WAITING]
    press(drive.window, Qt.Key.Key_F4)
    until(lambda: _called(drive, waiting), "nobody was called")
    drive.met["called"] = _called(drive, waiting)[0]
    return drive.await_visit(Stage.CALLED, drive.met["called"])


def _called(drive: Drive, waiting: list[UUID | None]) -> list[UUID]:
    return [
        row.visit.person_id
        for row in drive.today()
        if row.visit.stage is Stage.CALLED and row.visit.person_id in waiting
        if row.visit.person_id is not None
    ]


def _list_at(drive: Drive, stage: Stage) -> RowList:
    """The list of those who are here, with whoever was called last selected."""
    row, rows = drive.await_visit(stage, drive.met["called"]), drive.desk.queue.waiting.visits.rows
    rows.setFocus()
    until(lambda: rows.current_id() == row.visit.id, "the list does not point to who was called")
    return rows


def _called_at(drive: Drive) -> object:
    return _visit(drive).called_at


def _visit(drive: Drive) -> Visit:
    wanted = drive.met["called"]
    return next(row.visit for row in drive.today() if row.visit.person_id == wanted)


def _words(row: VisitRow) -> str:
    return f"{row.visit.code} · {row.surname} {row.given_name}"
