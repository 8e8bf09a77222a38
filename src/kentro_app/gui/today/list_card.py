"""A card with a short list: as high as its rows, and where there are none, what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from kentro_app.gui.bar import Bar
from kentro_app.gui.style import look
from kentro_app.gui.theme import ROW_HEIGHT, S
from kentro_app.gui.widgets.buttons import Button
from kentro_app.gui.widgets.card import Card
from kentro_app.gui.widgets.chip import Chip, ChipKind
from kentro_app.gui.widgets.row_list import RowList
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import Quiet


class ListCard(Card):
    """`act` is what the buttons below the list do with the chosen row; keys are written on them."""

    def __init__(
        self, *, lead_width: int = 0, most: int = 6, kind: ChipKind = "plain", about: str = ""
    ) -> None:
        super().__init__("")
        self._most, self._count = most, 0
        self.count = Chip(kind=kind)
        self.rows = RowList(lead_width=lead_width)
        self.rows.setObjectName(about)
        self.empty = Quiet(wrap=True)
        self._keys: dict[Qt.Key, Button] = {}
        self._bar: Bar | None = None
        self.head.addWidget(self.count)
        self.head.addStretch(1)
        self._has_gap = True
        self.body.addWidget(self.rows)
        self.body.addWidget(self.empty)
        self.rows.current_changed.connect(lambda _id: self.offer())
        self.rows.installEventFilter(self)
        look().changed.connect(self._fit)

    def add_actions(self, *actions: tuple[Button, Qt.Key]) -> None:
        """Buttons for the chosen row, with the keys that press them in the list."""
        self._keys = {key: button for button, key in actions}
        self._bar = Bar([button for button, _key in actions])
        self.body.addWidget(self._bar)

    def show_list(self, rows: Sequence[Row], count: str = "") -> None:
        """Show these row by row; the chosen one stays chosen."""
        self._count = len(rows)
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.count.show_state(count, self.count.property("chip"))
        self._fit()
        self.offer()

    def offer(self) -> None:
        """The buttons are there once a row is chosen: the card is to be read before it is used."""
        if self._bar is not None:
            self._bar.setVisible(bool(self._count) and self.rows.current_id() is not None)

    # Qt's interface

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            button = self._keys.get(Qt.Key(event.key()))
            if button is not None and not event.modifiers():
                button.click()
                return True
        if event.type() == QEvent.Type.FocusIn and self.rows.current_id() is None:
            self.rows.select_first()
        return False

    def _fit(self) -> None:
        shown = max(min(self._count, self._most), 1)
        self.rows.setFixedHeight(shown * look().theme.px(ROW_HEIGHT) + S // 2)
