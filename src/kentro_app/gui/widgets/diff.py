"""Turning one list of rows into another by small steps, so that a view keeps its place."""

from collections.abc import Callable, Hashable, MutableSequence, Sequence
from itertools import groupby
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex

T = TypeVar("T")
Key = Callable[[T], Hashable]


def replace_rows(
    model: QAbstractItemModel, held: MutableSequence[T], wanted: Sequence[T], key: Key[T]
) -> None:
    """Make `held` (the rows behind `model`) equal to `wanted`.

    Rows are the same when their keys are; keys are unique. Announces removals, moves, insertions
    and changes, never a reset: selection, scroll position and focus stay where they were. Rows
    that are the very same objects at either end are not looked into: of a long list that is shown
    again, one row has changed.
    """
    start, end = _same_ends(held, wanted)
    middle = wanted[start : len(wanted) - end]
    _drop(model, held, range(start, len(held) - end), {key(row) for row in middle}, key=key)
    there = {key(row) for row in held[start : len(held) - end]}
    for new, run in groupby(middle, key=lambda row: key(row) not in there):
        rows = list(run)
        if new:
            _insert(model, held, start, rows)
        else:
            for place, row in enumerate(rows, start):
                _bring(model, held, place, row, key=key)
        start += len(rows)


def _same_ends(held: Sequence[T], wanted: Sequence[T]) -> tuple[int, int]:
    """How many rows at the start, and then at the end, are the same objects."""
    shorter = min(len(held), len(wanted))
    start = 0
    while start < shorter and held[start] is wanted[start]:
        start += 1
    end = 0
    while end < shorter - start and held[-1 - end] is wanted[-1 - end]:
        end += 1
    return start, end


def _drop(
    model: QAbstractItemModel,
    held: MutableSequence[T],
    places: range,
    kept: set[Hashable],
    *,
    key: Key[T],
) -> None:
    last = None  # of a run of rows that go together: one announcement for all of them
    for place in reversed(places):
        goes = key(held[place]) not in kept
        if goes and last is None:
            last = place
        if last is not None and not (goes and place > places.start):
            first = place if goes else place + 1
            model.beginRemoveRows(QModelIndex(), first, last)
            del held[first : last + 1]
            model.endRemoveRows()
            last = None


def _update(model: QAbstractItemModel, held: MutableSequence[T], place: int, row: T) -> None:
    if held[place] != row:
        held[place] = row
        # a list's own columnCount is private in Qt; it has one column
        last = model.columnCount() - 1 if isinstance(model, QAbstractTableModel) else 0
        model.dataChanged.emit(model.index(place, 0), model.index(place, last))


def _insert(
    model: QAbstractItemModel, held: MutableSequence[T], place: int, rows: Sequence[T]
) -> None:
    model.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
    held[place:place] = rows
    model.endInsertRows()


def _bring(
    model: QAbstractItemModel, held: MutableSequence[T], place: int, row: T, *, key: Key[T]
) -> None:
    sought = key(row)
    old = next(i for i in range(place, len(held)) if key(held[i]) == sought)
    if old != place:
        model.beginMoveRows(QModelIndex(), old, old, QModelIndex(), place)
        held.insert(place, held.pop(old))
        model.endMoveRows()
    _update(model, held, place, row)
