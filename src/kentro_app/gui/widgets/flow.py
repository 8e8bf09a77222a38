"""Widgets beside each other that go on in the next line where there is no room."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from kentro_app.gui.theme import S

_FITTED = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show})
_ANY = 16_777_215  # QWIDGETSIZE_MAX


class FlowLayout(QLayout):
    """Lines of widgets, each at its own size; hidden ones take no room."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = S) -> None:
        super().__init__(parent)
        self.at_right = False
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    # Qt's interface

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    # the parts

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _item, size in line)
            used = sum(size.width() + self.spacing() for _item, size in line) - self.spacing()
            x = rect.x() + (max(rect.width() - used, 0) if self.at_right else 0)
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The shown ones with their sizes, as many in a line as there is room for."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(room, 1)))
            if not lines or used + size.width() > room:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines


class Flow(QWidget):
    """A widget with such lines in it."""

    layout_kind = FlowLayout

    def __init__(self, parent: QWidget | None = None, *, spacing: int = S) -> None:
        super().__init__(parent)
        self.lines = self.layout_kind(self, spacing=spacing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # Not by height for width: a scroll area would make room for the narrowest case.
        # Nor before it is shown: nobody has given it a width until then.
        if event.type() in _FITTED and self.isVisible():
            height = self.lines.heightForWidth(self.width())
            if height != self.minimumHeight() or height != self.maximumHeight():
                self.setFixedHeight(height)
        elif event.type() == QEvent.Type.Hide:
            self.setMinimumHeight(0)  # a page nobody sees keeps no room for a width it once had
            self.setMaximumHeight(_ANY)
        return done
