"""Desk mode: at once in, by the password out, and nothing of before is left behind it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kentro_app.domain.roles import Role
from kentro_app.gui.desk_mode import LeaveDeskMode
from tests.gui.offices import world
from tests.vault.keys import ADMIN_PASSWORD


@pytest.fixture
def office(tmp_path, monkeypatch):
    with world(tmp_path / "centre") as made:
        yield made


def press_mode(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)


def into_desk_mode(qtbot, window):
    with qtbot.waitSignal(window.furnished, timeout=5000):
        press_mode(qtbot, window)


def test_one_key_leaves_the_rail_with_what_the_desk_may(office, qtbot):
    window = office.show(qtbot)
    before = set(window.rail.buttons)

    into_desk_mode(qtbot, window)

    assert "administration" in before
    assert set(window.rail.buttons) <= {"today", "reception"}
    assert window.top.mode.isVisible()


def test_nothing_of_the_window_before_stays_alive(office, qtbot):
    window = office.show(qtbot)
    window.go_to("administration")
    before = window.stack

    into_desk_mode(qtbot, window)

    qtbot.waitUntil(lambda: not isValid(before))
    assert not [w for w in window.findChildren(QWidget) if type(w).__name__ == "AdminView"]


def test_the_password_brings_everything_back(office, qtbot):
    window = office.show(qtbot)
    into_desk_mode(qtbot, window)

    press_mode(qtbot, window)
    dialog = window.findChild(LeaveDeskMode)
    dialog.card.password.edit.insert(ADMIN_PASSWORD)
    with qtbot.waitSignal(window.furnished, timeout=20_000):
        qtbot.keyClick(dialog.card.password.edit, Qt.Key.Key_Return)

    assert "administration" in window.rail.buttons
    assert not window.top.mode.isVisible()


def test_a_wrong_password_changes_nothing(office, qtbot):
    window = office.show(qtbot)
    into_desk_mode(qtbot, window)

    press_mode(qtbot, window)
    card = window.findChild(LeaveDeskMode).card
    qtbot.keyClicks(card.password.edit, "not this one at all")
    qtbot.keyClick(card.password.edit, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(card.error.text()), timeout=20_000)
    assert "administration" not in window.rail.buttons
    assert office.centre.store.login.actor.desk_mode


def test_the_desks_own_people_know_no_other_mode(tmp_path, qtbot):
    with world(tmp_path / "centre", Role.DESK) as made:
        window = made.show(qtbot)

        press_mode(qtbot, window)

        assert not window.menu.mode.isVisible()
        assert not made.centre.store.login.actor.desk_mode
