"""An hour at the reception over a million visits while backups run: stalls and memory.

A stall is the lateness of a timer that should come every millisecond. Memory is what the process
holds after the hour, when the last backup is finished, beside that of a bare Qt window.
"""

import json
import subprocess
import sys
from typing import Any, Final

from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.days import set_day
from kentro_app.bootstrap.bench.measure import Row
from kentro_app.bootstrap.bench.sessions import facts_of
from kentro_app.bootstrap.bench.start import offscreen
from kentro_app.bootstrap.bench.visitors import typed

MOST_P99_MS: Final = 16.0
MOST_MS: Final = 50.0
MEMORY_LIMIT: Final = 3.5
MORNING: Final = 120
VISITORS, FEW_VISITORS = 60, 15

_PACE_MS: Final = 40


def measure(world: World) -> list[Row]:
    """The stalls, judged by themselves, and the ratio of memory."""
    bare = _bare_window()
    visitors = VISITORS if world.scale >= 1 else FEW_VISITORS
    set_day(world.full, MORNING)
    told = {"visitors": visitors, "typed": typed(visitors), "pace": _PACE_MS}
    hour = facts_of(world.full, "hour", told)
    sys.stderr.write(f"hour: {hour}\n")
    ticks = hour["ticks"]
    rows = [
        Row("stall_p99", hour["p99"], "ms", ticks, most=MOST_P99_MS),
        Row("stall_max", hour["max"], "ms", ticks, most=MOST_MS),
    ]
    if hour["mib"] is not None:
        rows.append(Row("memory", hour["mib"], "MiB", 1, bare["mib"], limit=MEMORY_LIMIT))
    return rows


def _bare_window() -> dict[str, Any]:
    command = [sys.executable, "-m", "kentro_app.bootstrap.bench.bare"]
    done = subprocess.run(
        command, env=offscreen(), check=True, capture_output=True, stdin=subprocess.DEVNULL
    )
    facts: dict[str, Any] = json.loads(done.stdout)
    return facts
