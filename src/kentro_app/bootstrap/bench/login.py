"""From the accepted password to the reception, with five years of visits and with none.

The derivation is left out by a key file whose password costs next to nothing; all else is done:
the file read and written, the key handed over, store and window opened, today's visits shown.
"""

from functools import partial
from typing import Final

from kentro_app.bootstrap.bench.data import Centre, World
from kentro_app.bootstrap.bench.days import have_backup
from kentro_app.bootstrap.bench.measure import Row, in_turns
from kentro_app.bootstrap.bench.sessions import session

LIMIT: Final = 1.2
MOST_MS: Final = 500.0

_TIMES: Final = 7


def measure(world: World) -> list[Row]:
    """Ratio of medians; the session process is warm, as it is while somebody types."""
    for centre in (world.full, world.empty):
        have_backup(centre)
    times = _TIMES if world.scale >= 1 else 2
    ours, baseline = partial(_seconds, world.full), partial(_seconds, world.empty)
    in_turns(ours, baseline, 1)
    return [in_turns(ours, baseline, times).row("login", limit=LIMIT, most=MOST_MS)]


def _seconds(centre: Centre) -> float:
    with session(centre, "log-in") as warm:
        return warm.log_in()
