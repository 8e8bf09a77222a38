"""Somebody who is known comes in: found in another spelling, checked in, taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kentro_app.bootstrap.day.drive import Drive
from kentro_app.bootstrap.day.hands import StepFailed, click, press, type_over, until
from kentro_app.domain.latin import elot743
from kentro_app.domain.visits import Stage
from kentro_app.services import registry
from kentro_app.services.ports import VisitRow, Work

_DAYS_BACK = 200
_GROWN_UP = 18


@dataclass(frozen=True, slots=True)
class Regular:
    """Somebody the centre knows; `spelled` is the name as a hasty hand types it."""

    id: UUID
    surname: str
    given_name: str
    spelled: str


def check_in_known(drive: Drive) -> str:
    """Typed in Latin letters without accents; Enter checks in."""
    regular = _search_and_enter(drive, "search")
    row = drive.await_visit(Stage.WAITING, regular.id)
    drive.met["known"] = regular.id
    drive.camera.take(drive.window, "checked-in")
    return f"“{regular.spelled}” → {row.surname} {row.given_name}, {row.visit.code}"


def take_back(drive: Drive) -> str:
    """Somebody is checked in by mistake; «Undo» in the notice cancels the visit."""
    regular = _search_and_enter(drive)
    drive.await_visit(Stage.WAITING, regular.id)
    undo = drive.window.toast.findChild(QPushButton)
    assert undo is not None
    click(undo)
    row = drive.await_visit(Stage.CANCELLED, regular.id)
    drive.met["cancelled"] = regular.id
    drive.camera.take(drive.window, "taken-back")
    return f"{row.visit.code} is cancelled"


def somebody_known(drive: Drive) -> Regular:
    """Somebody who has been here before but not today, and whom the search finds first."""
    return drive.ask(lambda work: _somebody(work, drive))


def _search_and_enter(drive: Drive, picture: str = "") -> Regular:
    regular, card = somebody_known(drive), drive.desk.search
    click(card.field)
    type_over(card.field, regular.spelled)
    until(lambda: card.hits.current_id() == regular.id, f"“{regular.spelled}” was not found")
    if picture:
        drive.camera.take(drive.window, picture)
    press(card.field, Qt.Key.Key_Return)
    return regular


def _somebody(work: Work, drive: Drive) -> Regular:
    for row in _earlier(work, drive):
        spelled = elot743(f"{row.surname} {row.given_name}").lower()
        hits = registry.find(work, spelled, 5)
        if row.visit.person_id and hits and hits[0].id == row.visit.person_id:
            return Regular(row.visit.person_id, row.surname, row.given_name, spelled)
    raise StepFailed("the demo centre knows nobody who could come today")


def _earlier(work: Work, drive: Drive) -> Iterator[VisitRow]:
    today = work.sites.here().local_day(drive.clock())
    here = {(row.surname, row.given_name) for row in work.visits.of_day(today)}
    for back in range(1, _DAYS_BACK):
        for row in work.visits.of_day(today - timedelta(days=back)):
            name = (row.surname, row.given_name)
            grown_up = (row.birth_year or today.year) <= today.year - _GROWN_UP
            if all(name) and grown_up and name not in here and not row.surname.isascii():
                yield row
