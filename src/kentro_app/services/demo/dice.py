"""Chance that repeats itself: everything invented is drawn from one of these."""

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar
from uuid import UUID

T = TypeVar("T")
_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62


class Weighted(Generic[T]):
    """Things of which some are more common than others."""

    def __init__(self, *things: tuple[T, float]) -> None:
        self._things = [thing for thing, _weight in things]
        self._ends = list(accumulate(weight for _thing, weight in things))

    def draw(self, dice: Random) -> T:
        """One of them."""
        return self._things[bisect(self._ends, dice.random() * self._ends[-1])]


class Ids:
    """UUIDs of version 7 whose random part is drawn and whose time is that of the story."""

    def __init__(self, dice: Random) -> None:
        self._bits = dice.getrandbits

    def at(self, milliseconds: int) -> UUID:
        """An id made at that moment (Unix time)."""
        drawn = self._bits(74)
        low = drawn & ((1 << 62) - 1)
        number = milliseconds << 80 | _VERSION_7 | (drawn >> 62) << 64 | _VARIANT | low
        return UUID(int=number)


def one_of(dice: Random, things: Sequence[T]) -> T:
    """Any of them."""
    return things[int(dice.random() * len(things))]


def dice(seed: int, purpose: str) -> Random:
    """A source of its own for each purpose: more of one thing changes nothing of another."""
    return Random(f"kentro demo {seed} {purpose}")
