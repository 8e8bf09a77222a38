"""A first day at the desk, through the window, on a real store."""

import pytest
from PySide6.QtCore import Qt

from kentro_app.domain.visits import Stage
from kentro_app.gui.papers import Format
from kentro_app.reports.render import page_texts
from tests.gui.conftest import dressed, light_look, qapp_args  # noqa: F401 - fixtures
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.show(qtbot)
        yield world


def register(qtbot, world, typed):
    world.search.field.setText(typed)
    qtbot.waitUntil(lambda: world.search.advice.isVisible())
    world.search.new.click()
    form = world.place.new_person.form
    form.line("phone").setText("697 1234567")
    qtbot.keyClick(form.line("phone"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: world.place.currentWidget() is world.place.reception)


def check_in(qtbot, world, typed):
    before = len(world.rows())
    world.search.field.setText(typed)
    qtbot.waitUntil(lambda: world.search.hits.current_id() is not None)
    qtbot.keyClick(world.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(world.rows()) == before + 1)


def step(qtbot, world, place, key, expected):
    rows = world.queue.waiting.visits.rows
    qtbot.waitUntil(lambda: rows.model().rowCount() > place)
    rows.setCurrentIndex(rows.model().index(place, 0))
    qtbot.keyClick(rows, key)
    qtbot.waitUntil(lambda: world.stages() == expected)
    qtbot.waitUntil(lambda: shown(world) == expected)


def shown(world):
    return [row.visit.stage for row in world.place.reception.waiting_line.day.rows]


def test_a_first_day(qtbot, world, tmp_path):
    register(qtbot, world, "παπαδοπούλου ελένη")
    world.later(minutes=10)
    somebody = world.register("Χασάν", "Μοχάμεντ")
    check_in(qtbot, world, "xasan")
    assert [row.visit.code for row in world.rows()] == ["A-001", "A-002"]
    assert world.rows()[1].visit.person_id == somebody.id

    qtbot.keyClick(world.window, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: world.stages() == [Stage.CALLED, Stage.WAITING])
    world.later(minutes=20)
    qtbot.waitUntil(
        lambda: (
            [r.visit.stage for r in world.place.reception.waiting_line.day.open]
            == [Stage.WAITING, Stage.CALLED]
        )
    )
    step(qtbot, world, 1, Qt.Key.Key_Return, [Stage.DONE, Stage.WAITING])
    step(qtbot, world, 0, Qt.Key.Key_Delete, [Stage.DONE, Stage.CANCELLED])

    world.place.open_sheet()
    sheet, path = world.place.sheet, tmp_path / "sheet.pdf"
    qtbot.waitUntil(lambda: sheet.preview.pages == 1)
    sheet.choose_file = lambda parent, proposed, ending: path
    sheet._save(Format.PDF)
    qtbot.waitUntil(path.exists)

    text = " ".join(page_texts(path.read_bytes())[0].split())
    assert "Παπαδοπούλου Ελένη" in text
    assert "09:00" in text
    assert "09:30" in text  # the time out
    assert "Χασάν" not in text  # a check-in by mistake stands on no sheet
    assert "1 arrival" in text
