"""Hands for the log-in and the session of test_memory_after_lock.

They wait for files in a folder and leave files there. The password is in a file that the first
log-in takes away: the second one cannot have it from there.
"""

import os

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

import kentro_app.bootstrap.login
import kentro_app.gui.app
from kentro_app.bootstrap.day.hands import press, type_text

BEAT_MS = 40


def give_hands(role, folder):
    """Let the role's hands begin with its application."""
    place = kentro_app.bootstrap.login if role == "login" else kentro_app.gui.app
    make_app = place.make_app

    def make_and_begin(**looks):
        app = make_app(**looks)
        name = f"{role}-{len(list(folder.glob(f'{role}-*.pid'))) + 1}"
        (folder / f"{name}.pid").write_text(str(os.getpid()))
        begin(app, HANDS[role](folder, name))
        return app

    place.make_app = make_and_begin


def begin(app, act):
    """Go on with `act` at every beat until it ends."""
    clock = QTimer(app, interval=BEAT_MS)
    clock.timeout.connect(lambda: next(act, "end") == "end" and clock.stop())
    clock.start()


def log_in(folder, name):
    while not (window := shown("LogInWindow")) or not window.form.name.count():
        yield
    secret = folder / "password"
    if not secret.exists():
        (folder / f"{name}.waits").touch()
        return
    field = window.form.password.edit
    type_text(field, secret.read_text("utf-8"))
    secret.unlink()
    (folder / f"{name}.typed").touch()
    while not (folder / "enter").exists():
        yield
    press(field, Qt.Key.Key_Return)


def work(folder, name):
    (folder / f"{name}.warm").touch()
    while not (window := shown("MainWindow")):
        yield
    card = window.go_to("reception").reception.search
    for text in (folder / "typed").read_text("utf-8").splitlines():
        card.field.clear()
        type_text(card.field, text)
        while card.hits.current_id() is None:
            yield
    press(card.field, Qt.Key.Key_Return)
    while card.field.text():
        yield
    (folder / f"{name}.worked").touch()
    while not (folder / "lock").exists():
        yield
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def shown(kind):
    windows = QApplication.topLevelWidgets()
    return next((w for w in windows if type(w).__name__ == kind and w.isVisible()), None)


HANDS = {"login": log_in, "session": work}
