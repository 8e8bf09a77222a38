"""What stands in the grid and where the cursor is, as a keeper of drafts wants it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kentro_app.gui.reception.paper_day.grid import Grid
from kentro_app.gui.reception.paper_day.lines import CELLS, from_values
from kentro_app.gui.reception.paper_day.presenter import PaperDayPresenter


class PaperDraft:
    """Fits `gui.drafts.keeper.DraftForm`; `changed` is the page's own signal."""

    def __init__(self, presenter: PaperDayPresenter, grid: Grid, changed: Any) -> None:
        self._presenter, self._grid, self.changed = presenter, grid, changed

    def values(self) -> dict[str, Any]:
        """The day, and every line that is not empty; nothing at all without such a line."""
        lines = [line.as_values() for line in self._presenter.lines if not line.is_empty]
        return {"day": self._presenter.day.isoformat(), "lines": lines} if lines else {}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Back into the grid; nobody is told that it changed."""
        day = date.fromisoformat(values["day"])
        self._presenter.start(day, [from_values(line) for line in values["lines"]])

    def cursor_place(self) -> str:
        """The cell with the cursor: `arrived.3:0`."""
        index = self._grid.currentIndex()
        if not index.isValid():
            return ""
        cell = CELLS[min(index.column(), len(CELLS) - 1)]
        return f"{cell.value}.{index.row()}:0"

    def put_cursor(self, where: str) -> None:
        """Give the keyboard to that cell."""
        name, _dot, place = where.partition(":")[0].partition(".")
        cells = {cell.value: cell for cell in CELLS}
        if name in cells and place.isdecimal():
            last = len(self._presenter.lines) - 1
            self._grid.go_to(min(int(place), last), cells[name])
