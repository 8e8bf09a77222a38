"""The pages of the reception on which contacts are written down, each built before it is wanted."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from kentro_app.gui.contact.presenter import Caller
from kentro_app.gui.contact.quick.view import QuickView
from kentro_app.gui.contact.view import ContactView
from kentro_app.gui.office import Office
from kentro_app.gui.pieces import Pieces, finish
from kentro_app.gui.speaker import Speaker
from kentro_app.services.access import Permission, may


class ContactPages(QObject):
    """Adds its pages to `place`, and brings back the page one came from: `home` is the desk."""

    def __init__(
        self, place: QStackedWidget, office: Office, speaker: Speaker, home: Callable[[], None]
    ) -> None:
        super().__init__(place)
        self._place, self._office, self._speaker, self._home = place, office, speaker, home
        self._before: QWidget | None = None
        self.record: ContactView | None = None
        self.quick: QuickView | None = None
        self._record_pieces, self._quick_pieces = self._record(), self._quick()

    def pieces(self) -> Sequence[Pieces]:
        """What is to be built, a piece per turn; the record only for whoever may write one."""
        records = may(self._office.actor, Permission.RECORD_CONTACT)
        return [self._quick_pieces, self._record_pieces] if records else [self._quick_pieces]

    def open(self, visit_id: UUID) -> None:
        """Show what is written down about a visit."""
        self._ready_record().presenter.open(visit_id)

    def begin(self, caller: Caller) -> None:
        """Show an empty record for somebody known who does not wait here."""
        self._ready_record().presenter.begin(caller)

    def open_anonymous(self) -> None:
        """Ask about somebody without a name; where that is being done already, go on with it."""
        if self.quick is not None and self._place.currentWidget() is self.quick:
            return
        finish(self._quick_pieces)
        assert self.quick is not None
        self._before = self._place.currentWidget()
        self._place.setCurrentWidget(self.quick)
        self.quick.start()

    def _ready_record(self) -> ContactView:
        finish(self._record_pieces)
        assert self.record is not None
        self._place.setCurrentWidget(self.record)
        return self.record

    def _record(self) -> Pieces:
        view = ContactView(self._office, self._speaker)
        self._place.addWidget(view)
        yield from view.pieces
        view.closed.connect(self._home)
        self.record = view

    def _quick(self) -> Pieces:
        view = QuickView(self._office, self._speaker)
        self._place.addWidget(view)
        yield from view.pieces
        view.closed.connect(self._go_back)
        self.quick = view

    def _go_back(self) -> None:
        before, self._before = self._before, None
        if before is None or before is self._place.widget(0):
            self._home()
        else:
            self._place.setCurrentWidget(before)
