"""The lines of the grid as Qt shows them."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from kentro_app.gui.reception.paper_day.lines import CELLS, Cell, GridLine
from kentro_app.gui.style import look
from kentro_app.i18n import _, pgettext
from kentro_app.i18n.dates import time_of_day
from kentro_app.services.ports import VisitRow

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
REMARK = len(CELLS)
_TICK = "✓"
_Role = Qt.ItemDataRole


class GridModel(QAbstractTableModel):
    """`known` says which visit the code of a line means; `edited` is told what is typed."""

    def __init__(
        self,
        known: Callable[[int], VisitRow | None],
        edited: Callable[[int, Cell, str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._known, self._edited = known, edited
        self._lines: Sequence[GridLine] = ()

    def show_lines(self, lines: Sequence[GridLine]) -> None:
        """Show these; lines are added and taken away so that the cursor stays where it is."""
        before = [line.id for line in self._lines]
        after = [line.id for line in lines]
        if after[: len(before)] == before and len(after) > len(before):
            self.beginInsertRows(ROOT, len(before), len(after) - 1)
            self._lines = list(lines)
            self.endInsertRows()
        elif after != before:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
        self._lines = list(lines)
        self.retell()

    def show_line(self, place: int, line: GridLine) -> None:
        """Show one of them as it is now."""
        self._lines = [*self._lines[:place], line, *self._lines[place + 1 :]]
        self.dataChanged.emit(self.index(place, 0), self.index(place, REMARK))

    def retell(self) -> None:
        """Say everything anew."""
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, REMARK))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, REMARK)

    def line(self, place: int) -> GridLine:
        """The line at a place."""
        return self._lines[place]

    # Qt's interface

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else REMARK + 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() >= REMARK or CELLS[index.column()] is Cell.SIGNED:
            return flags
        if CELLS[index.column()] is Cell.WHO and self._known(index.row()) is not None:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: AnyIndex, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case _Role.DisplayRole:
                return self._shown(index.row(), index.column())
            case _Role.EditRole if index.column() >= REMARK:
                return line.remark
            case _Role.EditRole:
                return line.as_values()[CELLS[index.column()].value]
            case _Role.ToolTipRole:
                return self._problem(line, index.column()) or None
            case _Role.AccessibleTextRole:
                return self._spoken(index.row(), index.column())
            case _Role.BackgroundRole | _Role.ForegroundRole:
                return self._colour(index, role)
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = _Role.EditRole) -> bool:
        cell = CELLS[index.column()]
        if role != _Role.EditRole or value == self.data(index, _Role.EditRole):
            return False
        self._edited(index.row(), cell, value)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return heading(section)
        return None

    # what it shows

    def _shown(self, place: int, column: int) -> str:
        line, known = self._lines[place], self._known(place)
        if column == REMARK:
            return line.remark
        cell = CELLS[column]
        if cell is Cell.SIGNED:
            return _TICK if line.signed else ""
        if known is not None and cell is Cell.WHO:
            return f"{known.surname} {known.given_name}".strip() or _("Anonymous")
        text = str(line.as_values()[cell.value])
        if known is not None and not text and cell is Cell.ARRIVED:
            return f"({time_of_day(known.visit.arrived_at)})"
        return text

    def _spoken(self, place: int, column: int) -> str:
        line = self._lines[place]
        shown = self._shown(place, column)
        if column < REMARK and CELLS[column] is Cell.SIGNED:
            shown = _("yes") if line.signed else _("no")
        problem = self._problem(line, column) if column < REMARK else ""
        said = f"{heading(column)}: {shown}"
        return f"{said}. {problem}" if problem else said

    def _problem(self, line: GridLine, column: int) -> str:
        return line.remark if column == REMARK else line.problems.get(CELLS[column], "")

    def _colour(self, index: AnyIndex, role: int) -> QColor | None:
        line, palette = self._lines[index.row()], look().theme.palette
        if not self._problem(line, index.column()):
            return None
        if index.column() == REMARK:
            return QColor(palette.stop) if role == _Role.ForegroundRole else None
        return QColor(palette.stop_soft) if role == _Role.BackgroundRole else None


def heading(column: int) -> str:
    """What stands over a column."""
    return (
        pgettext("paper day", "Code"),
        pgettext("paper day", "Who"),
        pgettext("paper day", "Arrived"),
        pgettext("paper day", "Left"),
        pgettext("paper day", "Signed"),
        pgettext("paper day", "Remark"),
    )[column]
