"""Who comes to the desk in a measurement, as somebody types them."""

from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Final

from kentro_app.bootstrap.bench.names import people
from kentro_app.domain.latin import elot743
from kentro_app.domain.text import wrong_layout

_EVERY: Final = 7
_SEED: Final = 2026


def typed(count: int) -> list[str]:
    """So many of the centre's people: whole, begun, in Latin, in the wrong layout, by phone."""
    dice = Random(3)
    return list(islice(_typed(_EVERY * count, dice), count))


def names(count: int) -> list[str]:
    """So many of the centre's people by surname and given name."""
    chosen = islice(people(_EVERY * count, _SEED), 0, None, _EVERY)
    return [f"{one.surname} {one.given_name}" for one in chosen]


def _typed(persons: int, dice: Random) -> Iterator[str]:
    for number, one in enumerate(islice(people(persons, _SEED), 0, None, _EVERY)):
        name = f"{one.surname} {one.given_name}"
        match number % 5:
            case 0:
                yield one.phone.removeprefix("+30") or name
            case 1:
                yield elot743(name)
            case 2:
                yield wrong_layout(name[:9]) or name
            case 3:
                yield name
            case _:
                yield name[: dice.randrange(5, 12)].lower()
