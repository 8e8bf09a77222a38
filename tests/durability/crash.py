"""A desk that checks people in until it is killed, and what it had acknowledged by then."""

import multiprocessing
import sys
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Any

# The server process has everything imported and no connection open: a new desk costs a fork.
_PROCESSES = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
if sys.platform != "win32":
    _PROCESSES.set_forkserver_preload(["tests.durability.centre"])

Open = Callable[[Path], Any]


def _desk(open_centre: Open, folder: Path, first: int, acknowledge: Connection) -> None:
    acknowledge.send(first)  # awake: the clock runs from here, through the opening too
    centre = open_centre(folder)
    for number in count(first):
        centre.check_in(number)
        acknowledge.send(number + 1)


def kill_a_desk(open_centre: Open, folder: Path, first: int, seconds: float) -> int:
    """Kill a desk when it has worked so long; gives how many check-ins are acknowledged in all."""
    ours, theirs = _PROCESSES.Pipe(duplex=False)
    desk = _PROCESSES.Process(target=_desk, args=(open_centre, folder, first, theirs))
    desk.start()
    theirs.close()
    acknowledged = ours.recv()
    end = monotonic() + seconds
    while (left := end - monotonic()) > 0 and ours.poll(left):
        acknowledged = ours.recv()
    desk.kill()
    try:
        while True:
            acknowledged = ours.recv()
    except EOFError:
        desk.join()
    return acknowledged
