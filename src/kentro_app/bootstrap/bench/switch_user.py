"""From one user's session to the next one's reception, without the derivation and the typing.

The session that is left ends by itself; then the log-in and the next session are started together,
as the outermost process does it. Counted is from the leaving to the painted log-in window, and from
the password to the usable reception. The session warms up while somebody types.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from time import perf_counter
from typing import Final

from kentro_app.bootstrap.bench.data import Centre, World
from kentro_app.bootstrap.bench.days import have_backup, set_day
from kentro_app.bootstrap.bench.hour import MORNING
from kentro_app.bootstrap.bench.measure import Row
from kentro_app.bootstrap.bench.sessions import session
from kentro_app.bootstrap.bench.start import offscreen

MOST_MS: Final = 1000.0

_TIMES: Final = 5


def measure(world: World) -> list[Row]:
    """The median."""
    centre = world.full
    set_day(centre, MORNING)
    have_backup(centre)
    taken = [_switch(centre) for _time in range(_TIMES if world.scale >= 1 else 1)]
    return [Row("switch_user", 1000 * median(taken), "ms", len(taken), most=MOST_MS)]


def _switch(centre: Centre) -> float:
    with session(centre, "switch") as first:
        first.log_in()
        began = perf_counter()
        first.process.wait()
        with _log_in_window(centre) as ear, session(centre, "log-in", warm=False) as second:
            os.read(ear, 1)
            painted = perf_counter() - began
            second.paint()
            return painted + second.log_in()


@contextmanager
def _log_in_window(centre: Centre) -> Iterator[int]:
    """The log-in process; what it says comes out of the pipe that is given."""
    command = [sys.executable, "-m", "kentro_app", "--role", "login"]
    with subprocess.Popen(
        [*command, "--data-dir", str(centre.directory)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=offscreen(),
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.fileno()
        finally:
            process.kill()
