"""The other sheets of a day in the window: slips, the list without names, the paper kit."""

import pytest
from PySide6.QtCore import Qt

from kentro_app.domain.roles import Role
from kentro_app.gui.papers import Format
from kentro_app.gui.sheet.kit.view import KitDialog
from kentro_app.reports.render import page_texts
from kentro_app.services.sheets_model import Layout, NameStyle
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.check_in(world.register("Παπαδοπούλου", "Ελένη"))
        world.later(minutes=5)
        world.check_in(world.register("Γκίκας", "Σπύρος"))
        world.show(qtbot)
        yield world


@pytest.fixture
def sheet(qtbot, world):
    world.place.open_sheet()
    qtbot.waitUntil(lambda: world.place.sheet.preview.pages > 0)
    return world.place.sheet


def save(qtbot, world, sheet, path):
    sheet.choose_file = lambda parent, proposed, ending: path
    sheet._save(Format(path.suffix[1:]))
    qtbot.waitUntil(lambda: path.exists() and "copy" in world.window.toast._words.text())
    return path.read_bytes()


def test_every_layout_can_be_looked_at_and_saved(qtbot, world, sheet, tmp_path):
    for layout, said in ((Layout.SLIP, "Visit code"), (Layout.DAILY, "New or returning")):
        sheet.controls.layouts[layout].click()
        world.window.toast._words.setText("")

        text = page_texts(save(qtbot, world, sheet, tmp_path / f"{layout.value}.pdf"))[0]

        assert said in text
        assert "Παπαδοπούλου" not in text
        assert not sheet.controls.names[NameStyle.FULL].isVisible()


def test_the_slip_of_the_selected_visit_is_one_key_away(qtbot, world, tmp_path):
    rows = world.queue.waiting.visits.rows
    qtbot.waitUntil(lambda: rows.model().rowCount() == 2)
    rows.setCurrentIndex(rows.model().index(1, 0))

    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(rows, Qt.Key.Key_P, held)

    qtbot.waitUntil(lambda: world.place.sheet is not None)
    sheet = world.place.sheet
    qtbot.waitUntil(lambda: sheet.preview.pages == 1)
    assert sheet.controls.only.isVisible()
    text = page_texts(save(qtbot, world, sheet, tmp_path / "slip.pdf"))[0]
    assert ("A-002" in text, "A-001" in text) == (True, False)
    sheet.controls.earlier.click()
    assert sheet.presenter.request.visit_id is None


def test_a_kit_is_saved_with_the_next_numbers(qtbot, world, sheet, tmp_path):
    path = tmp_path / "kit.pdf"
    sheet.choose_file = lambda parent, proposed, ending: path
    sheet.kit_action.trigger()
    dialog = sheet.findChild(KitDialog)
    dialog.forms.setText("2")
    dialog.tickets.setText("")

    dialog.save.click()

    qtbot.waitUntil(lambda: "2 forms, A-K0001 to A-K0002" in world.window.toast._words.text())
    assert len(page_texts(path.read_bytes())) == 2


def test_an_empty_kit_is_refused_in_the_dialog(qtbot, world, sheet, tmp_path):
    sheet.choose_file = lambda parent, proposed, ending: tmp_path / "kit.pdf"
    sheet.kit_action.trigger()
    dialog = sheet.findChild(KitDialog)
    dialog.forms.setText("0")
    dialog.tickets.setText("")

    dialog.save.click()

    qtbot.waitUntil(lambda: dialog.error.isVisible())
    assert "at least one" in dialog.error.text()
    dialog.reject()


def test_the_desk_is_not_offered_the_list_of_requests(tmp_path, qtbot):
    with a_world(tmp_path / "other", Role.DESK) as world:
        world.show(qtbot)
        world.place.open_sheet()

        assert Layout.DAILY not in world.place.sheet.controls.layouts
