"""The wall: read from five metres, calm, and nobody's data on it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kentro_app.assets import translations
from kentro_app.gui.cover import Cover
from kentro_app.gui.theme import DARK, contrast
from kentro_app.gui.wall.keeper import other_screen
from kentro_app.gui.wall.sizes import figure_mm, least_px, sizes
from kentro_app.gui.wall.view import FLASH_MS, FLASHES
from kentro_app.i18n import speak, voice
from kentro_app.services import queue, rooms
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "raise")

CANARY = "Καναρίνη"
FULL_HD_24_INCH = 1920 / (24 * 16 / (16**2 + 9**2) ** 0.5)  # dots per inch


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        yield world


@pytest.fixture
def desk(world, qtbot):
    """Somebody with a name to hide was called into a room, somebody else before."""
    office = world.do(rooms.all_rooms)[1]
    world.office = office
    world.do(rooms.choose_room, room_id=office.id)
    host = world.centre.user.id
    for name in ("Πρώτη", CANARY):
        person = world.register(name, name, phones=("6971234567",))
        visit = world.check_in(person, for_user=host, note=CANARY)
        world.later(minutes=1)
        world.last = world.do(queue.call, visit_id=visit.id, now=world.now)
    world.show(qtbot)
    return world


@pytest.fixture
def wall(desk, qtbot):
    wall = desk.place.wall.open()
    qtbot.waitUntil(lambda: wall.present.number.text() == "A-002")
    return wall


def texts(wall):
    """Everything anybody could read or hear there."""
    for widget in (wall, *wall.findChildren(QWidget)):
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        yield widget.windowTitle()
        known = QAccessible.queryAccessibleInterface(widget)
        if known is not None:
            yield known.text(QAccessible.Text.Name)
            yield known.text(QAccessible.Text.Value)
        if isinstance(widget, QLabel):
            yield widget.text()


def test_numbers_and_rooms_hang_there(desk, wall):
    assert wall.present.room.text() == desk.office.name_en
    assert wall.present.aside.text() == desk.office.name_el
    assert [tile.number.text() for tile in wall.earlier if tile.isVisible()] == ["A-001"]
    assert wall.centre.text() == "Petroupoli Community Centre"
    assert wall.clock.text() == "09:02"
    assert wall.wait.text() == "Please wait to be called"


def test_nobody_s_name_and_nothing_of_their_visit_reaches_the_wall(desk, wall):
    said = " ".join(texts(wall))

    person = desk.rows()[1]
    hidden = (CANARY, CANARY.upper(), person.number, "Μαρκάκη", "697", str(person.visit.id))
    assert [word for word in hidden if word in said] == []
    assert "A-002" in said


def test_the_number_is_read_from_five_metres():
    for width, height, dpi in ((1920, 1080, FULL_HD_24_INCH), (1366, 768, 101), (3840, 2160, 56)):
        assert figure_mm(sizes(height, dpi).number, dpi) >= 25, (width, height)
    assert figure_mm(least_px(FULL_HD_24_INCH), FULL_HD_24_INCH) == pytest.approx(25, abs=0.2)


@pytest.mark.parametrize("dpi", [0.0, -1.0, 100_000.0, float("nan")])
def test_a_screen_that_does_not_know_its_size_gets_letters_for_a_usual_one(dpi):
    assert least_px(dpi) == least_px(92.0)


def test_the_letters_on_the_screen_are_as_large_as_was_reckoned(wall, qtbot):
    wall.resize(1920, 1080)
    qtbot.waitUntil(lambda: wall.present.number.font().pixelSize() > 250)

    chosen = sizes(1080, wall.screen().physicalDotsPerInch())
    assert wall.present.number.font().pixelSize() == chosen.number
    for label in wall.findChildren(QLabel):
        if label.isVisible():
            assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()


def test_a_room_with_a_long_name_shrinks_and_is_not_cut(desk, wall, qtbot):
    name = "Αίθουσα συνεντεύξεων και συμβουλευτικής"
    desk.do(rooms.rename_room, room=str(desk.office.id), request=rooms.NewRoom(name, name))
    wall.presenter.refresh()
    qtbot.waitUntil(lambda: wall.present.room.text() == name)

    label = wall.present.room
    assert label.fontMetrics().horizontalAdvance(name) <= label.width()


def test_letters_stand_out_lit_or_not():
    assert contrast(DARK.rail_on, DARK.surface) >= 7
    assert contrast(DARK.rail_ink, DARK.rail) >= 4.5
    assert contrast(DARK.on_accent, DARK.accent) >= 4.5


def test_a_new_call_flashes_calmly_and_not_for_long(desk, wall, qtbot):
    third = desk.check_in(desk.register("Τρίτη"))
    desk.later(minutes=1)
    desk.do(queue.call, visit_id=third.id, now=desk.now)
    lit = []
    wall.presenter.refresh()

    qtbot.waitUntil(lambda: wall._flash.isActive())
    for _n in range(2 * FLASHES):
        lit.append(wall.present.property("lit"))
        wall._blink()

    assert lit == [True, False] * FLASHES
    assert not wall._flash.isActive()
    assert not wall.present.property("lit")
    assert 1000 / (2 * FLASH_MS) <= 3  # flashes a second, WCAG 2.3.1
    assert 2 * FLASHES * FLASH_MS <= 5000  # WCAG 2.2.2


def test_what_was_called_before_the_wall_was_opened_does_not_flash(wall):
    assert not wall._flash.isActive()


def test_calling_again_draws_attention_again(desk, wall, qtbot):
    desk.later(minutes=1)
    desk.do(queue.call_again, visit_id=desk.last.id, now=desk.now)

    wall.presenter.refresh()

    qtbot.waitUntil(lambda: wall._flash.isActive())


def test_a_call_at_the_desk_reaches_the_wall_by_itself(desk, wall, qtbot):
    desk.check_in(desk.register("Τρίτη"))
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)

    qtbot.keyClick(desk.window, Qt.Key.Key_F4)

    qtbot.waitUntil(lambda: wall.present.number.text() == "A-003")


def test_nobody_called_means_please_wait_in_both_languages(desk, wall, qtbot):
    desk.do(queue.finish, visit_id=desk.last.id, now=desk.now)

    wall.presenter.refresh()

    qtbot.waitUntil(lambda: wall.present.room.text() == "Please wait to be called")
    assert not wall.present.number.isVisible()
    assert [tile.number.text() for tile in wall.earlier if tile.isVisible()] == ["A-002", "A-001"]


def test_the_wall_speaks_the_language_of_the_window(desk, wall):
    speak(voice("el", translations(), wall._office.now().tzinfo))
    wall.retranslate()

    assert wall.centre.text() == "Κέντρο Κοινότητας Πετρούπολης"
    assert wall.present.room.text() == desk.office.name_el


def test_there_is_nothing_to_press_on_the_wall(wall):
    focusable = [w for w in wall.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]

    assert focusable == []


def test_f11_fills_the_screen_and_esc_gives_it_back(wall, qtbot):
    wall.activateWindow()
    qtbot.waitUntil(wall.isActiveWindow)

    qtbot.keyClick(wall, Qt.Key.Key_F11)
    qtbot.waitUntil(wall.isFullScreen)
    qtbot.keyClick(wall, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not wall.isFullScreen())


def test_the_wall_stays_up_while_the_desk_is_covered(desk, wall):
    cover = Cover(desk.window, "Ε. Μαρκάκη", lambda _password: None, lambda *_a: None)

    cover.cover_up()

    assert cover.isVisible()
    assert wall.isVisible()


def test_the_wall_goes_with_the_session_and_never_keeps_it(desk, wall):
    assert not wall.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)

    desk.window.close()

    assert not wall.isVisible()
    assert desk.place.wall.wall is None


def test_opening_it_twice_gives_one_wall(desk, wall):
    desk.queue.waiting.wall.click()

    assert desk.place.wall.open() is wall
    assert sum(type(w).__name__ == "Wall" for w in QApplication.topLevelWidgets()) == 1


def test_the_wall_takes_the_second_screen_where_there_is_one():
    desk, second = object(), object()

    assert other_screen([desk, second], desk) is second
    assert other_screen([desk], desk) is None
