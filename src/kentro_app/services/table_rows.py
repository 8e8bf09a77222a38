"""A table that somebody brings in a file: its header, its rows, and why it cannot be read.

Rows come one by one: a file of a hundred thousand lines needs no more memory than one of ten.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kentro_app.domain.errors import RuleViolation

Cell = str | int | float | date | datetime | None


class TableUnusable(RuleViolation):
    """Nothing can be read from the file.

    Facts: reason: missing, large, foreign (another format), encrypted, text (no encoding
    fits), damaged, empty, wide (too many columns).
    """


@dataclass(frozen=True, slots=True)
class Row:
    """One line under the header. `line` is counted as the spreadsheet or editor counts it."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """An open file; close it. `typed`: whether cells know numbers and dates from texts.

    Iterating over `rows` raises TableUnusable where the file breaks off.
    """

    header: tuple[str, ...]
    rows: Iterator[Row]
    typed: bool
    close: Callable[[], None]
