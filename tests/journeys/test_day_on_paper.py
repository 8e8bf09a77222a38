"""The power fails at half past nine: a kit from the drawer, a printed sheet, and the evening."""

import pytest

from kentro_app.domain.visits import Stage
from kentro_app.gui.papers import Format
from kentro_app.gui.reception.paper_day.lines import Cell
from kentro_app.gui.sheet.kit.view import KitDialog
from kentro_app.reports.render import page_texts
from tests.gui.conftest import dressed, light_look, qapp_args  # noqa: F401 - fixtures
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.show(qtbot)
        yield world


def said(qtbot, world, words):
    qtbot.waitUntil(lambda: words in world.window.toast._words.text())
    world.window.toast._words.setText("")


def print_sheet(qtbot, world, path):
    world.place.find_somebody()
    world.place.open_sheet()
    sheet = world.place.sheet
    qtbot.waitUntil(lambda: sheet.preview.pages > 0)
    sheet.choose_file = lambda parent, proposed, ending: path
    sheet._save(Format.PDF)
    said(qtbot, world, "Saved as")
    return " ".join(page_texts(path.read_bytes())[0].split())


def test_a_day_on_paper_is_typed_back(qtbot, world, tmp_path):
    world.later(minutes=20)
    world.check_in(world.register("Παπαδοπούλου", "Ελένη"))
    other = world.register("Γκίκας", "Σπύρος")
    text = print_sheet(qtbot, world, tmp_path / "morning.pdf")
    assert "A-001 09:20 Παπαδοπούλου Ελένη" in text
    assert "A-1/1" in text
    sheet = world.place.sheet
    sheet.choose_file = lambda parent, proposed, ending: tmp_path / "kit.pdf"
    sheet.kit_action.trigger()
    sheet.findChild(KitDialog).save.click()
    said(qtbot, world, "A-K0001 to A-K0010")

    world.later(hours=7)
    sheet.paper_day_asked.emit(sheet.presenter.request.day)
    page = world.place.papers.day
    qtbot.waitUntil(lambda: page.presenter._known != {})
    page.printed.click()
    for place, cells in enumerate(
        (
            {Cell.LEFT: "955", Cell.SIGNED: "x"},
            {Cell.CODE: "1/1", Cell.ARRIVED: "10:10", Cell.LEFT: "10.30", Cell.SIGNED: "x"},
            {Cell.CODE: "κ7", Cell.ARRIVED: "1115", Cell.LEFT: "12"},
        )
    ):
        for cell, typed in cells.items():
            page.presenter.edit(place, cell, typed)
    page.presenter.choose(1, "F", "Without a name: a woman")
    page.presenter.choose(2, str(other.id), "Γκίκας Σπύρος")
    page.save.click()
    said(qtbot, world, "3 lines saved")

    visits = [row.visit for row in world.rows()]
    assert [visit.stage for visit in visits] == [Stage.DONE] * 3
    assert [visit.paper_number for visit in visits] == ["", "A-1/1", "A-K0007"]
    assert [visit.signed for visit in visits] == [True, True, False]
    assert all(visit.late_entry for visit in visits)
    text = print_sheet(qtbot, world, tmp_path / "evening.pdf")
    assert "A-003 11:15 * Γκίκας Σπύρος" in text
    assert "* written down afterwards" in text
    assert "Corrected reprint" not in text
