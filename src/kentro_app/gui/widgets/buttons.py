"""Things to press. One primary button per card; the shortcut is written on the button."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from kentro_app.gui.style import look
from kentro_app.gui.theme import RAIL_WIDTH


class Button(QPushButton):
    """An ordinary button; `keys` like "Ctrl+P" both works and is written behind the words."""

    kind = ""

    def __init__(
        self, words: str = "", parent: QWidget | None = None, *, keys: str = "", icon: str = ""
    ) -> None:
        super().__init__(parent)
        if self.kind:
            self.setProperty("kind", self.kind)
        self._keys = keys
        self._gap = " " if icon else ""
        if icon:
            from kentro_app.gui.icons import dress  # noqa: PLC0415 - see gui/style.py

            dress(self, icon, "on_accent" if self.kind == "primary" else "ink")
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """What the button does, in the present language."""
        self.setText(self._gap + words)
        self.setAccessibleName(words)
        if self._keys:
            from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - see gui/style.py

            keys = QKeySequence(self._keys)
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            self.setText(f"{self._gap}{words}  {shown}")
            self.setShortcut(keys)  # after setText, which takes it away


class PrimaryButton(Button):
    """What one does next."""

    kind = "primary"

    def paintEvent(self, event: QPaintEvent) -> None:
        """With a ring inside while it has the focus: its border alone is hardly seen."""
        super().paintEvent(event)
        if self.hasFocus():
            theme = look().theme
            painter = QPainter(self)
            painter.setPen(QPen(QColor(theme.palette.on_accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(5, 5, -5, -5), 5, 5)
            painter.end()


class DangerButton(Button):
    """What cannot be undone."""

    kind = "danger"


class LinkButton(Button):
    """A side road."""

    kind = "link"


class Segment(Button):
    """One of a few choices beside each other; put them into a QButtonGroup."""

    kind = "segment"

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)


class RailButton(QToolButton):
    """A place of the program, in the rail: icon above word."""

    def __init__(self, name: str, words: str = "", parent: QWidget | None = None) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see gui/style.py

        super().__init__(parent)
        self._name = name
        self.setProperty("rail", True)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.toggled.connect(self._draw)
        look().changed.connect(self._draw)
        self.setText(words)
        self._draw()

    def _draw(self) -> None:
        from kentro_app.gui.icons import icon  # noqa: PLC0415 - see gui/style.py

        theme = look().theme
        self.setIcon(icon(self._name, "rail_on" if self.isChecked() else "rail_ink"))
        self.setIconSize(QSize(theme.px(24), theme.px(24)))
        self.setFixedSize(rail_width(), theme.px(62))


def rail_width() -> int:
    """How wide the rail is at the present text size; it grows slower than the text."""
    return round(RAIL_WIDTH * (1 + (look().theme.scale - 1) * 0.8))
