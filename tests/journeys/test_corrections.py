"""What goes wrong on a busy morning, and is put right without losing anything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kentro_app.domain.visits import CancelReason, Stage
from kentro_app.gui.reception.correct.view import CorrectDialog
from kentro_app.services import history, sheets
from tests.gui.conftest import dressed, light_look, qapp_args  # noqa: F401 - fixtures
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.show(qtbot)
        yield world


def check_in(qtbot, world, typed, person):
    before = len(world.rows())
    world.search.field.setText(typed)
    qtbot.waitUntil(lambda: world.search.hits.current_id() == person.id)
    qtbot.keyClick(world.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(world.rows()) == before + 1)
    return world.rows()[-1].visit


def select(qtbot, world, visit):
    rows = world.queue.today.visits.rows
    qtbot.waitUntil(lambda: rows.model().place_of(visit.id).isValid())
    rows.select(visit.id)
    rows.setFocus()
    return rows


def correcting(qtbot, world, visit):
    rows = select(qtbot, world, visit)
    qtbot.keyClick(rows, Qt.Key.Key_E, _CTRL)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CorrectDialog))
    qtbot.waitUntil(lambda: visit.code in dialog.title.text())
    return dialog


def stage_of(world, visit):
    return next(row.visit.stage for row in world.rows() if row.visit.id == visit.id)


def told(world, visit):
    changes = world.do(history.of_record, entity="visit", record_id=visit.id)
    return [change.field for change in changes]


def sheet_names(world):
    words = sheets.Words("en", "Anonymous", {stage: stage.value for stage in Stage})
    made = world.do(sheets.preview_sheet, request=_of_today(world), words=words, now=world.now)
    return [row.name for row in made.rows]


def _of_today(world):
    return sheets.SheetRequest(world.now.date())


def test_a_double_check_in(qtbot, world):
    """The namesake's file was opened first, then the right one: two numbers for one citizen."""
    namesake = world.register("Παπαδοπούλου", "Ελένη", birth_date="1988")
    eleni = world.register("Παπαδοπούλου", "Ελένη", phones=("6971234567",))
    first = world.check_in(namesake)
    world.later(minutes=3)
    second = check_in(qtbot, world, "6971234567", eleni)

    dialog = correcting(qtbot, world, second)
    dialog.pages.setCurrentWidget(dialog.double)
    qtbot.waitUntil(lambda: dialog.double.rows.model().rowCount() == 1)
    dialog.double.rows.select(first.id)
    dialog.double.go.click()

    qtbot.waitUntil(lambda: stage_of(world, first) is Stage.CANCELLED)
    kept = next(row.visit for row in world.rows() if row.visit.id == second.id)
    assert kept.arrived_at == first.arrived_at  # she has waited since then
    double = next(row.visit for row in world.rows() if row.visit.id == first.id)
    assert double.cancelled_because is CancelReason.DOUBLE
    assert told(world, first) == ["stage", "finished_at", "cancelled_because"]
    qtbot.waitUntil(lambda: world.queue.today.numbers[0].text() == "1")
    assert len(sheet_names(world)) == 1


def test_the_wrong_person(qtbot, world):
    """The desk chose the namesake; the citizen says so when her number is called."""
    namesake = world.register("Γκίκας", "Σπύρος")
    right = world.register("Γκίκας", "Σπυρίδων", phones=("6971234567",))
    visit = check_in(qtbot, world, "γκικας σπυρος", namesake)
    qtbot.keyClick(world.window, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: stage_of(world, visit) is Stage.CALLED)

    dialog = correcting(qtbot, world, visit)
    dialog.person.field.setText("6971234567")
    qtbot.waitUntil(lambda: dialog.person.hits.current_id() == right.id)
    qtbot.keyClick(dialog.person.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: world.rows()[0].visit.person_id == right.id)
    (row,) = world.rows()
    assert (row.visit.code, row.visit.stage) == (visit.code, Stage.CALLED)
    assert told(world, visit)[-1] == "person_id"
    assert sheet_names(world) == ["Γκίκας Σπυρίδων"]

    toast = world.window.toast
    qtbot.waitUntil(lambda: "another person" in toast._words.text())
    toast._button.click()

    qtbot.waitUntil(lambda: world.rows()[0].visit.person_id == namesake.id)
    assert told(world, visit)[-2:] == ["person_id", "person_id"]  # both stay in the history
