"""A list of visits where the keys and the context menu do the next step."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kentro_app.gui.reception.queue.actions import Actions
from kentro_app.gui.widgets.notices import EmptyHint
from kentro_app.gui.widgets.row_list import RowList

_ENTER = {Qt.Key.Key_Enter: Qt.Key.Key_Return}
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class VisitList(QWidget):
    """The rows, or what to do where there are none; the actions for the selected one below."""

    def __init__(self, rows: RowList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.hint = EmptyHint()
        self.actions_bar = Actions()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.hint)
        self._pages.addWidget(rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.actions_bar)
        rows.installEventFilter(self)

    def show_rows_or_hint(self, any_rows: bool) -> None:
        """Which of the two there is to see."""
        self._pages.setCurrentIndex(1 if any_rows else 0)

    def keep_room_for(self, height: int) -> None:
        """Let the rows never get less than so many pixels."""
        self._pages.setMinimumHeight(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.actions_bar.take_key(_keys(event))
        if isinstance(event, QContextMenuEvent):
            return self._open_menu(event)
        return False

    def _open_menu(self, event: QContextMenuEvent) -> bool:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.rows.visualRect(self.rows.currentIndex())
            place = self.rows.viewport().mapToGlobal(box.center())
        return self.actions_bar.open_menu(place) is not None


def _keys(event: QKeyEvent) -> QKeySequence:
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & _MODIFIERS  # the number pad's Enter is Enter
    return QKeySequence(QKeyCombination(modifiers, _ENTER.get(key, key)))
