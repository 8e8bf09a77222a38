"""Buttons beside each other that go below each other where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from kentro_app.gui.theme import S
from kentro_app.gui.widgets.flow import Flow, FlowLayout


class _Line(FlowLayout):
    """Likes to be one line, and is content with as many as it takes."""

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        between = self.spacing() * max(len(hints) - 1, 0)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(sum(hint.width() for hint in hints) + between, height)


class _Half(Flow):
    layout_kind = _Line


class Bar(QWidget):
    """Some widgets at the left, some at the right; at large text the right ones go below."""

    def __init__(
        self,
        left: Sequence[QWidget],
        right: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._halves = [_half(left), _half(right)]
        self._halves[1].lines.at_right = True
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S)
        self._box.addWidget(self._halves[0], 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addStretch(1)
        self._box.addWidget(self._halves[1], 0, Qt.AlignmentFlag.AlignRight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of the widgets: the others can go below."""
        hints = [half.minimumSizeHint() for half in self._halves]
        return QSize(max(hint.width() for hint in hints), self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        needed = sum(half.sizeHint().width() for half in self._halves) + 3 * S
        beside = QBoxLayout.Direction.LeftToRight
        below = QBoxLayout.Direction.TopToBottom
        wanted = beside if needed <= event.size().width() else below
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()
        super().resizeEvent(event)


def _half(widgets: Sequence[QWidget]) -> _Half:
    half = _Half()
    for widget in widgets:
        half.lines.addWidget(widget)
    return half
