"""How much memory a process holds."""

import sys
from pathlib import Path

_KIB = 1024


def own_mib() -> float | None:
    """This process's resident memory in MiB; its peak on macOS; None where nobody says (Windows).

    Resident and not proportional: a share would depend on whoever else runs Qt at the moment.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text("ascii").splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith("VmRSS:"))) / _KIB
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - Windows has none

    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / _KIB / _KIB
