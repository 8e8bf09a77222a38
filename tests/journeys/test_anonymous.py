"""Script 2 of the domain brief: somebody asks about housing benefit and gives no name."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kentro_app.domain.visits import Stage
from tests.gui.conftest import dressed, light_look, qapp_args  # noqa: F401 - fixtures
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")
ENTER = Qt.Key.Key_Return


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.show(qtbot)
        yield world


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def one(world, sql):
    with world.centre.store.view() as work:
        return work._ledger.connection.execute(sql).fetchone()


def test_an_information_only_contact_by_keyboard_alone(qtbot, world):
    began = time.monotonic()
    press(qtbot, Qt.Key.Key_F3)
    quick = world.place.contacts.quick
    qtbot.waitUntil(lambda: bool(quick.requests._offer.entries))

    press(qtbot, Qt.Key.Key_1, ENTER, Qt.Key.Key_3, ENTER, ENTER, ENTER)
    qtbot.keyClicks(QApplication.focusWidget(), "housing b")
    press(qtbot, ENTER, ENTER, Qt.Key.Key_2, ENTER)

    qtbot.waitUntil(lambda: world.place.reception.waiting_line.day.arrivals == 1)
    assert time.monotonic() - began < 30
    visit = world.rows()[0].visit
    assert (visit.stage, visit.person_id, visit.late_entry) == (Stage.DONE, None, False)
    assert visit.anonymous_sex.value == "F"
    assert one(world, "SELECT code FROM requests") == ("A.HOUSING",)
    assert one(world, "SELECT outcome, axis FROM contacts") == ("served", "A")
    assert one(world, "SELECT count(*) FROM persons") == (0,)
    assert world.search.field.hasFocus()
