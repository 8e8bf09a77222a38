import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from kentro_app.domain.errors import RuleViolation
from kentro_app.gui.cover import Cover
from kentro_app.gui.lock import Guard, Patience
from kentro_app.gui.suspend import Suspension
from kentro_app.gui.widgets.buttons import Button
from tests.gui.test_login import run_now

LONG = 3_600_000


class WrongPassword(RuleViolation):
    pass


def check(password):
    if password != "right":
        raise WrongPassword


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.note = QLineEdit()
    QVBoxLayout(window).addWidget(window.note)
    window.resize(800, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def cover(window):
    return Cover(window, "Eleni", check, run_now)


def unlock(qtbot, cover, password):
    qtbot.keyClicks(cover.card.password.edit, password)
    qtbot.keyClick(cover.card.password.edit, Qt.Key.Key_Return)


def test_quiet_time_covers_the_window_and_later_ends_the_session(qtbot, window, cover):
    ended = []
    Guard(window, cover, Patience(soft=20, hard=60), end=lambda: ended.append(True))

    qtbot.waitUntil(cover.isVisible)
    covered_first = ended == []
    qtbot.waitUntil(lambda: ended == [True])

    assert covered_first


def test_the_cover_hides_all_of_the_window_and_grows_with_it(qtbot, window, cover):
    cover.cover_up()
    window.resize(1000, 700)
    QApplication.processEvents()

    assert cover.geometry() == window.rect()


def test_nothing_typed_is_lost_under_the_cover(qtbot, window, cover):
    window.note.setText("half a sentence")
    cover.cover_up()

    unlock(qtbot, cover, "right")

    assert not cover.isVisible()
    assert window.note.text() == "half a sentence"


def test_a_wrong_password_leaves_it_covered(qtbot, window, cover):
    cover.cover_up()

    unlock(qtbot, cover, "wrong")

    assert cover.isVisible()
    assert cover.card.error.text() == "The password is not right."
    assert cover.card.password.edit.text() == ""


def test_tab_never_leads_under_the_cover(qtbot, window, cover):
    cover.cover_up()
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget() or cover, Qt.Key.Key_Tab)

        assert not window.note.hasFocus()


def test_dialogs_are_hidden_too_and_come_back(qtbot, window, cover):
    dialog = QDialog(window)
    dialog.open()
    cover.cover_up()
    hidden = not dialog.isVisible()

    unlock(qtbot, cover, "right")

    assert hidden
    assert dialog.isVisible()
    dialog.close()


def test_control_l_ends_the_session_at_once(qtbot, window, cover):
    ended = []
    Guard(window, cover, Patience(LONG, LONG), end=lambda: ended.append(True))

    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert ended == [True]


def test_a_button_with_the_same_keys_does_not_stand_in_the_way(qtbot, window, cover):
    ended = []
    window.layout().addWidget(Button("Lock", keys="Ctrl+L"))
    Guard(window, cover, Patience(LONG, LONG), end=lambda: ended.append(True))

    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert ended == [True, True]


def test_activity_puts_the_cover_off_but_not_from_under_it(qtbot, window, cover):
    guard = Guard(window, cover, Patience(LONG, LONG))
    guard._soft.setInterval(LONG)
    guard._hard.start(1000)
    cover.cover_up()
    left = guard._hard.remainingTime()

    qtbot.keyClick(cover.card.password.edit, Qt.Key.Key_A)

    assert guard._hard.remainingTime() <= left


def test_going_to_sleep_covers_and_waking_does_not(qapp):
    covered = []
    suspension = Suspension(lambda: covered.append(True))

    suspension.on_sleep(False)
    awake = list(covered)
    suspension.on_sleep(True)

    assert (awake, covered) == ([], [True])


def test_a_machine_without_a_bus_still_opens(qapp):
    assert Suspension(lambda: None).listen() in (True, False)


def test_no_key_works_beneath_the_cover(qtbot, window, cover):
    pressed = []
    QShortcut(QKeySequence("F2"), window).activated.connect(lambda: pressed.append("F2"))
    Guard(window, cover, Patience(LONG, LONG))
    qtbot.keyClick(window, Qt.Key.Key_F2)
    before = list(pressed)
    cover.cover_up()

    qtbot.keyClick(cover.card.password.edit, Qt.Key.Key_F2)

    assert (before, pressed) == (["F2"], ["F2"])


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_keys_lock_while_a_dialog_stops_the_window(qtbot, window, cover, key, modifier):
    ended = []
    guard = Guard(window, cover, Patience(LONG, LONG), end=lambda: ended.append(True))
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)

    qtbot.keyClick(field, key, modifier)

    assert ended == [True]
    QApplication.instance().removeEventFilter(guard)
