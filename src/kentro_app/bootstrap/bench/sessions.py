"""Starting session processes and logging in to them, as the outermost process and the log-in do."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from time import perf_counter
from typing import Any

from kentro_app import settings
from kentro_app.bootstrap.bench.data import CHEAP, PASSWORD, USER, Centre
from kentro_app.bootstrap.bench.start import offscreen
from kentro_app.bootstrap.door import VaultDoor
from kentro_app.gui import handover

_PATIENCE = 60.0


class Session:
    """A session process that waits for its key."""

    def __init__(self, process: "subprocess.Popen[bytes]", centre: Centre) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._centre, self._ear, self._mouth = centre, process.stdin.fileno(), process.stdout
        self.process = process

    def log_in(self) -> float:
        """Type the password; gives the seconds until the reception can be used."""
        directory = self._centre.directory
        door = VaultDoor(directory, CHEAP)
        known = settings.load(directory)
        began = perf_counter()
        accepted = door.unlock(USER, PASSWORD)
        header = handover.Header(accepted.user_id, accepted.name, accepted.role, "el")
        settings.save(directory, replace(known, last_user=accepted.name))
        handover.send(self._ear, header, accepted.key)
        self.hear("usable")
        return perf_counter() - began

    def hear(self, words: str) -> None:
        """Wait for these words. Raises ChildProcessError if something else comes."""
        if (said := self.line()) != words:
            raise ChildProcessError(f"expected {words}, heard {said or 'nothing'}")

    def line(self) -> str:
        """The next line that the process says."""
        return self._mouth.readline().decode().strip()

    def paint(self) -> None:
        """Tell it that the log-in is on the screen, and wait until it is warm."""
        handover.signal_painted(self._ear)
        self.hear("warm")


def facts_of(centre: Centre, task: str, told: dict[str, Any]) -> dict[str, Any]:
    """What a session says that was `told` to do a task. Raises ChildProcessError if it gave up."""
    file = centre.directory.parent / f"{task}.json"
    file.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    with session(centre, f"{task}={file}") as desk:
        desk.log_in()
        facts: dict[str, Any] = json.loads(desk.line() or '{"gave_up": "it ended before"}')
    if "gave_up" in facts:
        raise ChildProcessError(f"{task} stopped: {facts['gave_up']}")
    return facts


@contextmanager
def session(centre: Centre, task: str, *, warm: bool = True) -> Iterator[Session]:
    """A session process; ended, as by its supervisor's end, when the block is left.

    Where it is not `warm` yet, it waits for its `paint`.
    """
    module = "kentro_app.bootstrap.bench.desk"
    words = ["--role", "session", "--data-dir", str(centre.directory)]
    with subprocess.Popen(
        [sys.executable, "-m", module, task, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=offscreen(),
    ) as process:
        try:
            ready = Session(process, centre)
            if warm:
                ready.paint()
            yield ready
        finally:
            assert process.stdin is not None
            with suppress(BrokenPipeError):
                process.stdin.close()
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
