"""`kentro-admin`: the command line and the world it works on, put together.

Vault, storage and reports are imported by the first command that asks for them.
"""

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from functools import cached_property
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kentro_app.cli.context import DemoOrder, Keeping, Papers, Progress, Streams
from kentro_app.cli.errors import PasswordNotGiven
from kentro_app.cli.main import NOBODY_READS, run
from kentro_app.domain.moments import Clock, now

if TYPE_CHECKING:
    from kentro_app.bootstrap.doors import CentreDoors
    from kentro_app.services.table_rows import Table
    from kentro_app.vault.kdf import KdfPolicy

_KEY_FILE = "keys.json"
_NOWHERE = logging.NullHandler()  # without any handler, warnings would go to standard error


def main() -> int:
    """Run `kentro-admin`; gives the exit code of the contract."""
    _speak_utf8()
    streams = Streams(sys.stdin.buffer, sys.stdout, sys.stderr, os.environ, _terminal())
    code = run(sys.argv[1:], AdminEnvironment(), streams)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = NOBODY_READS
    if code == NOBODY_READS:  # or the interpreter complains once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


class AdminEnvironment:
    """Fits `cli.context.Environment`; the policy and the clock are the tests' to choose."""

    def __init__(self, policy: "KdfPolicy | None" = None, clock: Clock = now) -> None:
        self._policy = policy
        self.clock = clock

    @cached_property
    def doors(self) -> "CentreDoors":
        """Getting in."""
        from kentro_app.bootstrap.doors import CentreDoors  # noqa: PLC0415 - vault and storage

        return CentreDoors(self._policy, self.clock)

    @cached_property
    def keeping(self) -> Keeping:
        """Backups and checks."""
        from kentro_app.bootstrap.admin_keeping import CentreKeeping  # noqa: PLC0415 - as above

        return CentreKeeping(self.doors, self._policy, self.clock)

    @cached_property
    def papers(self) -> Papers:
        """Drawing."""
        from kentro_app.bootstrap.admin_papers import ReportPapers  # noqa: PLC0415 - reportlab

        return ReportPapers()

    def read_table(self, path: Path) -> "Table":
        """A table from a file. Raises TableUnusable."""
        from kentro_app.intake.tables import read_table  # noqa: PLC0415 - seldom

        return read_table(path)

    def demo(self, order: DemoOrder, progress: Progress) -> dict[str, Any]:
        """A synthetic centre; gives what the command prints."""
        from kentro_app.bootstrap.demo import make_demo  # noqa: PLC0415 - seldom

        return make_demo(order, policy=self._policy, clock=self.clock, progress=progress)

    def bench(self, arguments: Namespace) -> int:
        """The project's own measurements; gives the exit code."""
        from kentro_app.bootstrap.bench import run as measure  # noqa: PLC0415 - seldom

        return measure(arguments)

    def start_log(self, directory: Path) -> None:
        """Log beside the store, if there is one: a mistyped folder is not made."""
        logging.getLogger().addHandler(_NOWHERE)
        if (directory / _KEY_FILE).exists():
            from kentro_app import logs  # noqa: PLC0415 - not without a store

            logs.start(directory)


def _terminal() -> Callable[[str], str] | None:
    """A prompt that shows nothing; None where nobody could answer it."""
    try:
        if os.name == "nt":
            return _ask if sys.stdin.isatty() else None
        os.close(os.open("/dev/tty", os.O_RDWR))
    except OSError:
        return None
    return _ask


def _ask(prompt: str) -> str:
    try:
        return getpass(prompt)
    except EOFError:
        raise PasswordNotGiven(variable="KENTRO_PASSWORD") from None


def _speak_utf8() -> None:
    # Half a surrogate pair, from an argument that is not UTF-8, must not end in a traceback.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
