import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.gui.login.ports import Accepted, Welcome
from kentro_app.gui.login.presenter import LogInPresenter
from kentro_app.gui.login.recovery import RecoveryDialog
from kentro_app.gui.login.view import LogInWindow
from kentro_app.gui.qt_words import speak_in

WRONG = "The user name or the password is not right."


class WrongPassword(RuleViolation):
    pass


class TooSoon(RuleViolation):
    pass


class WrongRecoveryCode(RuleViolation):
    pass


class FakeDoor:
    """Opens for e.markaki with the password "right"."""

    def __init__(self):
        self.error = None
        self.recovered = []

    def names(self):
        return ["e.markaki", "p.nikolaidis"]

    def unlock(self, name, password):
        if self.error is not None:
            raise self.error
        if (name, password) != ("e.markaki", "right"):
            raise WrongPassword
        return Accepted("018f0000-0000-7000-8000-000000000000", name, "desk", bytearray(32))

    def recover(self, name, code, password):
        if self.error is not None:
            raise self.error
        self.recovered.append((name, code, password))


def run_now(work, done, failed, owner):
    try:
        answer = work()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is handed on
        failed(error)
    else:
        done(answer)


class RecordingScreen:
    def __init__(self):
        self.busy, self.said, self.let_in = [], [], []

    def set_busy(self, busy):
        self.busy.append(busy)

    def show_names(self, names):
        self.said.append(names)

    def show_wrong(self, words):
        self.said.append(words)

    show_unavailable = show_wait = show_wrong

    def accept(self, accepted):
        self.let_in.append(accepted)


@pytest.fixture
def door():
    return FakeDoor()


@pytest.fixture
def screen():
    return RecordingScreen()


@pytest.fixture
def window(qtbot, door):
    window = LogInWindow(Welcome("Community Centre", "e.markaki"), door, run_now)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    return window


def type_password(qtbot, window, password):
    qtbot.keyClicks(window.form.password.edit, password)
    qtbot.keyClick(window.form.password.edit, Qt.Key.Key_Return)


def test_the_right_password_lets_in(qtbot, window):
    with qtbot.waitSignal(window.accepted) as accepted:
        type_password(qtbot, window, "right")

    assert accepted.args[0].name == "e.markaki"


def test_a_wrong_name_and_a_wrong_password_are_told_in_the_same_words(qtbot, window):
    said = []
    for name, password in (("e.markaki", "wrong"), ("nobody", "right")):
        window.form.name.setCurrentText(name)
        type_password(qtbot, window, password)

        said.append(window.form.error.text())
    assert said == [WRONG, WRONG]


def test_the_password_is_gone_from_its_field_at_once(qtbot, window):
    type_password(qtbot, window, "wrong")

    assert window.form.password.edit.text() == ""
    assert not window.form.password.edit.isUndoAvailable()


def test_an_accepted_log_in_does_not_show_its_key_by_accident(door):
    assert "bytearray" not in repr(door.unlock("e.markaki", "right"))


def test_waiting_counts_down_and_then_lets_try_again(screen, door):
    time = [100.0]
    presenter = LogInPresenter(screen, door, run_now, monotonic=lambda: time[0])
    door.error = TooSoon(seconds=5)

    presenter.log_in("e.markaki", "x")
    time[0] = 103.2
    presenter.tick()
    presenter.log_in("e.markaki", "right")  # not even asked
    time[0] = 105.0
    presenter.tick()
    door.error = None
    presenter.log_in("e.markaki", "right")

    assert screen.said == [
        "Too many attempts. Please wait 5 seconds.",
        "Too many attempts. Please wait 2 seconds.",
        "",
    ]
    assert len(screen.let_in) == 1


def test_the_button_rests_while_one_has_to_wait(qtbot, window, door):
    door.error = TooSoon(seconds=70)

    type_password(qtbot, window, "wrong")

    assert not window.form.button.isEnabled()
    assert window.form.error.text() == "Too many attempts. Please wait 2 minutes."


def test_a_store_that_is_unavailable_is_told_in_the_banner(qtbot, window, door):
    door.error = Unavailable()

    type_password(qtbot, window, "right")

    assert window.form.banner.isVisible()
    assert "Nothing was lost" in window.form.banner.words()


def test_a_bug_is_not_dressed_up_as_a_wrong_password(screen, door):
    door.error = KeyError("x")

    with pytest.raises(KeyError):
        LogInPresenter(screen, door, run_now).log_in("e.markaki", "x")

    assert screen.said == []


def test_the_window_stays_alive_while_the_password_is_checked(qtbot, door):
    questions = []
    window = LogInWindow(Welcome(), door, lambda *question: questions.append(question))
    qtbot.addWidget(window)
    window.form.name.setCurrentText("e.markaki")
    window.form.password.edit.setText("right")

    window.form.button.click()
    window.form.button.click()

    assert len(questions) == 1
    assert window.form.progress.isVisibleTo(window)


def test_the_language_changes_while_it_runs_and_what_is_typed_stays(qtbot, window, light_look):
    window.form.password.edit.setText("half")
    window.language_chosen.connect(lambda language: speak_in(language, window))

    window.side.languages["el"].click()
    QApplication.processEvents()

    assert window.side.languages["el"].isChecked()
    assert window.form.password.edit.text() == "half"
    speak_in("en")


def test_a_coded_reason_is_said_above_the_form(qtbot, door):
    window = LogInWindow(Welcome(message="disk_full"), door, run_now)
    qtbot.addWidget(window)

    assert "disk is full" in window.form.banner.words()


def test_typing_begins_in_the_password_when_the_name_is_known(qtbot, window):
    assert window.focusWidget() is window.form.password.edit


def test_caps_lock_and_the_alphabet_are_told_from_what_is_typed(qtbot, window):
    field = window.form.password
    told = []
    for letter in ("Α", "a"):  # a Greek capital without Shift, then a small Latin one
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, letter)
        QApplication.sendEvent(field.edit, event)

        told.append((field.caps_hint.isVisible(), field.layout_chip.text()))
    assert told == [(True, "ΕΛ"), (False, "EN")]


def test_every_field_and_button_has_a_name_for_a_screen_reader(window):
    form = window.form
    named = (form.name, form.password.edit, form.button, form.recovery, form.progress)

    assert all(widget.accessibleName() for widget in named)


def test_the_card_gives_an_administrator_a_new_password(qtbot, door):
    dialog = RecoveryDialog("admin", door, run_now)
    qtbot.addWidget(dialog)
    dialog.code_edit.setText("CODE")
    dialog.password.edit.setText("new")
    dialog.again.edit.setText("new")

    with qtbot.waitSignal(dialog.accepted):
        dialog.button.click()

    assert door.recovered == [("admin", "CODE", "new")]


def test_a_mistyped_code_is_told_beside_its_field(qtbot, door):
    door.error = WrongRecoveryCode(field="recovery_code", reason="checksum")
    dialog = RecoveryDialog("admin", door, run_now)
    qtbot.addWidget(dialog)

    dialog.button.click()

    assert dialog.code.error.text() != ""
    assert dialog.code_edit.property("wrong") is True


def test_two_different_new_passwords_go_nowhere(qtbot, door):
    dialog = RecoveryDialog("admin", door, run_now)
    qtbot.addWidget(dialog)
    dialog.password.edit.setText("new")
    dialog.again.edit.setText("nww")

    dialog.button.click()

    assert door.recovered == []
    assert dialog.error.text() == "The two new passwords are not the same."
