"""What the reception does on paper: the slip of a visit, the kit, and a day typed back."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from kentro_app.gui.office import Office
from kentro_app.gui.pieces import Pieces, finish
from kentro_app.gui.reception.paper_day.view import PaperDayView
from kentro_app.gui.sheet.view import SheetView
from kentro_app.gui.speaker import Speaker


class PaperPages(QObject):
    """Adds its page to `place`; `sheet` gives the page of the day's sheet, built by then."""

    def __init__(
        self,
        place: QStackedWidget,
        office: Office,
        speaker: Speaker,
        sheet: Callable[[], SheetView],
    ) -> None:
        super().__init__(place)
        self._place, self._office, self._speaker, self._sheet = place, office, speaker, sheet
        self.day: PaperDayView | None = None
        self.pieces = self._day()

    def open_slip(self, visit_id: UUID) -> None:
        """Show the slip of one of today's visits, to be printed."""
        sheet = self._sheet()
        sheet.start(visit_id)
        self._place.setCurrentWidget(sheet)

    def open_kit(self) -> None:
        """Ask how many forms and tickets go into the drawer."""
        sheet = self._sheet()
        sheet.start()
        self._place.setCurrentWidget(sheet)
        sheet.kit_action.trigger()

    def open_day(self, day: date | None = None) -> None:
        """Show the grid for that day, or for today."""
        finish(self.pieces)
        assert self.day is not None
        self._place.setCurrentWidget(self.day)
        self.day.start(day or self._office.site.local_day(self._office.now()))

    def _day(self) -> Pieces:
        yield
        view = PaperDayView(self._office, self._speaker)
        view.closed.connect(self._back)
        self._place.addWidget(view)
        self.day = view

    def _back(self) -> None:
        sheet = self._sheet()
        sheet.start()
        self._place.setCurrentWidget(sheet)
