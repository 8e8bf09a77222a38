"""Measuring: two things in turns, in one process and one run, and what came of it."""

import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median
from time import perf_counter
from typing import Any

from sqlcipher3 import dbapi2


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report.

    `limit` is for the ratio, or for `ours` where there is no baseline. `most` and `least` bound
    `ours` besides that.
    """

    name: str
    ours: float
    unit: str
    n: int
    baseline: float | None = None
    limit: float | None = None
    most: float | None = None
    least: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours in multiples of the baseline."""
        return self.ours / self.baseline if self.baseline else None

    @property
    def ok(self) -> bool:
        """Whether no limit is missed."""
        judged = self.ours if self.ratio is None else self.ratio
        return (
            (self.limit is None or judged <= self.limit)
            and (self.most is None or self.ours <= self.most)
            and (self.least is None or self.ours >= self.least)
        )

    def as_json(self) -> dict[str, Any]:
        """As the contract has it, and the bounds of `ours` where there are any."""
        bounds = {"most": self.most, "least": self.least}
        return {
            "name": self.name,
            "ours": _short(self.ours),
            "baseline": _short(self.baseline),
            "unit": self.unit,
            "ratio": _short(self.ratio),
            "limit": self.limit,
            "ok": self.ok,
            "n": self.n,
            **{name: bound for name, bound in bounds.items() if bound is not None},
        }


@dataclass(frozen=True, slots=True)
class Pair:
    """Seconds of ours and of the baseline, measured in turns."""

    ours: Sequence[float]
    baseline: Sequence[float]

    def row(self, name: str, of: Callable[[Sequence[float]], float] = median, **but: Any) -> Row:
        """A row of milliseconds; `of` makes one number of many."""
        ours, baseline = 1000 * of(self.ours), 1000 * of(self.baseline)
        return Row(name, ours, "ms", len(self.ours), baseline, **but)


def timed(job: Callable[[], object]) -> float:
    """How many seconds it takes."""
    start = perf_counter()
    job()
    return perf_counter() - start


def in_turns(
    ours: Callable[[], float], baseline: Callable[[], float], times: int, block: int = 1
) -> Pair:
    """Both so many times, `block` of the one, then `block` of the other; who begins alternates.

    Each gives its own seconds.
    """
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(ceil(times / block)):
        both = [(ours, taken[0]), (baseline, taken[1])]
        for job, seconds in both if turn % 2 else reversed(both):
            seconds.extend(job() for _ in range(block))
    return Pair(*taken)


def p99(values: Sequence[float]) -> float:
    """The smallest value that 99 of 100 do not exceed."""
    return sorted(values)[ceil(0.99 * len(values)) - 1]


def machine() -> str:
    """What it was measured on, in one line, without its name."""
    parts = (
        platform.system(),
        platform.release(),
        platform.machine(),
        f"{os.cpu_count()} CPUs",
        f"Python {platform.python_version()}",
        f"SQLite {dbapi2.sqlite_version}",
    )
    return ", ".join(parts)


def interpreter() -> str:
    """Which Python the started processes run: the same as this one."""
    return sys.executable


def _short(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.4g}")
