"""From starting the program to the log-in window on the screen, against a bare Qt window."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Final

import kentro_app
from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.measure import Row, in_turns

LIMIT: Final = 2.0

_TIMES: Final = 11

BARE: Final = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os.write(1, b"painted"))

app = QApplication([])
window = Window()
window.resize(960, 600)
window.show()
app.exec()
"""


def measure(world: World) -> list[Row]:
    """Ratio of medians; one start of each beforehand, so that both are in the disk's cache."""
    directory = str(world.empty.directory)
    ours = partial(seconds_until_painted, own_command(["--data-dir", directory]))
    baseline = partial(seconds_until_painted, [sys.executable, "-c", BARE])
    in_turns(ours, baseline, 1)
    times = _TIMES if world.scale >= 1 else 3
    return [in_turns(ours, baseline, times).row("start", limit=LIMIT)]


def own_command(words: Sequence[str]) -> list[str]:
    """The program from its outermost process on, with somebody who tells when it is painted."""
    return [sys.executable, "-m", "kentro_app.bootstrap.bench.tap", *words]


def offscreen() -> dict[str, str]:
    """The environment of both: no screen, and nothing that the program would take for advice."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("KENTRO_")}
    package = str(Path(kentro_app.__file__).parents[1])  # where it is not installed
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": package}


def seconds_until_painted(command: Sequence[str]) -> float:
    """Start a process, wait for its first words, end it and its children."""
    began = perf_counter()
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # the platform without a screen complains of that
        env=offscreen(),
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        said = os.read(process.stdout.fileno(), 7)
        taken = perf_counter() - began
        _end(process)
    if said != b"painted":
        raise ChildProcessError("the window was never painted")
    return taken


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)  # its children have its group
    else:
        process.kill()
