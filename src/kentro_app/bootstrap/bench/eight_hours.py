"""Eight scripted hours with 400 visits: how much the memory of the session grows.

From when half an hour has been worked, with everything opened once that is opened in such hours and
the day's backup made, until the end.
"""

import sys
from typing import Final

from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.days import set_day
from kentro_app.bootstrap.bench.hour import MORNING
from kentro_app.bootstrap.bench.measure import Row
from kentro_app.bootstrap.bench.sessions import facts_of
from kentro_app.bootstrap.bench.visitors import typed

LIMIT: Final = 1.1
VISITORS, FEW_VISITORS = 400, 32

_HALF_HOURS: Final = 16
_PACE_MS: Final = 2


def measure(world: World) -> list[Row]:
    """The memory at the end in multiples of that after half an hour; nothing where none is told."""
    visitors = VISITORS if world.scale >= 1 else FEW_VISITORS
    set_day(world.full, MORNING)
    told = {
        "visitors": visitors,
        "begun": visitors // _HALF_HOURS if world.scale >= 1 else visitors // 2,
        "typed": typed(visitors),
        "pace": _PACE_MS,
    }
    day = facts_of(world.full, "eight_hours", told)
    sys.stderr.write(f"eight_hours: {day}\n")
    if day["mib"] is None:
        return []
    done = day["checked_in"] + day["registered"]
    return [Row("eight_hours", day["mib"], "MiB", done, day["begun"], limit=LIMIT)]
