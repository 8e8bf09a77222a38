"""Rows of a list: what they say, and a model that changes them one by one."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kentro_app.gui.widgets.chip import ChipKind
from kentro_app.gui.widgets.diff import replace_rows

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
LONGEST_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `lead` at the left (a number, a time), `title` over `about`, a chip at the right.

    `badge` is a second word left of the chip, with the icon of that name. `aside` is quiet text
    right of the words; `strong` sets the title in medium weight. `id` is what makes it the same
    row after a refresh.
    """

    id: Hashable
    title: str
    about: str = ""
    lead: str = ""
    aside: str = ""
    chip: str = ""
    chip_kind: ChipKind = "plain"
    strong: bool = False
    faded: bool = False  # is no longer so; the chip says why
    badge: str = ""
    badge_icon: str = ""

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = (self.lead, self.title, self.about, self.aside, self.badge, self.chip)
        return ", ".join(part for part in parts if part)


def shorten(words: str) -> str:
    """What may be measured and painted of a text of any length: one line, no control characters."""
    if len(words) > LONGEST_SHOWN:
        words = words[: LONGEST_SHOWN - 1] + "…"
    if words.isprintable():
        return words
    return "".join(c if c.isprintable() else " " for c in words)


class RowModel(QAbstractListModel):
    """Holds rows by id; a refresh announces only what is different."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def replace(self, rows: Sequence[Row]) -> None:
        """Show these rows, keeping what a view knows about those that stay."""
        replace_rows(self, self._rows, rows, lambda row: row.id)

    def row(self, index: AnyIndex) -> Row:
        """The row at a valid index."""
        return self._rows[index.row()]

    def place_of(self, row_id: Hashable) -> QModelIndex:
        """Where a row is; an invalid index if it is not there."""
        for place, row in enumerate(self._rows):
            if row.id == row_id:
                return self.index(place, 0)
        return QModelIndex()

    # Qt's interface

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return shorten(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return shorten(row.spoken())
        return None
