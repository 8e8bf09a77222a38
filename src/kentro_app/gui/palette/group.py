"""One group of results: its name, and its rows with an icon before each."""

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from kentro_app.gui.icons import icon
from kentro_app.gui.style import look
from kentro_app.gui.theme import ROW_HEIGHT, SLIM_ROW_HEIGHT, XS, M, Theme
from kentro_app.gui.widgets.row_delegate import RowDelegate
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import Quiet

_ICON = 18


class _IconDelegate(RowDelegate):
    """Paints an icon where other lists have a number."""

    def __init__(self, *, slim: bool, parent: QWidget) -> None:
        super().__init__(_ICON, slim=slim, parent=parent)
        self.icons: Mapping[Hashable, str] = {}

    def _lead(self, painter: QPainter, box: QRect, row: Row, theme: Theme) -> QRect:
        side = theme.px(_ICON)
        name = self.icons.get(row.id, "")
        if name:
            place = QRect(box.left(), box.center().y() - side // 2, side, side)
            icon(name, "quiet", _ICON).paint(painter, place)
        return box.adjusted(side + M, 0, 0, 0)


class Group(QWidget):
    """Hidden while it is empty; as high as its rows, for the palette scrolls as a whole."""

    def __init__(self, *, slim: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = SLIM_ROW_HEIGHT if slim else ROW_HEIGHT
        self.name, self.rows = Quiet(), RowList(slim=slim)
        self._shown: Sequence[Row] = ()
        self._icons = _IconDelegate(slim=slim, parent=self.rows)
        self.rows.setItemDelegate(self._icons)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cursor stays in the field
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.name)
        column.addWidget(self.rows)
        self.hide()

    def set_words(self, words: str) -> None:
        """What the group is called."""
        self.name.setText(words)
        self.rows.setAccessibleName(words)

    def show_rows(self, rows: Sequence[Row], icons: Mapping[Hashable, str]) -> None:
        """Show these, or nothing at all."""
        self._icons.icons, self._shown = icons, rows
        self.rows.show_rows(rows)
        self.rows.setFixedHeight(max(len(rows), 1) * look().theme.px(self._height))
        self.setVisible(bool(rows))

    def select(self, row_id: Hashable | None) -> None:
        """Select this one, or nothing."""
        if row_id is None:
            self.rows.setCurrentIndex(QModelIndex())
            self.rows.clearSelection()
        else:
            self.rows.select(row_id)

    def spoken(self, row_id: Hashable) -> str:
        """A row as a screen reader says it."""
        return next((row.spoken() for row in self._shown if row.id == row_id), "")

    def place_of(self, row_id: Hashable) -> QRect:
        """Where a row lies in the group; to be scrolled to."""
        height = look().theme.px(self._height)
        for place, row in enumerate(self._shown):
            if row.id == row_id:
                return QRect(0, self.rows.y() + place * height, self.width(), height)
        return QRect()
