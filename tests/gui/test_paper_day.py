"""The grid in which a day on paper is typed back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from kentro_app.domain.visits import Stage
from kentro_app.gui.reception.paper_day.lines import Cell
from kentro_app.services.paper_kit import KitRequest, make_kit
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.later(minutes=30)
        world.check_in(world.register("Παπαδοπούλου", "Ελένη"))
        world.register("Γκίκας", "Σπύρος")
        world.do(make_kit, request=KitRequest(5, 0), now=world.now)
        world.later(hours=7)
        world.show(qtbot)
        yield world


@pytest.fixture
def page(qtbot, world):
    world.place.papers.open_day()
    page = world.place.papers.day
    qtbot.waitUntil(lambda: page.presenter._known != {})
    return page


class Hands:
    """Somebody who types into the grid and never touches the mouse."""

    def __init__(self, qtbot, page):
        self.qtbot, self.page = qtbot, page

    @property
    def editor(self):
        self.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        return QApplication.focusWidget()

    def type(self, text, then=Qt.Key.Key_Tab):
        editor = self.editor
        editor.selectAll()
        self.qtbot.keyClicks(editor, text)
        self.press(then, editor)

    def press(self, key, widget=None):
        self.qtbot.keyClick(widget or self.page.grid, key)
        self.qtbot.wait(1)  # the editor is closed in the next turn of the event loop

    def find(self, text):
        self.editor.setText(text)  # keyClicks knows no Greek
        self.qtbot.waitUntil(lambda: self.page.hits.isVisible())


@pytest.fixture
def hands(qtbot, page):
    return Hands(qtbot, page)


def remarks(page):
    return [line.remark for line in page.presenter.lines if line.remark]


def save(qtbot, world, page):
    world.window.toast._words.setText("")
    page.save.click()
    said = world.window.toast._words.text
    qtbot.waitUntil(lambda: "saved" in said())
    qtbot.waitUntil(page.save.isEnabled)
    return said()


def test_enter_goes_to_the_next_line_and_tab_past_what_is_known(qtbot, page, hands):
    hands.type("1")
    assert page.grid.currentIndex().column() == 2
    assert page.model.index(0, 1).data() == "Παπαδοπούλου Ελένη"
    assert page.model.index(0, 2).data() == "(09:30)"

    hands.type("", then=Qt.Key.Key_Tab)
    hands.type("955", then=Qt.Key.Key_Return)

    assert (page.grid.currentIndex().row(), page.grid.currentIndex().column()) == (1, 0)
    assert page.presenter.lines[0].left == "955"


def test_a_name_is_found_while_it_is_typed_and_taken_with_tab(qtbot, world, page, hands):
    hands.type("k1")
    hands.find("γκικας")
    hands.press(Qt.Key.Key_Tab, hands.editor)
    hands.type("1030")
    hands.type("11")
    hands.press(Qt.Key.Key_Space)

    assert "1 line saved" in save(qtbot, world, page)
    (visit,) = [row.visit for row in world.rows() if row.surname == "Γκίκας"]
    assert (visit.paper_number, visit.signed, visit.late_entry) == ("A-K0001", True, True)
    assert visit.finished_at - visit.arrived_at == timedelta(minutes=30)
    assert [line.is_empty for line in page.presenter.lines] == [True]


def test_arrows_choose_a_new_person_or_nobody_named(qtbot, world, page, hands):
    page.presenter.edit(0, Cell.ARRIVED, "10")
    page.presenter.edit(0, Cell.LEFT, "1015")
    page.grid.go_to(0, Cell.WHO)
    hands.find("Νικολαΐδης Πάνος")
    hands.press(Qt.Key.Key_Return, hands.editor)
    page.presenter.edit(1, Cell.ARRIVED, "11")
    page.presenter.edit(1, Cell.LEFT, "1105")
    page.grid.go_to(1, Cell.WHO)
    hands.find("-")
    hands.press(Qt.Key.Key_Down, hands.editor)
    hands.press(Qt.Key.Key_Return, hands.editor)

    assert "2 lines saved" in save(qtbot, world, page)
    rows = {row.surname: row.visit for row in world.rows()}
    assert rows["Νικολαΐδης"].person_id is not None
    assert rows[""].anonymous_sex.value == "M"


def test_what_is_wrong_stands_beside_its_line_and_the_sound_lines_are_saved(qtbot, world, page):
    presenter = page.presenter
    presenter.edit(0, Cell.CODE, "1")
    presenter.edit(0, Cell.LEFT, "9:50")
    presenter.edit(1, Cell.CODE, "K9")
    presenter.choose(1, "U", "Without a name")
    presenter.edit(1, Cell.ARRIVED, "10")
    presenter.edit(2, Cell.ARRIVED, "25")

    assert "1 line saved" in save(qtbot, world, page)

    assert world.rows()[0].visit.stage is Stage.DONE
    first, second = remarks(page)
    assert "No paper with the number A-K0009" in first
    assert "no time of day" in second
    spoken = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "No paper" in spoken
    assert page.grid.currentIndex().row() == 0


def test_a_second_typing_that_differs_is_shown_and_can_be_confirmed(qtbot, world, page):
    presenter = page.presenter
    for left in ("9:50", "10:20"):
        presenter.edit(0, Cell.CODE, "1")
        presenter.edit(0, Cell.LEFT, left)
        if left == "9:50":
            save(qtbot, world, page)
    assert not page.confirm.isVisible()
    page.save.click()
    qtbot.waitUntil(page.confirm.isVisible)
    assert "Please confirm" in remarks(page)[0]

    page.confirm.click()

    qtbot.waitUntil(lambda: remarks(page) == [])
    visit = world.rows()[0].visit
    assert visit.finished_at - visit.arrived_at == timedelta(minutes=50)


def test_the_printed_lines_can_be_listed_and_untouched_ones_are_left_alone(qtbot, world, page):
    page.printed.click()
    assert [line.code for line in page.presenter.lines] == ["A-001", ""]

    assert "Nothing" in _said(qtbot, world, page)
    assert world.rows()[0].visit.signed is None


def _said(qtbot, world, page):
    world.window.toast._words.setText("")
    page.save.click()
    qtbot.waitUntil(lambda: world.window.toast._words.text() != "")
    return world.window.toast._words.text()


def test_a_draft_of_the_grid_brings_back_what_was_typed_and_the_cursor(qtbot, world, page):
    page.presenter.edit(0, Cell.CODE, "1")
    page.presenter.edit(0, Cell.LEFT, "9:5")
    page.grid.go_to(0, Cell.LEFT)
    kept, where = page.draft.values(), page.draft.cursor_place()
    page.draft.show_values({"day": kept["day"], "lines": []})
    assert page.presenter.lines[0].is_empty

    page.draft.show_values(kept)
    page.draft.put_cursor(where)

    assert page.draft.values() == kept
    assert where == "left.0:0"
    assert page.draft.cursor_place() == where
    assert remarks(page) != []


def test_tab_leaves_the_grid_from_its_empty_line(qtbot, page, hands):
    hands.press(Qt.Key.Key_Tab, hands.editor)

    assert not page.grid.hasFocus()
