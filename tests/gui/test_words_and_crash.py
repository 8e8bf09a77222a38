import logging
import threading

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from kentro_app.gui import qt_words
from kentro_app.gui.crash import CrashNet
from kentro_app.gui.messages import explain_code
from kentro_app.launcher import CRASHED, REASONS
from kentro_app.logs import PrivacyFilter


@pytest.fixture
def net(qapp, monkeypatch):
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr("threading.excepthook", lambda *_: None)
    net = CrashNet()
    yield net
    if net.dialog is not None:
        net.dialog.close()


def test_qts_own_words_come_from_our_catalogue(qapp, monkeypatch):
    monkeypatch.setitem(qt_words._WORDS, "Cancel", lambda: "Άκυρο")
    qt_words.speak_in("el")

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    words = box.button(QDialogButtonBox.StandardButton.Cancel).text()
    qt_words.speak_in("en")

    assert words == "Άκυρο"


def test_the_words_of_qts_edit_menu_are_all_known(qtbot):
    line = QLineEdit("x")
    qtbot.addWidget(line)

    words = [action.text().split("\t")[0] for action in line.createStandardContextMenu().actions()]

    assert {word for word in words if word} <= set(qt_words._WORDS)


def test_a_word_that_is_not_ours_is_left_to_qt(qapp):
    assert QCoreApplication.translate("QWizard", "Unheard of") == "Unheard of"


@pytest.mark.parametrize("code", [*REASONS.values(), CRASHED, "already_open", "data_dir_unusable"])
def test_every_coded_reason_has_its_own_sentence(code):
    general = explain_code("unavailable")[1]

    assert code == "unavailable" or explain_code(code)[1] != general


def test_a_bug_becomes_a_number_and_no_personal_data_reaches_the_log(qtbot, net, caplog):
    secret = "Παπαδοπούλου"
    try:
        raise KeyError(secret)
    except KeyError as error:
        number = net.caught(KeyError, error, error.__traceback__)

    qtbot.waitUntil(lambda: net.dialog is not None)
    record = caplog.records[-1]
    caplog.clear()
    PrivacyFilter().filter(record)
    text = logging.Formatter("%(message)s").format(record)
    assert f"{number:06d}" in net.dialog.text()
    assert secret not in text
    assert "test_words_and_crash.py" in text
    assert "KeyError" in text


def test_a_bug_on_another_thread_is_caught_too(qtbot, net, caplog):
    net.install()

    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: net.dialog is not None)
    caplog.clear()


@pytest.mark.parametrize(
    ("name", "message", "args"),
    [
        ("sqlalchemy.engine", "INSERT INTO persons ('Παπαδοπούλου')", ()),
        ("kentro_app.gui.x", "person %s", ("Παπαδοπούλου",)),
        ("kentro_appendix", "Παπαδοπούλου", ()),
    ],
)
def test_the_log_withholds_what_may_hold_a_name(name, message, args):
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, message, args, None)

    assert PrivacyFilter().filter(record)

    assert "Παπαδοπούλου" not in record.getMessage()


def test_numbers_of_our_own_pass():
    record = logging.LogRecord("kentro_app.x", logging.ERROR, __file__, 1, "%d rows", (3,), None)

    PrivacyFilter().filter(record)

    assert record.getMessage() == "3 rows"
