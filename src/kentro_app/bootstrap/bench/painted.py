"""From a keystroke to the painted rows that answer it, in the real window, of a million persons."""

from typing import Final

from kentro_app.bootstrap.bench import search
from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.measure import Row, p99
from kentro_app.bootstrap.bench.sessions import facts_of

MOST_MS: Final = 16.0

_FEW: Final = 3


def measure(world: World) -> list[Row]:
    """The 99th hundredth of all keystrokes."""
    names = search.NAMES if world.scale >= 1 else search.NAMES[:_FEW]
    taken = facts_of(world.people, "painted", {"typed": names})["taken"]
    return [Row("painted", 1000 * p99(taken), "ms", len(taken), most=MOST_MS)]
