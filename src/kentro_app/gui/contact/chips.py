"""What has been chosen, each with a way to take it away."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from kentro_app.gui.icons import dress
from kentro_app.gui.theme import XS
from kentro_app.gui.widgets.flow import Flow
from kentro_app.gui.words import cut, escaped
from kentro_app.i18n import _

_LONGEST = 40
_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Chips(Flow):
    """`removed` carries the id of the one that goes; Del or a click takes it away."""

    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=XS)
        self.buttons: dict[Hashable, QPushButton] = {}
        self.hide()

    def show_chips(self, chips: Sequence[tuple[Hashable, str]]) -> None:
        """Show these, in this order."""
        wanted = dict(chips)
        for gone in [row_id for row_id in self.buttons if row_id not in wanted]:
            button = self.buttons.pop(gone)
            self.lines.removeWidget(button)
            button.hide()
            button.deleteLater()
        for row_id, words in chips:
            if row_id not in self.buttons:
                self.buttons[row_id] = self._button(row_id)
            self._name(self.buttons[row_id], words)
        self.setVisible(bool(chips))
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row_id = next((i for i, button in self.buttons.items() if button is watched), None)
            if row_id is not None and Qt.Key(event.key()) in _AWAY:
                self.removed.emit(row_id)
                return True
        return False

    def _button(self, row_id: Hashable) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "chip")
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross after the words
        dress(button, "cross", "quiet", 12)
        button.clicked.connect(lambda: self.removed.emit(row_id))
        button.installEventFilter(self)
        self.lines.addWidget(button)
        return button

    def _name(self, button: QPushButton, words: str) -> None:
        button.setText(escaped(cut(words, _LONGEST)))
        button.setAccessibleName(_("Take away: {name}").format(name=words))
        button.setToolTip(words if len(words) > _LONGEST else "")
