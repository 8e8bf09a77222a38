"""Correcting a visit in its dialog, and reading what became of it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kentro_app.domain.visits import CancelReason, Stage
from kentro_app.gui.reception.correct.view import CorrectDialog
from kentro_app.gui.widgets.rows import ROW_ROLE
from kentro_app.services import queue
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "raise")

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        yield world


@pytest.fixture
def desk(world, qtbot):
    """Two people wait; the first was called a while ago."""
    world.right = world.register("Γκίκας", "Σπυρίδων")
    world.eleni = world.check_in(world.register("Παπαδοπούλου", "Ελένη"))
    world.later(minutes=2)
    world.other = world.check_in(world.register("Παπαδοπούλου", "Ελένη Μ."))
    world.do(queue.call, visit_id=world.eleni.id, now=world.now)
    world.later(minutes=40)
    world.show(qtbot)
    rows = world.queue.waiting.visits.rows
    qtbot.waitUntil(lambda: rows.model().rowCount() == 2)
    rows.select(world.eleni.id)
    rows.setFocus()
    return world


def opened(qtbot, desk, key=Qt.Key.Key_E):
    qtbot.keyClick(desk.queue.waiting.visits.rows, key, _CTRL)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CorrectDialog))
    qtbot.waitUntil(lambda: "A-001" in dialog.title.text())
    return dialog


def visit(desk, which):
    return next(row.visit for row in desk.rows() if row.visit.id == which.id)


def toast_says(desk):
    return desk.window.toast._words.text() if desk.window.toast.isVisible() else ""


def row_at(rows, place):
    return rows.model().index(place, 0).data(ROW_ROLE)


def test_the_right_person_is_found_as_at_the_desk(qtbot, desk):
    dialog = opened(qtbot, desk)
    assert dialog.person.field.hasFocus()

    dialog.person.field.setText("gkikas")
    qtbot.waitUntil(lambda: dialog.person.hits.current_id() == desk.right.id)
    qtbot.keyClick(dialog.person.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: visit(desk, desk.eleni).person_id == desk.right.id)
    qtbot.waitUntil(lambda: toast_says(desk) == "A-001 is put down to another person.")


def test_a_correction_is_undone_from_the_toast(qtbot, desk):
    before = visit(desk, desk.eleni)
    dialog = opened(qtbot, desk)
    dialog.person.field.setText("gkikas")
    qtbot.waitUntil(lambda: dialog.person.hits.current_id() == desk.right.id)
    dialog.person.go.click()
    qtbot.waitUntil(lambda: "another person" in toast_says(desk))

    desk.window.toast._button.click()

    qtbot.waitUntil(lambda: visit(desk, desk.eleni) == before)
    qtbot.waitUntil(lambda: toast_says(desk) == "A-001: taken back.")


def test_only_the_times_of_steps_that_were_taken_can_be_typed(qtbot, desk):
    dialog = opened(qtbot, desk)

    shown = {field: edit.text() for field, edit in dialog.times.edits.items()}

    assert shown == {"arrived_at": "09:00", "called_at": "09:02"}


@pytest.mark.parametrize("typed", ["8:30", "830", "08.30"])
def test_a_corrected_time_is_the_clock_s_at_the_centre(qtbot, desk, typed):
    dialog = opened(qtbot, desk)
    dialog.pages.setCurrentWidget(dialog.times)

    dialog.times.edits["arrived_at"].setText(typed)
    dialog.times.go.click()

    qtbot.waitUntil(lambda: visit(desk, desk.eleni).late_entry)
    changed = visit(desk, desk.eleni)
    assert changed.arrived_at == desk.eleni.arrived_at - timedelta(minutes=30)
    assert changed.called_at == desk.eleni.arrived_at + timedelta(minutes=2)


@pytest.mark.parametrize(
    ("typed", "words"), [("25:00", "no time of day"), ("9:30", "before the step before it")]
)
def test_a_time_that_cannot_be_is_refused_in_the_dialog(qtbot, desk, typed, words):
    before = visit(desk, desk.eleni)
    dialog = opened(qtbot, desk)
    dialog.pages.setCurrentWidget(dialog.times)

    dialog.times.edits["arrived_at"].setText(typed)
    dialog.times.go.click()

    qtbot.waitUntil(lambda: words in dialog.error.text())
    assert dialog.isVisible()
    assert visit(desk, desk.eleni) == before


def test_a_double_check_in_is_joined_with_the_likeliest_first(qtbot, desk):
    dialog = opened(qtbot, desk)
    dialog.pages.setCurrentWidget(dialog.double)
    assert row_at(dialog.double.rows, 0).id == desk.other.id

    dialog.double.rows.select(desk.other.id)
    dialog.double.go.click()

    qtbot.waitUntil(lambda: visit(desk, desk.other).stage is Stage.CANCELLED)
    assert visit(desk, desk.other).cancelled_because is CancelReason.DOUBLE
    assert visit(desk, desk.eleni).stage is Stage.CALLED


def test_the_history_tells_each_step_with_its_hand(qtbot, desk):
    dialog = opened(qtbot, desk, Qt.Key.Key_H)
    rows = dialog.history.rows

    assert dialog.pages.currentWidget() is dialog.history
    assert rows.model().rowCount() == 2
    assert row_at(rows, 0).spoken() == (
        "09:02, State: inside, Ε. Μαρκάκη · Call: 09:02 · Called by: Ε. Μαρκάκη · before: waiting"
    )
    assert row_at(rows, 1).title == "Checked in with the number A-001"


def test_esc_closes_the_dialog_and_changes_nothing(qtbot, desk):
    before = desk.rows()
    dialog = opened(qtbot, desk)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert desk.rows() == before


def test_enter_never_presses_a_button_nobody_chose(qtbot, desk):
    before = desk.rows()
    dialog = opened(qtbot, desk)
    dialog.pages.setCurrentWidget(dialog.double)

    qtbot.keyClick(dialog.double.rows, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert desk.rows() == before
