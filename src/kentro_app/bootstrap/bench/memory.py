"""How much memory a process has to itself, its share of what it shares included."""

import sys
from pathlib import Path


def own_mib() -> float | None:
    """This process's proportional set size in MiB; its peak where the system has no such number.

    None where neither can be known.
    """
    rollup = Path("/proc/self/smaps_rollup")
    if rollup.exists():
        lines = rollup.read_text("ascii").splitlines()
        kib = next(line.split()[1] for line in lines if line.startswith("Pss:"))
        return int(kib) / 1024
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - Windows has none

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak) / (1024 * 1024 if sys.platform == "darwin" else 1024)
