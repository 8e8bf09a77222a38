import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kentro_app.domain.errors import Unavailable
from kentro_app.domain.visits import Stage
from kentro_app.gui.reception.queue.steps import Step
from kentro_app.services import queue
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "raise")

HOSTILE = (
    "Ω" * 10_000,
    "'; DROP TABLE persons; --",
    '" OR *',
    "NEAR(παπαδοπούλου, 2)",
    "names : x",
    "names:",
    "^παπ* AND (",
    "\x00\x1b[31m\u202e",
    "%_\\",
    "🦉" * 50,
)


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        yield world


@pytest.fixture
def desk(world, qtbot):
    """The window, shown; three people are known."""
    world.eleni = world.register(
        "Παπαδοπούλου", "Ελένη", birth_date="12/03/1971", phones=("6971234567",)
    )
    world.eleftheria = world.register("Παπαδοπούλου", "Ελευθερία", birth_date="1988")
    world.gikas = world.register("Γκίκας", "Σπυρίδων")
    world.show(qtbot)
    return world


def titles(rows):
    model = rows.model()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def find(qtbot, world, text, *expected):
    world.search.field.setText(text)  # QTest types no Greek
    qtbot.waitUntil(lambda: titles(world.search.hits) == list(expected))


def open_stages(world):
    return [stage for stage in world.stages() if stage is not Stage.CANCELLED]


def toast_says(world):
    return world.window.toast._words.text() if world.window.toast.isVisible() else ""


def test_the_field_has_the_cursor_when_the_window_opens(desk):
    assert QApplication.focusWidget() is desk.search.field or desk.search.field.hasFocus()


@pytest.mark.parametrize("typed", ["παπαδοπ ελεν", "papadopoulou eleni", "6971234567", "ΕΛΕΝΗ"])
def test_somebody_is_found_however_they_are_typed(qtbot, desk, typed):
    find(qtbot, desk, typed, "Παπαδοπούλου Ελένη")


def test_enter_checks_in_and_the_field_is_ready_for_the_next(qtbot, desk):
    find(qtbot, desk, "γκικας", "Γκίκας Σπυρίδων")

    qtbot.keyClick(desk.search.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "Γκίκας Σπυρίδων" in toast_says(desk))
    assert desk.waiting() == ["Γκίκας"]
    assert desk.search.field.text() == ""
    qtbot.waitUntil(lambda: titles(desk.queue.waiting.visits.rows) == ["Γκίκας Σπυρίδων"])
    qtbot.waitUntil(lambda: titles(desk.search.hits) == [])


def test_the_arrows_choose_while_the_cursor_stays_in_the_field(qtbot, desk):
    find(qtbot, desk, "παπαδοπ", "Παπαδοπούλου Ελένη", "Παπαδοπούλου Ελευθερία")

    qtbot.keyClick(desk.search.field, Qt.Key.Key_Down)
    qtbot.keyClick(desk.search.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "Ελευθερία" in toast_says(desk))
    assert [row.given_name for row in desk.rows()] == ["Ελευθερία"]


def test_enter_before_the_answer_waits_for_it_and_never_guesses(qtbot, desk):
    desk.search.field.setText("παπαδοπ")
    qtbot.keyClick(desk.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(desk.search.hits)) == 2)
    assert desk.rows() == []

    desk.search.field.setText("γκίκας")
    qtbot.keyClick(desk.search.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: desk.waiting() == ["Γκίκας"])


def test_a_check_in_can_be_taken_back_from_the_toast(qtbot, desk):
    find(qtbot, desk, "γκικας", "Γκίκας Σπυρίδων")
    qtbot.keyClick(desk.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Γκίκας" in toast_says(desk))

    desk.window.toast._button.click()

    qtbot.waitUntil(lambda: desk.stages() == [Stage.CANCELLED])


def test_somebody_who_is_here_is_not_checked_in_twice_but_shown(qtbot, desk):
    desk.check_in(desk.eleni)
    visit = desk.check_in(desk.gikas)
    find(qtbot, desk, "γκικας", "Γκίκας Σπυρίδων")

    qtbot.keyClick(desk.search.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: desk.search.error.isVisible())
    assert desk.search.error.text() == "This person is already checked in today."
    qtbot.waitUntil(lambda: desk.queue.waiting.visits.rows.current_id() == visit.id)
    assert len(desk.rows()) == 2


def test_the_wrong_keyboard_layout_is_noticed(qtbot, desk):
    find(qtbot, desk, "gkikaw", "Γκίκας Σπυρίδων")

    assert desk.search.turned.isVisible()
    desk.search.turned.click()

    assert desk.search.field.text() == "γκικας"
    qtbot.waitUntil(lambda: not desk.search.turned.isVisible())


def test_where_nobody_is_found_the_way_to_a_new_person_is_named(qtbot, desk):
    desk.search.field.setText("Βλάχου & Υιοί")

    qtbot.waitUntil(lambda: desk.search.advice.isVisible())
    assert desk.search.new.text().startswith("New person “Βλάχου && Υιοί”")


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_only_a_search(qtbot, desk, text):
    desk.search.field.setText(text)

    shown = desk.search.field.text().strip()
    qtbot.waitUntil(lambda: desk.search._hits.typed == shown)

    assert len(desk.search.field.text()) <= 200
    assert not desk.search.error.isVisible()
    find(qtbot, desk, "γκικας", "Γκίκας Σπυρίδων")  # the registry is still there


def test_f2_leads_back_to_the_field_from_anywhere(qtbot, desk):
    desk.place.open_new_person("Χ")

    qtbot.keyClick(desk.window, Qt.Key.Key_F2)

    assert desk.place.currentWidget() is desk.place.reception
    assert desk.search.field.hasFocus()


def test_f4_calls_whoever_has_waited_longest(qtbot, desk):
    desk.check_in(desk.eleni)
    desk.later(minutes=3)
    desk.check_in(desk.gikas)

    qtbot.keyClick(desk.window, Qt.Key.Key_F4)

    qtbot.waitUntil(lambda: toast_says(desk) == "A-001 · Παπαδοπούλου Ελένη, please come in.")
    assert desk.stages() == [Stage.CALLED, Stage.WAITING]


def test_calling_where_nobody_waits_says_so_in_the_card(qtbot, desk):
    qtbot.keyClick(desk.window, Qt.Key.Key_F4)

    qtbot.waitUntil(lambda: desk.queue.waiting.error.isVisible())
    assert desk.queue.waiting.error.text() == "Nobody is waiting."


def waiting_list(qtbot, desk, person):
    visit = desk.check_in(person)
    desk.place.reception.waiting_line.refresh()
    rows = desk.queue.waiting.visits.rows
    qtbot.waitUntil(lambda: titles(rows) != [])
    rows.select(visit.id)
    rows.setFocus()
    return rows


@pytest.mark.parametrize(
    ("key", "stage"),
    [
        (Qt.Key.Key_Return, Stage.CALLED),
        (Qt.Key.Key_Enter, Stage.CALLED),
        (Qt.Key.Key_F8, Stage.DONE),
        (Qt.Key.Key_F9, Stage.LEFT),
        (Qt.Key.Key_Delete, Stage.CANCELLED),
    ],
)
def test_keys_do_the_next_step_with_the_selected_visit(qtbot, desk, key, stage):
    rows = waiting_list(qtbot, desk, desk.gikas)

    qtbot.keyClick(rows, key)

    qtbot.waitUntil(lambda: desk.stages() == [stage])


def test_enter_twice_calls_and_then_finishes(qtbot, desk):
    rows = waiting_list(qtbot, desk, desk.gikas)

    qtbot.keyClick(rows, Qt.Key.Key_Return)
    buttons = desk.queue.waiting.visits.actions_bar.buttons
    qtbot.waitUntil(lambda: not buttons[Step.CALL].isVisible())
    qtbot.keyClick(rows, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: desk.stages() == [Stage.DONE])


def test_the_context_menu_offers_the_same_steps(qtbot, desk):
    rows = waiting_list(qtbot, desk, desk.gikas)
    bar = desk.queue.waiting.visits.actions_bar

    menu = bar.open_menu(rows.mapToGlobal(rows.rect().center()))

    steps = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert {"Call", "Served", "Left", "Cancel", "Correct…", "History…"} <= set(steps)
    steps["Served"].trigger()
    qtbot.waitUntil(lambda: desk.stages() == [Stage.DONE])
    menu.close()


def test_a_cancelled_visit_can_be_entered_again_at_its_time(qtbot, desk):
    rows = waiting_list(qtbot, desk, desk.gikas)
    arrived = desk.rows()[0].visit.arrived_at
    desk.later(minutes=5)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "cancelled" in toast_says(desk))

    desk.window.toast._button.click()

    qtbot.waitUntil(lambda: open_stages(desk) == [Stage.WAITING])
    assert {row.visit.arrived_at for row in desk.rows()} == {arrived}


def test_what_another_window_does_refreshes_without_losing_the_place(qtbot, desk):
    rows = waiting_list(qtbot, desk, desk.gikas)
    chosen = rows.current_id()

    desk.later(minutes=1)
    desk.check_in(desk.eleni)
    desk.place.reception.waiting_line.refresh()

    qtbot.waitUntil(lambda: len(titles(rows)) == 2)
    assert rows.current_id() == chosen


def test_the_numbers_count_neither_mistakes_nor_anybody_twice(qtbot, desk):
    first = desk.check_in(desk.gikas)
    desk.do(queue.cancel, visit_id=first.id, now=desk.now)
    desk.check_in(desk.gikas)
    desk.check_in(desk.eleni)

    desk.place.reception.waiting_line.refresh()

    qtbot.waitUntil(lambda: desk.queue.today.numbers[0].text() == "2")
    assert [figure.text() for figure in desk.queue.today.numbers] == ["2", "2", "2"]


def test_minutes_pass_on_the_screen(qtbot, desk):
    waiting_list(qtbot, desk, desk.gikas)
    row = desk.queue.waiting.visits.rows.model().index(0, 0)
    assert "just now" in row.data(Qt.ItemDataRole.AccessibleTextRole)

    desk.later(minutes=7)
    desk.queue.clock.timeout.emit()

    qtbot.waitUntil(lambda: "7 minutes" in row.data(Qt.ItemDataRole.AccessibleTextRole))


def test_trouble_with_the_store_is_told_above_everything_and_can_be_tried_again(qtbot, desk):
    again = []

    desk.window.speaker.trouble(Unavailable(), lambda: again.append(1))

    assert desk.window.banner.isVisible()
    desk.window.banner.action.click()
    assert again == [1]
    assert not desk.window.banner.isVisible()


def test_a_bug_is_not_dressed_up_as_a_refusal(desk):
    with pytest.raises(KeyError):
        desk.place.reception.finder._failed(KeyError("x"), lambda: None)
