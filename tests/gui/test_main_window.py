import re
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)

import kentro_app.gui.qt_words as qt_words
from installer.catalogues import extract
from kentro_app import settings
from kentro_app.domain.roles import Role
from kentro_app.gui.rail import Section, open_to
from kentro_app.gui.style import look
from kentro_app.gui.theme import DARK
from kentro_app.gui.widgets.notices import Banner, Toast
from kentro_app.services.access import Permission
from kentro_app.services.ports import Actor
from kentro_app.services.profiles import load
from tests.gui.offices import NINE
from tests.gui.offices import world as a_world
from tests.i18n.pseudo import pseudo_voice

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")

OPERATED = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox)
ROOMS = {room.name_en for room in load("petroupoli").rooms}
KEPT = re.compile(r"Kentro|Γιάννης Ρίτσος|Ελληνικά|English|PDF|Roboto")


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.check_in(world.register("Παπαδοπούλου", "Ελένη", phones=("6971234567",)))
        yield world


@pytest.fixture
def full(world, qtbot):
    """The window with every page built and something in each."""
    world.show(qtbot)
    world.place.open_sheet()
    qtbot.waitUntil(lambda: world.place.sheet.preview.pages > 0)
    world.place.open_new_person("παπαδοπούλου ελένη")
    qtbot.waitUntil(lambda: world.place.new_person.candidates.open.isVisible())
    return world


def said(root):
    """Everything a window says to the eye or the ear, hidden parts included."""
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget.parent(), Banner) and not widget.isVisible():
            continue  # says something else when it speaks again
        yield from (widget.accessibleName(), widget.toolTip(), widget.windowTitle())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QLineEdit():
                yield widget.placeholderText()
            case QComboBox():
                yield from (widget.itemText(i) for i in range(widget.count()))
            case QMenu():
                yield widget.title()
    # a room's name is the centre's own, in no catalogue
    yield from {action.text() for action in root.findChildren(QAction)} - ROOMS


def plain(text):
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()


def test_after_a_switch_of_language_no_english_is_left(qtbot, full, monkeypatch):
    english = {
        part for m in extract() if m.id for part in ([m.id] if isinstance(m.id, str) else m.id)
    }
    strange = pseudo_voice()
    monkeypatch.setattr(qt_words, "voice", lambda *_a: strange)

    full.window.menu.languages.actions()[1].trigger()
    full.place.reception.waiting_line.refresh()
    qtbot.waitUntil(lambda: "[!!!" in full.search.go.text())

    left = {plain(text) for text in said(full.window)} & {plain(text) for text in english}
    assert {text for text in left if not KEPT.fullmatch(text)} == set()


def test_the_language_is_remembered(full, qtbot):
    greek = full.window.menu.languages.actions()[0]

    greek.trigger()

    assert settings.load(full.centre.directory).language == "el"
    assert greek.isChecked()


def test_theme_and_text_size_change_at_once_and_are_remembered(full, qtbot):
    full.window.menu.themes.actions()[1].trigger()
    full.window.menu.sizes.actions()[-1].trigger()

    assert (look().theme.palette, look().theme.scale) == (DARK, 2.0)
    kept = settings.load(full.centre.directory)
    assert (kept.theme, kept.text_percent) == ("dark", 200)


def test_everything_fits_the_small_screen_at_twice_the_size(full, qtbot):
    full.window.menu.sizes.actions()[-1].trigger()

    for show in (full.place.find_somebody, full.place.open_new_person, full.place.open_sheet):
        show()
        qtbot.wait(50)
        assert full.window.minimumSizeHint().width() <= 1366
        assert full.window.minimumSizeHint().height() <= 768


def test_whatever_one_can_operate_has_a_name(full):
    nameless = [
        widget
        for widget in full.window.findChildren(QWidget)
        if isinstance(widget, OPERATED)
        and widget.focusPolicy()
        and not widget.objectName().startswith("qt_")
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
        and not widget.window().inherits("QComboBoxPrivateContainer")
        and not isinstance(widget.parent(), Banner | Toast)  # silent until they speak
    ]

    assert nameless == []


def test_tab_leads_through_the_page_and_back_to_its_beginning(qtbot, world):
    window = world.show(qtbot)
    seen = []
    for _step in range(60):
        seen.append(window.focusWidget())
        window.focusNextChild()

    assert seen.count(world.search.field) >= 2
    assert world.queue.waiting.call in seen
    assert window.top.lock in seen


@pytest.mark.parametrize("role", [Role.DESK, Role.SOCIAL_WORKER, Role.ADMINISTRATOR])
def test_the_rail_holds_only_what_the_role_may_open(role):
    sections = [
        Section("reception", "desk", str, str, frozenset({Permission.RECEIVE})),
        Section("admin", "admin", str, str, frozenset({Permission.MANAGE_USERS})),
    ]
    actor = Actor(None, "x", role, None)

    names = [section.name for section in open_to(sections, actor)]

    assert names == ["reception", "admin"] if role is Role.ADMINISTRATOR else ["reception"]


def test_the_desk_sees_no_administration(tmp_path, qtbot):
    with a_world(tmp_path / "other", role=Role.DESK) as world:
        window = world.show(qtbot)

        assert list(window.rail.buttons) == ["today", "reception"]


@pytest.mark.parametrize("role", [Role.DPO, Role.TECHNICIAN])
def test_who_receives_nobody_gets_no_reception(tmp_path, qtbot, role):
    with a_world(tmp_path / "other", role=role) as world:
        window = world.show(qtbot)
        qtbot.keyClick(window, Qt.Key.Key_F2)

        assert list(window.rail.buttons) == ["today", "administration"]


def test_the_age_of_the_backup_is_told(world, qtbot):
    status = world.show(qtbot).status
    status.show_backup(None, NINE)
    assert status.warning.text() == "No backup yet"

    status.show_backup(NINE - timedelta(hours=1), NINE)
    assert status.backup.text() == "Backup today 08:00"

    status.show_backup(NINE - timedelta(days=4), NINE)
    assert status.warning.text() == "Last backup 4 days ago"


def test_the_day_and_the_centre_stand_in_the_top_bar(world, qtbot):
    top = world.show(qtbot).top

    assert top.title.text() == "Reception"
    assert top.about.text() == "Monday 23 November 2026 · Petroupoli Community Centre"
