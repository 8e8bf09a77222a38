"""From the accepted password to the reception, with five years of visits and with none.

The derivation is left out by a key file whose password costs next to nothing; all else is done:
the file read and written, the key handed over, store and window opened, today's visits shown.
"""

from functools import partial
from typing import Final

from kentro_app.bootstrap.backups import back_up
from kentro_app.bootstrap.bench.data import Centre, World
from kentro_app.bootstrap.bench.measure import Row, in_turns
from kentro_app.bootstrap.bench.sessions import session
from kentro_app.services.backups import DAILY

LIMIT: Final = 1.2
MOST_MS: Final = 500.0

_TIMES: Final = 9


def measure(world: World) -> list[Row]:
    """Ratio of medians; the session process is warm, as it is while somebody types."""
    # The day has its backup already, or a slow log-in would be ended in the middle of one.
    for centre in (world.full, world.empty):
        back_up(centre.directory, centre.key, DAILY)
    times = _TIMES if world.scale >= 1 else 2
    ours, baseline = partial(_seconds, world.full), partial(_seconds, world.empty)
    in_turns(ours, baseline, 1)
    return [in_turns(ours, baseline, times).row("login", limit=LIMIT, most=MOST_MS)]


def _seconds(centre: Centre) -> float:
    with session(centre, "log-in") as warm:
        return warm.log_in()
