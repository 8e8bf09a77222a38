"""`kentro-admin bench`: the project's own figures, each against a baseline in the same run."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Measure what `arguments.names` asks for and print it; gives the exit code."""
    # The processes that are measured import this package too: it must cost them nothing.
    from kentro_app.bootstrap.bench.runner import run as run_all  # noqa: PLC0415

    return run_all(arguments)
