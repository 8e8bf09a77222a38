"""Turning one list of rows into another by small steps, so that a view keeps its place."""

from collections.abc import Callable, Hashable, MutableSequence, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex

T = TypeVar("T")
Key = Callable[[T], Hashable]


def replace_rows(
    model: QAbstractItemModel, held: MutableSequence[T], wanted: Sequence[T], key: Key[T]
) -> None:
    """Make `held` (the rows behind `model`) equal to `wanted`.

    Rows are the same when their keys are; keys are unique. Announces removals, moves, insertions
    and changes, never a reset: selection, scroll position and focus stay where they were.
    """
    _drop(model, held, {key(row) for row in wanted}, key)
    for place, row in enumerate(wanted):
        if place < len(held) and key(held[place]) == key(row):
            _update(model, held, place, row)
        else:
            _bring(model, held, place, row, key=key)


def _drop(
    model: QAbstractItemModel, held: MutableSequence[T], kept: set[Hashable], key: Key[T]
) -> None:
    for place in reversed(range(len(held))):
        if key(held[place]) not in kept:
            model.beginRemoveRows(QModelIndex(), place, place)
            del held[place]
            model.endRemoveRows()


def _update(model: QAbstractItemModel, held: MutableSequence[T], place: int, row: T) -> None:
    if held[place] != row:
        held[place] = row
        # a list's own columnCount is private in Qt; it has one column
        last = model.columnCount() - 1 if isinstance(model, QAbstractTableModel) else 0
        model.dataChanged.emit(model.index(place, 0), model.index(place, last))


def _bring(
    model: QAbstractItemModel, held: MutableSequence[T], place: int, row: T, *, key: Key[T]
) -> None:
    old = next((i for i in range(place + 1, len(held)) if key(held[i]) == key(row)), None)
    if old is None:
        model.beginInsertRows(QModelIndex(), place, place)
        held.insert(place, row)
        model.endInsertRows()
        return
    model.beginMoveRows(QModelIndex(), old, old, QModelIndex(), place)
    held.insert(place, held.pop(old))
    model.endMoveRows()
    _update(model, held, place, row)
