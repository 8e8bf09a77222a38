"""A table that fetches its rows in pages, as the user scrolls."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kentro_app.gui.widgets.diff import replace_rows

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column; its title is called, not stored, so that a change of language shows."""

    title: Callable[[], str]
    text: Callable[[Row], str]


class Pages(Protocol[Row]):
    """Asks for the rows after `last`; answers later, on the GUI thread."""

    def __call__(self, last: Row | None, answer: Callable[[Sequence[Row]], None], /) -> None: ...


class PagedTable(QAbstractTableModel, Generic[Row]):
    """Rows arrive a page at a time; `data` never waits for the store.

    `key` says which rows are the same: a refresh then keeps selection and scroll position.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        pages: Pages[Row],
        key: Callable[[Row], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._pages = pages
        self._key = key
        self._rows: list[Row] = []
        self._complete = False
        self._asking = False
        self._generation = 0

    def refresh(self) -> None:
        """Ask again for as many rows as are held, and show what is different."""
        self._generation += 1
        self._complete, self._asking = False, True
        self._renew([], len(self._rows), self._generation)

    def start_over(self) -> None:
        """Forget everything, for a different question: another filter, another order."""
        self.beginResetModel()
        self._rows = []
        self._complete = self._asking = False
        self._generation += 1
        self.endResetModel()

    def row(self, index: AnyIndex) -> Row:
        """The row at a valid index."""
        return self._rows[index.row()]

    def _renew(self, fresh: list[Row], enough: int, generation: int) -> None:
        def answer(page: Sequence[Row]) -> None:
            if generation != self._generation:
                return
            fresh.extend(page)
            if page and len(fresh) < enough:
                self._renew(fresh, enough, generation)
                return
            self._asking, self._complete = False, not page
            replace_rows(self, self._rows, fresh, self._key)

        self._pages(fresh[-1] if fresh else None, answer)

    def _append(self, page: Sequence[Row], generation: int) -> None:
        if generation != self._generation:
            return  # an answer to a question asked before the last refresh
        self._asking = False
        if not page:
            self._complete = True
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
        self._rows.extend(page)
        self.endInsertRows()

    # Qt's interface

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not (parent.isValid() or self._complete or self._asking)

    def fetchMore(self, parent: AnyIndex) -> None:
        if not self.canFetchMore(parent):
            return
        self._asking = True
        generation = self._generation
        last = self._rows[-1] if self._rows else None
        self._pages(last, lambda page: self._append(page, generation))

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not (index.isValid() and shown):
            return None
        words = self._columns[index.column()].text(self._rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        return f"{self._columns[index.column()].title()}: {words}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title()
        return None
