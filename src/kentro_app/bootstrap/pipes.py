"""The standard streams of a role, kept for the supervisor alone."""

import os
import sys


def take_output() -> int:
    """A private copy of standard output; what anybody prints from now on goes to standard error."""
    own = os.dup(1)
    if sys.platform == "win32":
        os.set_inheritable(own, False)
    os.dup2(2 if _is_open(2) else os.open(os.devnull, os.O_WRONLY), 1)
    return own


def take_input() -> int:
    """A private copy of standard input; whoever reads it from now on finds it empty."""
    own = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return own


def _is_open(fd: int) -> bool:
    try:
        os.fstat(fd)
    except OSError:
        return False
    return True
