"""An hour at the reception over a million visits while backups run: stalls and memory.

A stall is the lateness of a timer that should come every millisecond; beside it stands that of a
bare Qt window that does nothing. Memory is what the process holds after the hour, beside a bare
window's.
"""

import json
import subprocess
import sys
from typing import Any, Final

from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.measure import Row
from kentro_app.bootstrap.bench.sessions import session
from kentro_app.bootstrap.bench.start import offscreen

MOST_P99_MS: Final = 16.0
MOST_MS: Final = 50.0
MEMORY_LIMIT: Final = 3.5
VISITORS, FEW_VISITORS = 60, 15


def measure(world: World) -> list[Row]:
    """The stalls, judged by themselves, and the ratio of memory."""
    bare = _bare_window()
    hour = _hour(world)
    ticks = hour["ticks"]
    rows = [
        Row("stall_p99", hour["p99"], "ms", ticks, most=MOST_P99_MS),
        Row("stall_max", hour["max"], "ms", ticks, most=MOST_MS),
    ]
    if hour["mib"] is not None:
        rows.append(Row("memory", hour["mib"], "MiB", 1, bare["mib"], limit=MEMORY_LIMIT))
    return rows


def _hour(world: World) -> dict[str, Any]:
    visitors = VISITORS if world.scale >= 1 else FEW_VISITORS
    with session(world.full, f"hour={visitors}") as desk:
        desk.log_in()
        facts: dict[str, Any] = json.loads(desk.line() or '{"gave_up": "before it began"}')
    sys.stderr.write(f"hour: {facts}\n")
    if "gave_up" in facts:
        raise ChildProcessError(f"the hour stopped: {facts['gave_up']}")
    return facts


def _bare_window() -> dict[str, Any]:
    command = [sys.executable, "-m", "kentro_app.bootstrap.bench.bare"]
    done = subprocess.run(
        command, env=offscreen(), check=True, capture_output=True, stdin=subprocess.DEVNULL
    )
    facts: dict[str, Any] = json.loads(done.stdout)
    return facts
