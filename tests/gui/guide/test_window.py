"""F1 in real windows: the right page, no matter what has the keyboard, and nothing disturbed."""

from functools import partial

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from kentro_app.bootstrap.day.hands import type_text
from kentro_app.gui.cover import Cover
from kentro_app.gui.guide.enlarged import Enlarged
from kentro_app.gui.guide.key import GuideKey, open_guide
from kentro_app.gui.guide.places import page_of
from kentro_app.gui.guide.view import GuideWindow
from kentro_app.gui.login.ports import Welcome
from kentro_app.gui.login.view import LogInWindow
from kentro_app.gui.qt_words import speak_in
from kentro_app.gui.style import look
from kentro_app.gui.theme import DARK, LIGHT, Theme
from tests.gui.offices import world


@pytest.fixture(autouse=True)
def guide_key(dressed):
    key = GuideKey(dressed)
    yield key
    dressed.focusChanged.disconnect(key._listen)


class NobodyAtTheDoor:
    def names(self):
        return []


@pytest.fixture
def office(tmp_path, qtbot):
    with world(tmp_path / "centre") as made:
        made.show(qtbot)
        yield made


@pytest.fixture
def guide(qtbot):
    guide = GuideWindow()
    qtbot.addWidget(guide)
    guide.open_page("reception")
    qtbot.waitUntil(guide.isActiveWindow)
    return guide


def shown(window, qtbot):
    """The name of the page that F1 opens over this window."""
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)
    guide = window.findChild(GuideWindow)
    assert guide is not None
    qtbot.waitUntil(guide.isActiveWindow)
    return guide.contents.current_id()


def text(guide):
    return guide.page.toPlainText()


def test_f1_opens_the_page_for_the_place(qtbot, office):
    office.place.find_somebody()

    assert shown(office.window, qtbot) == "reception"


def test_f1_knows_the_pages_within_a_place(qtbot, office):
    pages = []
    for step in (partial(office.place.open_new_person, "Ωμέγα"), office.place.open_sheet):
        step()
        office.window.activateWindow()
        qtbot.waitUntil(office.window.isActiveWindow)

        pages.append(shown(office.window, qtbot))
    assert pages == ["new-person", "sheets"]


def test_every_section_of_administration_has_its_page(office):
    place = office.window.go_to("administration")
    found = {}
    for name, section in zip(place.names, place.sections, strict=True):
        name.click()
        found[type(section).__name__] = page_of(office.window)

    assert found["UsersSection"] == "users"
    assert found["TrailSection"] == "privacy#log"
    assert "index" not in found.values()


def test_a_dialog_that_stops_the_window_does_not_stop_the_guide(qtbot, office):
    office.window.menu.password.trigger()
    dialog = office.window.findChild(QDialog)
    qtbot.waitUntil(dialog.isActiveWindow)

    page = shown(dialog, qtbot)

    assert page == "log-in"
    qtbot.keyClicks(dialog.findChild(GuideWindow).field, "abc")
    assert dialog.findChild(GuideWindow).field.text() == "abc"


def test_what_was_being_typed_is_still_there_afterwards(qtbot, office):
    type_text(office.search.field, "Παπα")
    shown(office.window, qtbot)

    qtbot.keyClick(office.window.findChild(GuideWindow).page, Qt.Key.Key_Escape)

    assert not office.window.findChild(GuideWindow).isVisible()
    assert office.search.field.text() == "Παπα"


def test_the_cover_hides_the_guide_with_everything_else(qtbot, office):
    cover = Cover(office.window, "eleni", lambda _password: None, lambda *_work: None)
    shown(office.window, qtbot)

    cover.cover_up()

    assert not office.window.findChild(GuideWindow).isVisible()


def test_the_log_in_has_its_page_too(qtbot):
    window = LogInWindow(Welcome(), NobodyAtTheDoor(), lambda *_work: None)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    assert shown(window, qtbot) == "log-in"


def test_a_screen_may_say_itself_where_the_guide_tells_about_it(qtbot):
    class Screen(QWidget):
        def guide_page(self):
            return "trouble#clock"

    window = Screen()
    QVBoxLayout(window).addWidget(QLineEdit())
    qtbot.addWidget(window)

    assert page_of(window) == "trouble#clock"


def test_the_menu_opens_it_as_well(office):
    office.window.menu.guide.trigger()

    assert office.window.findChild(GuideWindow).isVisible()


def test_only_one_guide_is_open_over_a_window(office):
    first = open_guide(office.window, "keys")

    assert open_guide(office.window, "sheets") is first
    assert len(office.window.findChildren(GuideWindow)) == 1


def test_links_lead_on_and_back_leads_back(guide):
    guide.page.anchorClicked.emit(QUrl("new-person.md#end"))
    there = guide.contents.current_id()
    guide.back.click()

    assert (there, guide.contents.current_id()) == ("new-person", "reception")
    assert guide.forward.isEnabled()


def test_pictures_come_after_the_page(qtbot, guide):
    guide.presenter.go_to("sheets")
    document, url = guide.page.document(), QUrl("sheet.png")
    kind = QTextDocument.ResourceType.ImageResource.value

    first = document.resource(kind, url).pixelColor(40, 20)

    qtbot.waitUntil(lambda: document.resource(kind, url).pixelColor(40, 20) != first)
    assert first.name().upper() == LIGHT.sunken


def test_a_picture_can_be_looked_at_as_large_as_it_is(guide):
    guide.presenter.go_to("sheets")

    guide.page.anchorClicked.emit(QUrl("enlarge:sheet.png"))

    enlarged = guide.findChild(Enlarged)
    assert enlarged.isVisible()
    assert enlarged.picture.pixmap().width() > 700
    assert guide.contents.current_id() == "sheets"


def test_searching_shows_what_was_found_and_enter_opens_it(qtbot, guide):
    qtbot.keyClicks(guide.field, "rollback nothing of the kind")
    nothing = guide.nothing.isVisible()
    guide.field.setText("recovery card")
    qtbot.keyClick(guide.field, Qt.Key.Key_Return)

    assert nothing
    assert not guide.contents.isVisible()
    assert guide.contents.current_id() == "first-day"


def test_escape_empties_the_search_before_it_closes(qtbot, guide):
    qtbot.keyClicks(guide.field, "key")

    qtbot.keyClick(guide.field, Qt.Key.Key_Escape)
    first = (guide.field.text(), guide.isVisible())
    qtbot.keyClick(guide.field, Qt.Key.Key_Escape)

    assert first == ("", True)
    assert not guide.isVisible()


def test_the_page_changes_its_language_with_the_program(qtbot, guide):
    before = text(guide)

    speak_in("el", guide)
    QApplication.processEvents()

    after = text(guide)
    speak_in("en", guide)
    assert before.startswith("Reception")
    assert after.startswith("Υποδοχή")


def test_theme_and_text_size_reach_the_page(guide):
    def heights():
        return guide.page.document().size().height()

    small = heights()
    look().wear(Theme(DARK, 2.0))
    large, html = heights(), guide.page.toHtml()
    look().wear(Theme(LIGHT))

    assert large > 1.5 * small
    assert DARK.accent.lower() in html.lower()


@pytest.mark.parametrize("size", [(1366, 768), (700, 500)])
def test_pictures_are_never_wider_than_the_page(qtbot, guide, size):
    guide.resize(*size)
    guide.presenter.go_to("sheets")
    qtbot.waitUntil(lambda: guide.page.horizontalScrollBar().maximum() == 0)

    assert guide.page.document().idealWidth() <= guide.page.viewport().width()


def test_at_twice_the_text_size_nothing_is_cut_off(qtbot, guide):
    look().wear(Theme(LIGHT, 2.0))
    guide.resize(1326, 728)
    QApplication.processEvents()

    cut = [
        button.text()
        for button in (guide.back, guide.forward, guide.close_button)
        if button.width() < button.sizeHint().width()
    ]
    look().wear(Theme(LIGHT))
    assert not cut


def test_everything_in_it_has_a_name_for_a_screen_reader(guide):
    named = (guide.field, guide.contents, guide.hits, guide.page, guide.back, guide.forward)

    assert all(widget.accessibleName() for widget in named)
