"""`python -m kentro_app`, with a session process that tells when the log-in window is painted.

The outermost process and the log-in are the program's own. The session is its own up to where it
hears of the paint; then it writes one word on standard output, and ends.
"""

from __future__ import annotations

import os
import sys
from functools import partial

import kentro_app.__main__ as program
from kentro_app.launcher import command, supervise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def tapped(role: str, words: Sequence[str]) -> list[str]:
    """How the outermost process starts the others."""
    if role != "session":
        return command(role, words)
    return [sys.executable, "-m", __spec__.name, "--role", role, *words]


def _tell(await_painted: Callable[[int], bool], fd: int) -> bool:
    heard = await_painted(fd)
    os.write(1, b"painted" if heard else b"ended")
    return False


def main() -> int:
    """Run as the program would, in the role that the words give."""
    if "--role" in sys.argv:
        from kentro_app.gui import handover  # noqa: PLC0415 - not in the outermost process

        handover.await_painted = partial(_tell, handover.await_painted)
    else:
        setattr(program, "supervise", partial(supervise, make=tapped))  # noqa: B010 - no re-export
    return program.main()


if __name__ == "__main__":
    sys.exit(main())
