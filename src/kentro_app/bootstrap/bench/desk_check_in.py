"""F2, a name, Enter: until the visit is committed and the field is ready for the next name.

Beside it stands what has to be done at least: the visit's row, written and committed.
"""

from typing import Final

from kentro_app.bootstrap.bench.check_in import bare_commits
from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.days import set_day
from kentro_app.bootstrap.bench.hour import MORNING
from kentro_app.bootstrap.bench.measure import Row, p99
from kentro_app.bootstrap.bench.sessions import facts_of
from kentro_app.bootstrap.bench.visitors import names

BEYOND_MS: Final = 50.0

_TIMES, _FEW = 200, 5


def measure(world: World) -> list[Row]:
    """The 99th hundredth, and so much more than the bare commit it may be."""
    times = _TIMES if world.scale >= 1 else _FEW
    set_day(world.full, MORNING)
    bare = 1000 * p99(bare_commits(world.full, times))
    set_day(world.full, MORNING)
    taken = facts_of(world.full, "check_ins", {"typed": names(times)})["taken"]
    ours = 1000 * p99(taken)
    return [Row("desk_check_in", ours, "ms", len(taken), bare, most=bare + BEYOND_MS)]
