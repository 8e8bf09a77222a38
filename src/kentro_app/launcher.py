"""The supervisor: one log-in process and one session process at a time, for one data directory.

It holds no secret and shows no window. The database key goes from the log-in's output straight
into the session's input; the supervisor keeps the writing end open and never reads, so that the
session hears of the supervisor's death as the end of its input. Standard library only, and very
little of it (no dataclass, no Path, no annotations that must be imported): its start is part of
every start.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Final

    Command = Callable[[str, Sequence[str]], list[str]]

QUIT: Final = 0
LOCKED: Final = 10
"""The session has ended itself: hard lock or switch of user."""
LOGGED_IN: Final = 20
"""The log-in has handed the key over."""
IN_USE: Final = 3
BUG: Final = 4

REASONS: Final = {
    11: "unavailable",
    12: "store_busy",
    13: "store_damaged",
    14: "store_missing",
    15: "store_newer",
    16: "disk_full",
    17: "store_read_only",
    18: "key_refused",
    19: "key_file_older",
    21: "account_closed",
    22: "disk_failing",
}
"""Why a session could not open, as the exit code of its process and as the code of a sentence."""
CRASHED: Final = "session_crashed"
LOCK_FILE: Final = "kentro.lock"
_QUICK: Final = 5.0
_PATIENCE: Final = 10.0


def default_data_dir(*, demo: bool = False) -> str:
    """Where this user's data lies if nobody says otherwise; the demo centre lies apart."""
    given = os.environ.get("KENTRO_DATA_DIR")
    if given and not demo:
        return given
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share")
    return os.path.join(base, "kentro-demo" if demo else "kentro")


def command(role: str, arguments: Sequence[str]) -> list[str]:
    """How this program starts itself in a role, from source or frozen."""
    own = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kentro_app"]
    )
    return [*own, "--role", role, *arguments]


class InUse(Exception):
    """Another supervisor has this data directory."""


class InstanceLock:
    """An exclusive lock of the operating system on a file: gone with the process, never stale."""

    def __init__(self, directory: str) -> None:
        os.makedirs(directory, mode=0o700, exist_ok=True)
        path = os.path.join(directory, LOCK_FILE)
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def take(self) -> None:
        """Raise `InUse` if somebody else has it."""
        try:
            _lock(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise InUse from error

    def release(self) -> None:
        """Give it back; the end of the process does the same."""
        os.close(self._handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def supervise(data_dir: str, options: Sequence[str] = (), make: Command = command) -> int:
    """Log-in, session, log-in … until somebody quits. Returns the exit code of the program.

    `options` go on to every role as they are. Raises `InUse`, or `OSError` if the data directory
    cannot be used.
    """
    lock = InstanceLock(data_dir)
    lock.take()
    try:
        return _rounds(["--data-dir", data_dir, *options], make)
    finally:
        lock.release()


def _rounds(arguments: Sequence[str], make: Command) -> int:
    message, failures = "", 0
    while True:
        began = time.monotonic()
        code = _round(arguments, message, make)
        if code in (QUIT, BUG):
            return code
        message = "" if code == LOCKED else REASONS.get(code, CRASHED)
        quick = time.monotonic() - began < _QUICK
        failures = failures + 1 if message == CRASHED and quick else 0
        if failures == 3:  # it dies before anybody can act: do not flicker for ever
            return BUG


def _round(arguments: Sequence[str], message: str, make: Command) -> int:
    """One log-in and its session. The session's exit code, or the log-in's if it ended all."""
    reading, writing = os.pipe()
    try:
        spoken = ["--message", message] if message else []
        log_in = _start(make("login", [*arguments, *spoken]), subprocess.PIPE, writing)
        session = _start(make("session", arguments), reading, None)
        os.close(reading)
        reading = -1
        code = log_in.wait()
        if log_in.stdin:
            log_in.stdin.close()
        if code != LOGGED_IN:
            _dismiss(session, writing)
            writing = -1
            return QUIT if code == QUIT else code
        return session.wait()
    finally:
        for handle in (reading, writing):
            if handle >= 0:
                os.close(handle)


def _start(words: list[str], given: int, output: int | None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(words, stdin=given, stdout=output)


def _dismiss(session: subprocess.Popen[bytes], writing: int) -> None:
    os.close(writing)  # the end of its input: nobody will come
    try:
        session.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        session.kill()
        session.wait()
