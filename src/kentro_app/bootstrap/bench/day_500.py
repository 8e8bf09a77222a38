"""Today's list with 500 visits, read again and painted while one of them goes on.

Selection and scrolling stay where they are, or there is no figure.
"""

from typing import Final

from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.days import set_day
from kentro_app.bootstrap.bench.measure import Row, p99
from kentro_app.bootstrap.bench.sessions import facts_of

VISITS: Final = 500
MOST_MS: Final = 16.0

_TIMES, _FEW = 200, 10


def measure(world: World) -> list[Row]:
    """The 99th hundredth of what the window's thread does; with commit and reading for information.

    Raises ChildProcessError where the list lost its place.
    """
    set_day(world.full, VISITS)
    times = _TIMES if world.scale >= 1 else _FEW
    day = facts_of(world.full, "refreshes", {"times": times})
    if day["moved"] or day["rows"] != VISITS:
        raise ChildProcessError(f"the list of {day['rows']} moved {day['moved']} times")
    return [
        Row("day_500", 1000 * p99(day["turns"]), "ms", times, most=MOST_MS),
        Row("day_500_from_the_commit", 1000 * p99(day["taken"]), "ms", times),
    ]
