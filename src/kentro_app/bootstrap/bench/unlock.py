"""What one password costs here: seconds and memory of the derivation that a new centre gets."""

from statistics import median
from typing import Final

from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.measure import Row
from kentro_app.vault.kdf import calibrate, seconds_of

LEAST_SECONDS: Final = 0.4
LEAST_MIB: Final = 256

_TIMES: Final = 5


def measure(world: World) -> list[Row]:
    """A guess must cost at least so much, however fast the machine."""
    chosen = calibrate()
    seconds = [seconds_of(chosen) for _time in range(_TIMES if world.scale >= 1 else 1)]
    return [
        Row("unlock_seconds", median(seconds), "s", len(seconds), least=LEAST_SECONDS),
        Row("unlock_memory", chosen.memory_kib / 1024, "MiB", 1, least=LEAST_MIB),
    ]
