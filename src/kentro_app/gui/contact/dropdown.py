"""A list below a field, with the cursor staying in the field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from kentro_app.gui.style import look
from kentro_app.gui.theme import SLIM_ROW_HEIGHT, XS
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row

_MOST_ROWS = 6
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLOSERS = frozenset({QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Move})


class Dropdown(QObject):
    """`chosen` carries the id of a row; `passed` says that Enter met no choice to make."""

    chosen = Signal(object)
    passed = Signal()

    def __init__(self, field: QLineEdit, name: str = "") -> None:
        super().__init__(field)
        self._field = field
        self.rows = RowList(slim=True)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setAccessibleName(name)
        self._frame: QFrame | None = None
        self.rows.clicked.connect(lambda _index: self._choose())
        field.installEventFilter(self)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these below the field, the first one selected; none closes the list."""
        self.rows.show_rows(rows)
        if not rows or not self._field.hasFocus():
            self.close()
            return
        self.rows.select_first()
        self._place(len(rows))

    def close(self) -> None:
        """Show nothing."""
        if self._frame is not None:
            self._frame.hide()

    def is_open(self) -> bool:
        """Whether there is something to choose from."""
        return self._frame is not None and self._frame.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _CLOSERS:
            self.close()
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # An open list is what Esc closes first; the page it stands on comes after it.
            closes = self.is_open() and Qt.Key(event.key()) == Qt.Key.Key_Escape
            event.setAccepted(closes)
            return closes
        if event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()), event.modifiers())
        return False

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if key in _ENTER and not modifiers & Qt.KeyboardModifier.ControlModifier:
            self._choose() if self.is_open() else self.passed.emit()
            return True
        if not self.is_open():
            return False
        if key in _STEPS:
            self.rows.step(_STEPS[key])
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        return False

    def _choose(self) -> None:
        row_id = self.rows.current_id()
        if row_id is not None:
            self.chosen.emit(row_id)

    def _place(self, count: int) -> None:
        window = self._field.window()
        if self._frame is None:
            self._frame = QFrame(window)
            self._frame.setProperty("surface", "dropdown")
            column = QVBoxLayout(self._frame)
            column.setContentsMargins(XS, XS, XS, XS)
            column.addWidget(self.rows)
        height = min(count, _MOST_ROWS) * look().theme.px(SLIM_ROW_HEIGHT) + 2 * XS + 2
        below = self._field.mapTo(window, QPoint(0, self._field.height() + XS))
        room = window.height() - below.y() - XS
        above = self._field.mapTo(window, QPoint(0, 0)).y() - 2 * XS
        top = below.y()
        if room < height and above > room:
            height = min(height, above)
            top = above - height + XS
        self._frame.setGeometry(below.x(), top, self._field.width(), min(height, max(room, above)))
        self._frame.show()
        self._frame.raise_()
