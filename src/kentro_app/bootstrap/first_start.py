"""The first start with its window, for the log-in process of a folder without a centre."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kentro_app.bootstrap.demo import make_demo_centre
from kentro_app.bootstrap.setting_up import SettingUp, demo_folder, finish_interrupted
from kentro_app.gui.background import Lane
from kentro_app.gui.qt_words import speak_in
from kentro_app.gui.setup.view import Endings, SetUpWindow
from kentro_app.launcher import QUIT, command


def open_first_start(
    directory: Path, *, profile: str | None, demo: bool, finished: Callable[[], None]
) -> QWidget:
    """The window of the set-up; `finished` is called when there is a centre to log in to.

    With `demo`, the folder is the demo centre's own and only that can be made. The other way
    round, the demo centre gets a folder beside this one and is opened by a new process.
    """
    target = directory if demo else demo_folder(directory)
    setting_up = SettingUp(
        directory, demo_in=target, profile=profile or "", make_demo=make_demo_centre
    )
    lane = Lane("setup")
    open_demo = finished if demo else lambda: _start_demo(target)
    window = SetUpWindow(setting_up, lane.run, Endings(finished, open_demo), demo_only=demo)
    window.language_chosen.connect(lambda language: speak_in(language, QApplication.instance()))
    lane.setParent(window)
    window.destroyed.connect(setting_up.close)
    if finish_interrupted(directory):
        QTimer.singleShot(0, finished)
    return window


def _start_demo(folder: Path) -> None:
    words = [*command("", [])[:-2], "--demo", "--data-dir", str(folder)]
    subprocess.Popen(words, stdin=subprocess.DEVNULL, start_new_session=True)
    QApplication.exit(QUIT)
