"""The contents: one short line for each page, all of them in sight."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kentro_app.gui.widgets.row_delegate import RowDelegate
from kentro_app.gui.widgets.row_list import RowList

_HEIGHT = 30


class _SlimDelegate(RowDelegate):
    """A row as high as a line of text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(slim=True, parent=parent)
        self._height = _HEIGHT


class SlimList(RowList):
    """`pressed_on` carries the id of a row on Enter or a single click."""

    pressed_on = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_SlimDelegate(self))
        self.chosen.connect(self.pressed_on)
        self.clicked.connect(lambda _index: self.pressed_on.emit(self.current_id()))
