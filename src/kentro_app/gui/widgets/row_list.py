"""A list of rows to look at, choose from and act on, with the keyboard or the mouse."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from kentro_app.gui.style import look
from kentro_app.gui.widgets.row_delegate import RowDelegate
from kentro_app.gui.widgets.rows import AnyIndex, Row, RowModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowList(QListView):
    """`chosen` carries the id on Enter or double click; `current_changed` the id, or None."""

    chosen = Signal(object)
    current_changed = Signal(object)

    def __init__(
        self, parent: QWidget | None = None, *, lead_width: int = 0, slim: bool = False
    ) -> None:
        super().__init__(parent)
        self._rows = RowModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(lead_width, slim=slim, parent=self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda index: self.chosen.emit(self._rows.row(index).id))
        look().changed.connect(self.doItemsLayout)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the chosen one stays chosen and the list does not jump."""
        self._rows.replace(rows)
        self._show_whole_rows()

    def current_id(self) -> Hashable | None:
        """The id of the selected row, if one is."""
        index = self.currentIndex()
        return self._rows.row(index).id if index.isValid() else None

    def select(self, row_id: Hashable) -> None:
        """Select a row by id, if it is there."""
        index = self._rows.place_of(row_id)
        if index.isValid():
            self.setCurrentIndex(index)

    def select_first(self) -> None:
        """Select the best answer."""
        if self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))

    def step(self, by: int) -> None:
        """Move the selection up or down, for a field that keeps the focus above the list."""
        last = self._rows.rowCount() - 1
        if last >= 0:
            place = min(max(self.currentIndex().row() + by, 0), last)
            self.setCurrentIndex(self._rows.index(place, 0))

    # Qt's interface

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current_id())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_whole_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With a frame where the focus is in a list without a row to show it."""
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(look().theme.palette.accent), 2))
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -1, -1), 8, 8)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.chosen.emit(self.current_id())
            return
        super().keyPressEvent(event)

    # the parts

    def _show_whole_rows(self) -> None:
        """Where not all of them fit, no row is cut in two by what stands below the list."""
        row = self.sizeHintForRow(0)
        longer = row > 0 and self.height() >= row and self._rows.rowCount() * row > self.height()
        spare = self.height() % row if longer else 0
        if self.viewportMargins().bottom() != spare:
            self.setViewportMargins(0, 0, 0, spare)
