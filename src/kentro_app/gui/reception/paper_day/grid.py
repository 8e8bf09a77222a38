"""The grid: typing begins at once, Enter goes to the next line, Tab to the next cell."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kentro_app.gui.reception.paper_day.lines import CELLS, Cell
from kentro_app.gui.reception.paper_day.model import REMARK, AnyIndex, GridModel
from kentro_app.gui.style import look
from kentro_app.gui.theme import SLIM_ROW_HEIGHT

_WIDTHS = (110, 260, 90, 90, 100)
_SHARE = 0.75
_FEWEST_LINES = 1.6  # its head takes less than a line
_LONGEST = {Cell.CODE: 20, Cell.WHO: 200, Cell.ARRIVED: 8, Cell.LEFT: 8}
_TOGGLES = ("x", "X", "χ", "Χ", " ")
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Typing(QStyledItemDelegate):
    """`typed` carries what is being typed as a name; `stepped` the arrow keys meanwhile."""

    typed = Signal(str)
    stepped = Signal(int)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        cell = CELLS[index.column()]
        editor = QLineEdit(parent, maxLength=_LONGEST[cell])
        editor.setProperty("cell", True)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.setProperty("who", cell is Cell.WHO)
        if cell is Cell.WHO:
            editor.textChanged.connect(self.typed)
        return editor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        colour = index.data(Qt.ItemDataRole.BackgroundRole)
        if colour is not None:  # the style sheet would paint over it
            painter.fillRect(_area(option).adjusted(0, 0, 0, -1), colour)
        super().paint(painter, option, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _ARROWS.get(Qt.Key(event.key()))
            if step is not None and watched.property("who"):
                self.stepped.emit(step)
                return True
        return super().eventFilter(watched, event)


class Grid(QTableView):
    """`toggled` carries the line whose signature is ticked, `line_changed` that of the cursor."""

    toggled = Signal(int)
    line_changed = Signal(int)

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typing = Typing(self)
        self.setModel(model)
        self.setItemDelegate(self.typing)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.SelectedClicked
        )
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(REMARK, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._click)
        look().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Heights and widths for the present size of text."""
        px = look().theme.px
        self.verticalHeader().setDefaultSectionSize(px(SLIM_ROW_HEIGHT))
        self.setMinimumHeight(px(round(_FEWEST_LINES * SLIM_ROW_HEIGHT)))
        # At large text the remarks still need their share.
        share = min(1.0, self.viewport().width() * _SHARE / px(sum(_WIDTHS)))
        for column, width in enumerate(_WIDTHS):
            self.horizontalHeader().resizeSection(column, round(px(width) * share))

    def go_to(self, place: int, cell: Cell) -> None:
        """Put the cursor into a cell, ready to type."""
        index = self.model().index(place, CELLS.index(cell))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            # Says whether it could, where the shorter form complains: the cell may be open already.
            self.edit(
                index, QAbstractItemView.EditTrigger.AllEditTriggers, QEvent(QEvent.Type.None_)
            )

    def next_line(self) -> None:
        """The first cell of the line below."""
        self.go_to(min(self.currentIndex().row() + 1, self.model().rowCount() - 1), Cell.CODE)

    def step(self, by: int) -> bool:
        """The cell after or before, past those nobody types into; False at either end."""
        place, column = self.currentIndex().row(), self.currentIndex().column() + by
        while True:
            if column < 0:
                place, column = place - 1, REMARK - 1
            if column >= REMARK:
                place, column = place + 1, 0
            if not 0 <= place < self.model().rowCount():
                return False
            index = self.model().index(place, column)
            if CELLS[column] is Cell.SIGNED or index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.go_to(place, CELLS[column])
                return True
            column += by

    # Qt's interface

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        self.scrollTo(self.currentIndex())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        if hint == hints.SubmitModelCache:
            self.next_line()
        elif hint in (hints.EditNextItem, hints.EditPreviousItem):
            self.focusNextPrevChild(hint == hints.EditNextItem)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Out of the grid from its last line, which is empty: nobody is caught in it.
        index = self.currentIndex()
        at_end = not index.isValid() or index.row() == self.model().rowCount() - 1
        if (forward and at_end) or not self.step(1 if forward else -1):
            return super().focusNextPrevChild(forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if index.isValid() and event.key() in _ENTER and plain:
            if self.state() != QAbstractItemView.State.EditingState:
                self.next_line()  # else the editor closes first, and goes on then
        elif _is_signed(index) and event.text() in _TOGGLES:
            self.toggled.emit(index.row())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.line_changed.emit(current.row())

    def _click(self, index: QModelIndex) -> None:
        if _is_signed(index):
            self.toggled.emit(index.row())


def _area(option: QStyleOptionViewItem) -> QRect:
    area: QRect = option.rect
    return area


def _is_signed(index: AnyIndex) -> bool:
    return index.isValid() and index.column() < REMARK and CELLS[index.column()] is Cell.SIGNED
