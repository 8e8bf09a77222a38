"""A whole morning without the mouse: every step by the keys that are written on the buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kentro_app.domain.contacts import Outcome
from kentro_app.domain.visits import Stage
from kentro_app.gui.desk_mode import LeaveDeskMode
from kentro_app.gui.people.view import NewPersonView
from kentro_app.gui.reception.correct.view import CorrectDialog
from kentro_app.services import contact_files
from kentro_app.services.transaction import ask
from tests.gui.conftest import dressed, light_look, qapp_args  # noqa: F401 - fixtures
from tests.gui.offices import world as a_world
from tests.journeys.keyboard import CTRL, ENTER, press, retype, tab_to, write
from tests.vault.keys import ADMIN_PASSWORD

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")
Key = Qt.Key


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.register("Παπαδοπούλου", "Ελένη", phones=("6971234567",))
        world.register("Χασάν", "Μοχάμεντ")
        world.show(qtbot)
        yield world


def check_in(qtbot, world, typed):
    before = len(world.rows())
    press(qtbot, Key.Key_F2)
    write(typed)
    qtbot.waitUntil(lambda: world.search.hits.current_id() is not None)
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: len(shown(world)) == before + 1)
    assert world.search.field.hasFocus()  # ready for the next one


def shown(world):
    return [row.visit.stage for row in world.place.reception.waiting_line.day.rows]


def step(qtbot, world, key, *stages):
    press(qtbot, key)
    qtbot.waitUntil(lambda: shown(world) == list(stages))


def at_the_desk(world):
    return world.place.currentWidget() is world.place.reception


def register(qtbot, world):
    press(qtbot, Key.Key_F2)
    write("βέργου ειρήνη")
    press(qtbot, Key.Key_N, modifier=CTRL)
    qtbot.waitUntil(lambda: isinstance(world.place.currentWidget(), NewPersonView))
    retype(qtbot, world.place.new_person.form.line("phone"), "697 120 4590")
    press(qtbot, ENTER, modifier=CTRL)
    qtbot.waitUntil(lambda: at_the_desk(world) and len(shown(world)) == 3)


def write_down(qtbot, world):
    press(qtbot, Key.Key_F5)
    pages = world.place.contacts
    qtbot.waitUntil(lambda: pages.record is not None and "A-001" in pages.record.whose.text())
    form = pages.record.form
    write("hous ben")
    press(qtbot, ENTER)
    tab_to(qtbot, form.what.entries["outcome"].field)
    press(qtbot, Key.Key_Down, Key.Key_Down)
    retype(qtbot, form.following.entries["next_step"].field, "Call the bank")
    retype(qtbot, form.following.due.field, "+7")
    press(qtbot, ENTER, modifier=CTRL)
    qtbot.waitUntil(lambda: at_the_desk(world))


def correct_arrival(qtbot, world, meant):
    """The first of those who wait: she stood at the door before anybody saw her."""
    tab_to(qtbot, world.queue.waiting.visits.rows)
    press(qtbot, Key.Key_Home)
    press(qtbot, Key.Key_E, modifier=CTRL)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CorrectDialog))
    qtbot.waitUntil(lambda: bool(dialog.times.edits))
    press(qtbot, Key.Key_Tab, modifier=CTRL)
    retype(qtbot, dialog.times.edits["arrived_at"], meant)
    press(qtbot, ENTER)
    qtbot.waitUntil(lambda: dialog not in world.window.findChildren(CorrectDialog))
    world.window.activateWindow()
    qtbot.waitUntil(world.window.isActiveWindow)


def in_and_out_of_desk_mode(qtbot, world):
    window = world.window
    with qtbot.waitSignal(window.furnished, timeout=10_000):
        press(qtbot, Key.Key_D, modifier=CTRL)
    press(qtbot, Key.Key_D, modifier=CTRL)
    dialog = window.findChild(LeaveDeskMode)
    qtbot.waitUntil(lambda: dialog.card.password.edit.hasFocus())
    write(ADMIN_PASSWORD)
    with qtbot.waitSignal(window.furnished, timeout=20_000):
        press(qtbot, ENTER)


def look_at_sheet(qtbot, world):
    press(qtbot, Key.Key_P, modifier=CTRL)
    qtbot.waitUntil(lambda: world.place.sheet is not None and world.place.sheet.preview.pages == 1)
    press(qtbot, Key.Key_Escape)
    qtbot.waitUntil(lambda: at_the_desk(world))


def test_a_whole_morning_by_keyboard_alone(qtbot, world):
    waiting, called, done = Stage.WAITING, Stage.CALLED, Stage.DONE
    check_in(qtbot, world, "papadop")
    world.later(minutes=4)
    check_in(qtbot, world, "xasan")
    register(qtbot, world)

    step(qtbot, world, Key.Key_F4, called, waiting, waiting)
    step(qtbot, world, Key.Key_F7, waiting, waiting, waiting)
    step(qtbot, world, Key.Key_F4, waiting, called, waiting)
    step(qtbot, world, Key.Key_F8, waiting, done, waiting)
    step(qtbot, world, Key.Key_F4, waiting, done, called)
    step(qtbot, world, Key.Key_F8, waiting, done, done)
    step(qtbot, world, Key.Key_F4, called, done, done)
    write_down(qtbot, world)
    correct_arrival(qtbot, world, "855")
    step(qtbot, world, Key.Key_F8, done, done, done)
    look_at_sheet(qtbot, world)
    in_and_out_of_desk_mode(qtbot, world)

    first = world.rows()[0].visit
    kept = ask(world.centre.store.view, lambda work: contact_files.file(work, first.id))
    assert first.code == "A-001"
    assert (first.arrived_at.hour, first.arrived_at.minute) == (6, 55)  # 8:55 in Athens
    assert first.missed == 1
    assert [request.code for request in kept.requests] == ["A.HOUSING"]
    assert kept.contact.outcome is Outcome.INFORMED
    assert kept.contact.next_step == "Call the bank"
    assert [row.visit.code for row in world.rows()] == ["A-001", "A-002", "A-003"]
    qtbot.waitUntil(lambda: shown(world) == [done, done, done])
