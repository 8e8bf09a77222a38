"""The answers about somebody without a name, as a draft keeps them."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from kentro_app.gui.contact.picker import RequestPicker
from kentro_app.gui.contact.quick.choice_row import ChoiceRow


class QuickAnswers(QObject):
    """Fits `drafts.keeper.DraftForm`; the rows are made by now."""

    changed = Signal()

    def __init__(self, rows: Mapping[str, ChoiceRow], requests: RequestPicker) -> None:
        super().__init__(requests)
        self._rows, self._requests = rows, requests
        requests.changed.connect(self.changed)
        for row in rows.values():
            for button in row.buttons:
                button.toggled.connect(lambda _on: self.changed.emit())

    def values(self) -> dict[str, Any]:
        """The place of each answer, and the codes asked for."""
        places = {name: self._place(row) for name, row in self._rows.items()}
        return {**places, "requests": list(self._requests.codes())}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Answer as it was answered then."""
        for name, row in self._rows.items():
            place = values.get(name, 0)
            if isinstance(place, int) and place < len(row.buttons):
                row.buttons[place].setChecked(True)
        self._requests.show_codes(tuple(values.get("requests", ())))

    def cursor_place(self) -> str:
        """The question that is being answered."""
        focused = (name for name, row in self._rows.items() if row.isAncestorOf(_focus(row)))
        return next(focused, "requests" if self._requests.field.hasFocus() else "")

    def put_cursor(self, where: str) -> None:
        """Ask that one again."""
        if where in self._rows:
            self._rows[where].take_cursor()
        elif where:
            self._requests.field.setFocus()

    def _place(self, row: ChoiceRow) -> int:
        return next(n for n, button in enumerate(row.buttons) if button.isChecked())


def _focus(row: ChoiceRow) -> Any:
    return row.window().focusWidget() or row.window()
