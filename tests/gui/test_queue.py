"""The queue in the window: every step by key, by menu, and back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.visits import CancelReason, Priority, Stage
from kentro_app.gui.reception.day import Day
from kentro_app.gui.reception.queue.steps import KEYS, Door, Step
from kentro_app.gui.widgets.rows import ROW_ROLE
from kentro_app.services import queue, rooms
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "raise")


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        yield world


@pytest.fixture
def desk(world, qtbot):
    """The window with two people waiting, the first one selected."""
    world.eleni = world.check_in(world.register("Παπαδοπούλου", "Ελένη"))
    world.later(minutes=2)
    world.gikas = world.check_in(world.register("Γκίκας", "Σπυρίδων"))
    world.show(qtbot)
    world.rows_ = world.queue.waiting.visits.rows
    qtbot.waitUntil(lambda: world.rows_.model().rowCount() == 2)
    world.rows_.select(world.eleni.id)
    world.rows_.setFocus()
    return world


def visit(desk, which):
    return next(row.visit for row in desk.rows() if row.visit.id == which.id)


def row_of(desk, which, rows=None):
    return (rows or desk.rows_).model().place_of(which.id).data(ROW_ROLE)


def toast_says(desk):
    return desk.window.toast._words.text() if desk.window.toast.isVisible() else ""


def shown_steps(desk, visits=None):
    buttons = (visits or desk.queue.waiting.visits).actions_bar.buttons
    return {step for step, button in buttons.items() if button.isVisible()}


def call(qtbot, desk):
    qtbot.keyClick(desk.rows_, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: Step.FINISH in shown_steps(desk) and Step.CALL not in shown_steps(desk))


def menu_of(desk):
    return desk.queue.waiting.visits.actions_bar.open_menu(desk.window.mapToGlobal(QPoint(9, 9)))


def act(menu, *words):
    for word in words:
        action = next(a for a in menu.actions() if a.text().split("\t")[0] == word)
        menu = action.menu()
    action.trigger()


def test_who_was_called_is_called_again_and_not_here(qtbot, desk):
    call(qtbot, desk)

    qtbot.keyClick(desk.rows_, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: visit(desk, desk.eleni).missed == 1)
    qtbot.keyClick(desk.rows_, Qt.Key.Key_F7)

    qtbot.waitUntil(lambda: visit(desk, desk.eleni).stage is Stage.WAITING)
    assert visit(desk, desk.eleni).missed == 2
    qtbot.waitUntil(lambda: row_of(desk, desk.eleni).chip == "2 calls without an answer")
    assert desk.rows_.model().place_of(desk.gikas.id).row() == 0  # before who did not answer


def test_after_three_calls_the_desk_is_offered_left_first(qtbot, desk):
    for _n in range(3):
        desk.do(queue.call, visit_id=desk.eleni.id, now=desk.now)
        desk.do(queue.not_here, visit_id=desk.eleni.id, now=desk.now)

    desk.place.reception.waiting_line.refresh()

    qtbot.waitUntil(lambda: row_of(desk, desk.eleni).chip == "gone? 3 calls")
    assert Step.LEAVE in shown_steps(desk)
    qtbot.keyClick(desk.rows_, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: visit(desk, desk.eleni).stage is Stage.LEFT)


@pytest.mark.parametrize(
    ("key", "stage"),
    [(Qt.Key.Key_Return, Stage.CALLED), (Qt.Key.Key_F8, Stage.DONE), (Qt.Key.Key_F9, Stage.LEFT)],
)
def test_every_step_is_taken_back_from_the_toast(qtbot, desk, key, stage):
    qtbot.keyClick(desk.rows_, key)
    qtbot.waitUntil(lambda: visit(desk, desk.eleni).stage is stage)
    qtbot.waitUntil(lambda: "Ελένη" in toast_says(desk))

    desk.window.toast._button.click()

    qtbot.waitUntil(lambda: visit(desk, desk.eleni) == desk.eleni)
    qtbot.waitUntil(lambda: toast_says(desk) == "A-001: taken back.")


def test_what_another_window_went_on_with_is_not_taken_back(qtbot, desk):
    qtbot.keyClick(desk.rows_, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Ελένη" in toast_says(desk))
    desk.do(queue.finish, visit_id=desk.eleni.id, now=desk.now)

    desk.window.toast._button.click()

    qtbot.waitUntil(lambda: desk.queue.waiting.error.isVisible())
    assert "gone on" in desk.queue.waiting.error.text()
    assert visit(desk, desk.eleni).stage is Stage.DONE


def test_keys_reach_the_selected_visit_while_the_cursor_is_in_the_field(qtbot, desk):
    desk.search.field.setFocus()

    qtbot.keyClick(desk.search.field, Qt.Key.Key_F8)

    qtbot.waitUntil(lambda: visit(desk, desk.eleni).stage is Stage.DONE)


def test_enter_in_the_field_does_nothing_to_the_queue(qtbot, desk):
    desk.search.field.setFocus()

    qtbot.keyClick(desk.search.field, Qt.Key.Key_Return)
    qtbot.keyClick(desk.search.field, Qt.Key.Key_Delete)

    assert desk.stages() == [Stage.WAITING, Stage.WAITING]


def test_a_priority_is_a_word_with_an_icon_and_comes_first(qtbot, desk):
    desk.rows_.select(desk.gikas.id)

    act(menu_of(desk), "Priority", "pregnancy")

    qtbot.waitUntil(lambda: row_of(desk, desk.gikas).badge == "priority")
    row = row_of(desk, desk.gikas)
    assert row.badge_icon == "priority"
    assert "priority" in row.spoken()
    assert "pregnancy" not in row.spoken()  # the screen is public: why is nobody's business
    assert desk.rows_.model().place_of(desk.gikas.id).row() == 0
    assert visit(desk, desk.gikas).priority is Priority.PREGNANCY


def test_the_keys_for_priority_and_for_whom_open_their_choice(qtbot, desk):
    qtbot.waitUntil(lambda: desk.queue.waiting.visits.actions_bar.colleagues != ())
    for key in (Qt.Key.Key_R, Qt.Key.Key_G):
        qtbot.keyClick(desk.rows_, key, Qt.KeyboardModifier.ControlModifier)

        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [action.isChecked() for action in menu.actions()].count(True) == 1
        menu.close()


def test_whom_a_visit_is_for_changes_from_the_menu(qtbot, desk):
    qtbot.waitUntil(lambda: desk.queue.waiting.visits.actions_bar.colleagues != ())

    act(menu_of(desk), "For", "Ε. Μαρκάκη")

    qtbot.waitUntil(lambda: visit(desk, desk.eleni).for_user == desk.centre.user.id)
    qtbot.waitUntil(lambda: "for: Ε. Μαρκάκη" in row_of(desk, desk.eleni).about)


def test_a_cancelled_visit_keeps_the_reason_that_was_chosen(qtbot, desk):
    act(menu_of(desk), "Cancel", "wrong person")

    qtbot.waitUntil(lambda: visit(desk, desk.eleni).stage is Stage.CANCELLED)
    assert visit(desk, desk.eleni).cancelled_because is CancelReason.WRONG_PERSON
    today = desk.queue.today.visits.rows
    qtbot.waitUntil(lambda: "wrong person" in row_of(desk, desk.eleni, today).aside)


def test_what_ended_by_mistake_is_taken_up_again_in_the_day_s_list(qtbot, desk):
    desk.do(queue.finish, visit_id=desk.eleni.id, now=desk.now)
    desk.place.reception.waiting_line.refresh()
    today = desk.queue.today.visits
    qtbot.waitUntil(lambda: row_of(desk, desk.eleni, today.rows).chip == "served")
    today.rows.select(desk.eleni.id)
    today.rows.setFocus()
    qtbot.waitUntil(lambda: shown_steps(desk, today) == {Step.TAKE_UP})

    qtbot.keyClick(today.rows, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: visit(desk, desk.eleni).stage is Stage.WAITING)


def test_the_own_room_is_chosen_in_one_click_and_called_into(qtbot, desk):
    button = desk.queue.waiting.room
    qtbot.waitUntil(lambda: len(button.menu_of_rooms.actions()) > 1)
    office = desk.do(rooms.all_rooms)[1]

    next(a for a in button.menu_of_rooms.actions() if a.text() == office.name_en).trigger()

    qtbot.waitUntil(lambda: office.name_en in button.accessibleName())
    call(qtbot, desk)
    assert toast_says(desk) == f"A-001 · Παπαδοπούλου Ελένη, please come to: {office.name_en}."
    assert visit(desk, desk.eleni).room_id == office.id
    qtbot.waitUntil(lambda: office.name_en in row_of(desk, desk.eleni).about)


def test_the_day_is_looked_through_by_stage(qtbot, desk):
    desk.do(queue.finish, visit_id=desk.eleni.id, now=desk.now)
    desk.place.reception.waiting_line.refresh()
    today = desk.queue.today
    qtbot.waitUntil(lambda: row_of(desk, desk.eleni, today.visits.rows).chip == "served")

    today.stages.setCurrentIndex(today.stages.findData(Stage.DONE))
    assert [today.visits.rows.model().index(0, 0).data()] == ["Παπαδοπούλου Ελένη"]
    assert today.visits.rows.model().rowCount() == 1
    today.stages.setCurrentIndex(today.stages.findData(Stage.LEFT))

    assert today.visits.rows.model().rowCount() == 0
    assert today.visits.hint.isVisible()
    assert today.numbers[0].text() == "2"  # the numbers are the whole day's


def test_the_written_keys_are_those_that_work(desk):
    for visits in (desk.queue.waiting.visits, desk.queue.today.visits):
        for step, button in visits.actions_bar.buttons.items():
            written = KEYS[step].replace("Return", "Enter")
            assert button.text().endswith(written)
    assert len(set(KEYS.values())) == len(KEYS)
    assert set(KEYS) == {*Step, *Door}


def test_actions_never_make_the_card_wider_than_the_window(qtbot, desk):
    page = desk.place.reception

    for width in (1366, 1000):
        desk.window.resize(width, 768)

        qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())
        assert shown_steps(desk)


def test_a_long_day_refreshes_row_by_row_and_keeps_its_place(qtbot, desk):
    row = desk.rows()[0]
    many = tuple(_copies(row, 500))
    line, today = desk.place.reception.waiting_line, desk.queue.today.visits.rows
    line._show(Day(many))
    QApplication.processEvents()
    today.select(many[250].visit.id)
    today.verticalScrollBar().setValue(9000)
    changes = []
    today.model().dataChanged.connect(lambda first, last: changes.append((first.row(), last.row())))
    today.model().rowsRemoved.connect(lambda *_place: changes.append("removed"))
    today.model().rowsInserted.connect(lambda *_place: changes.append("inserted"))
    served = replace(many[3], visit=many[3].visit.finish(desk.now))

    line._show(Day((*many[:3], served, *many[4:])).like(line.day))

    assert changes == [(496, 496)]  # the newest stand above
    assert today.current_id() == many[250].visit.id
    assert today.verticalScrollBar().value() == 9000


def _copies(row, count):
    for n in range(count):
        yield replace(row, visit=replace(row.visit, id=new_id(), ticket=n + 1))


def test_where_the_screen_is_public_nobody_reads_whom_a_visit_is_for(tmp_path, qtbot):
    with a_world(tmp_path / "centre", Role.DESK) as world:
        host = next(u for u in world.do(lambda work: work.users.all()) if u.name == "eleni")
        seen = world.check_in(world.register("Γκίκας"), for_user=host.id)
        world.show(qtbot)
        rows = world.queue.waiting.visits.rows
        qtbot.waitUntil(lambda: rows.model().rowCount() == 1)
        rows.select(seen.id)

        assert "for:" not in row_of(world, seen, rows).spoken()
        menu = menu_of(world)
        assert not [a for a in menu.actions() if a.text().startswith("For")]
        menu.close()
