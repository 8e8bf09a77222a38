"""Before the log-in, and when somebody has gone away."""

from kentro_app.bootstrap.session import guard_window
from kentro_app.gui.login.ports import Accepted, Welcome
from kentro_app.gui.login.recovery import RecoveryDialog
from kentro_app.gui.login.view import LogInWindow
from kentro_app.settings import Settings
from tests.pictures.registry import Detail, screen
from tests.pictures.stage import run_now

_CENTRE = {"el": "Κέντρο Κοινότητας Πετρούπολης", "en": "Petroupoli Community Centre"}
_NAMES = ["anagnostou", "dimitriou", "koutsoukou", "markaki", "roussou"]


class _Door:
    """Lets nobody in: nobody knocks."""

    def names(self):
        return _NAMES

    def unlock(self, name, password):
        return Accepted("", name, "desk", bytearray())

    def recover(self, name, code, password):
        """Nothing is recovered in a picture."""


def _window(stage, message=""):
    welcome = Welcome(_CENTRE[stage.language], "markaki", message)
    return stage.show(LogInWindow(welcome, _Door(), run_now))


@screen("log-in", Detail("log-in", size=(960, 600)))
def log_in(stage):
    window = _window(stage)
    window.form.password.edit.setText("············")
    return window


@screen("log-in-after-crash")
def log_in_after_crash(stage):
    return _window(stage, "session_crashed")


@screen(
    "forgotten-password",
    Detail("forgotten-password", of=lambda w: [w.findChild(RecoveryDialog)], size=(960, 720)),
)
def forgotten_password(stage):
    window = _window(stage)
    dialog = RecoveryDialog("dimitriou", _Door(), run_now, window)
    dialog.open()
    return window


@screen("cover", Detail("cover", size=(960, 600)))
def cover(stage):
    window, _page = stage.reception()
    guard = guard_window(window, "markaki", stage.centre.directory, Settings())
    guard.cover_up()
    return window
