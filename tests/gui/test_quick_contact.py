"""The anonymous contact by keyboard only, in the real window (script 2 of the domain brief)."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kentro_app.domain.contacts import Outcome
from kentro_app.domain.requests import RequestState
from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand, Channel, NationalityGroup, Stage
from kentro_app.services import contact_files
from kentro_app.services.transaction import ask
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "raise")
ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.show(qtbot)
        yield world


@pytest.fixture
def front(tmp_path, qtbot):
    with a_world(tmp_path / "centre", Role.DESK) as world:
        world.show(qtbot)
        yield world


def press(qtbot, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def type_in(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)


def opened(qtbot, world):
    press(qtbot, Qt.Key.Key_F3)
    quick = world.place.contacts.quick
    if quick.sees_service:
        qtbot.waitUntil(lambda: bool(quick.requests._offer.entries))
    return quick


def only_visit(world):
    (row,) = world.rows()
    return row.visit


def test_a_contact_without_a_name_takes_a_dozen_keys(qtbot, desk):
    quick = opened(qtbot, desk)

    press(qtbot, Qt.Key.Key_2, ENTER, Qt.Key.Key_5, ENTER, Qt.Key.Key_2, ENTER)
    press(qtbot, Qt.Key.Key_4, ENTER)
    type_in(qtbot, "housing b")
    press(qtbot, ENTER, ENTER, Qt.Key.Key_3, ENTER)

    qtbot.waitUntil(lambda: len(desk.rows()) == 1)
    visit = only_visit(desk)
    assert (visit.anonymous_sex, visit.anonymous_age) == (Sex.M, AgeBand.SENIOR)
    assert (visit.channel, visit.stage) == (Channel.PHONE, Stage.DONE)
    assert visit.anonymous_group is NationalityGroup.THIRD_COUNTRY
    file = ask(desk.centre.store.view, partial(contact_files.file, visit_id=visit.id))
    assert file.contact.outcome is Outcome.INFORMED
    assert [(i.code, i.state) for i in file.requests] == [("A.HOUSING", RequestState.SERVED_HERE)]
    qtbot.waitUntil(lambda: not quick.isVisible())
    assert desk.search.field.hasFocus()


def test_it_counts_among_the_days_visits_and_can_be_taken_back(qtbot, desk):
    opened(qtbot, desk)
    press(qtbot, ENTER, modifier=CTRL)
    qtbot.waitUntil(lambda: desk.place.reception.waiting_line.day.arrivals == 1)

    desk.window.toast._button.click()

    qtbot.waitUntil(lambda: desk.stages() == [Stage.CANCELLED])
    qtbot.waitUntil(lambda: desk.place.reception.waiting_line.day.arrivals == 0)


def test_each_contact_begins_with_empty_answers(qtbot, desk):
    quick = opened(qtbot, desk)
    press(qtbot, Qt.Key.Key_3, ENTER, Qt.Key.Key_3)
    press(qtbot, ENTER, modifier=CTRL)
    qtbot.waitUntil(lambda: not quick.isVisible())

    opened(qtbot, desk)

    said = quick.said()
    assert (said.sex, said.age, said.outcome) == (Sex.F, AgeBand.CHILD, None)


def test_numbers_arrows_and_tab_go_where_they_should(qtbot, desk):
    quick = opened(qtbot, desk)
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert quick.said().sex is Sex.M

    press(qtbot, Qt.Key.Key_9)  # there is no ninth
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_4)

    assert (quick.said().sex, quick.said().age) == (Sex.M, AgeBand.OLDER)


def test_asking_again_with_f3_goes_on_with_what_was_answered(qtbot, desk):
    quick = opened(qtbot, desk)
    press(qtbot, Qt.Key.Key_2)

    press(qtbot, Qt.Key.Key_F3)

    assert quick.said().sex is Sex.M


def test_f3_comes_back_to_the_page_it_was_pressed_on(qtbot, desk):
    desk.place.open_new_person("Παπαδοπούλου")
    form = desk.place.currentWidget()
    desk.place.open_anonymous()

    press(qtbot, ENTER, modifier=CTRL)

    qtbot.waitUntil(lambda: desk.place.currentWidget() is form)


def test_the_desk_answers_four_questions_and_none_about_the_service(qtbot, front):
    opened(qtbot, front)

    press(qtbot, Qt.Key.Key_1, ENTER, Qt.Key.Key_2, ENTER, ENTER, ENTER)

    qtbot.waitUntil(lambda: len(front.rows()) == 1)
    assert only_visit(front).anonymous_age is AgeBand.YOUNG
    assert only_visit(front).stage is Stage.DONE
