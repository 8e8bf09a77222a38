"""Reception as a place of the program: the desk itself, the new-person form, the day's sheet."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kentro_app.domain.drafts import Draft
from kentro_app.domain.visits import Visit
from kentro_app.gui.contact.quick.view import QuickView
from kentro_app.gui.contact.view import ContactView
from kentro_app.gui.office import Office
from kentro_app.gui.people.view import NewPersonView
from kentro_app.gui.pieces import GettingReady, Pieces, finish
from kentro_app.gui.reception.contact_pages import ContactPages
from kentro_app.gui.reception.correct.view import CorrectDialog
from kentro_app.gui.reception.paper_day.view import PaperDayView
from kentro_app.gui.reception.paper_pages import PaperPages
from kentro_app.gui.reception.queue.steps import Door
from kentro_app.gui.reception.view import ReceptionView
from kentro_app.gui.sheet.view import SheetView
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.wall.keeper import WallKeeper
from kentro_app.services.ports import VisitRow
from kentro_app.services.registry import Candidate


class ReceptionPlace(QStackedWidget):
    """`moved` fires when another of its pages is shown; `title` names the page."""

    moved = Signal()

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._speaker = office, speaker
        self.reception = ReceptionView(office, speaker)
        self.new_person: NewPersonView | None = None
        self.sheet: SheetView | None = None
        self.addWidget(self.reception)
        self.reception.new_asked.connect(self.open_new_person)
        self.reception.sheet_asked.connect(self.open_sheet)
        self.contacts = ContactPages(self, office, speaker, self.find_somebody)
        self.reception.record_asked.connect(self.contacts.open)
        self.reception.caller_asked.connect(self.contacts.begin)
        self.papers = PaperPages(self, office, speaker, self._ready_sheet)
        self.wall = WallKeeper(office, self)
        self.reception.wall_asked.connect(lambda: self.wall.open())
        self.reception.door_asked.connect(self._open_door)
        self.currentChanged.connect(lambda _place: self.moved.emit())
        # What is opened next is built before it is asked for.
        self._new_person_pieces, self._sheet_pieces = self._new_person(), self._sheet()
        screens = (self._new_person_pieces, self._sheet_pieces, *self.contacts.pieces())
        screens = (*screens, self.papers.pieces)
        GettingReady(*screens, parent=self)

    def title(self) -> str:
        """What the top bar calls the page that is shown."""
        page = self.currentWidget()
        pages = ReceptionView | NewPersonView | SheetView | ContactView | QuickView | PaperDayView
        assert isinstance(page, pages)
        return page.title()

    def find_somebody(self) -> None:
        """Put the cursor into the field one types a name into."""
        self.setCurrentWidget(self.reception)
        self.reception.take_focus()

    def look_for(self, text: str) -> None:
        """The same, with something typed into it already."""
        self.find_somebody()
        self.reception.search.field.setText(text)

    def show_visit(self, visit_id: UUID) -> None:
        """Select a visit of today."""
        self.setCurrentWidget(self.reception)
        self.reception.queue.select_visit(visit_id)

    def open_new_person(self, typed: str = "", draft: Draft | None = None) -> None:
        """Show the form, begun with what was typed into the search, or as a draft has it."""
        view = self._ready_new_person()
        if draft is None:
            view.unfinished.open(typed)
        self.setCurrentWidget(view)
        if draft is not None:
            view.unfinished.resume(draft)

    def open_anonymous(self) -> None:
        """Ask about somebody who gives no name."""
        self.contacts.open_anonymous()

    def open_sheet(self) -> None:
        """Show the day's sheet; where it is shown already, print it."""
        if self.sheet is not None and self.currentWidget() is self.sheet:
            self.sheet.print_button.click()
            return
        view = self._ready_sheet()
        view.start()
        self.setCurrentWidget(view)

    def _new_person(self) -> Pieces:
        view = NewPersonView(self._office, self._speaker)
        self.addWidget(view)
        yield from view.build()
        view.closed.connect(self.find_somebody)
        view.candidate_opened.connect(self._check_in)
        view.done.connect(self._registered)
        self.new_person = view

    def _sheet(self) -> Pieces:
        view = SheetView(self._office, self._speaker)
        self.addWidget(view)
        yield from view.build()
        view.closed.connect(self.find_somebody)
        view.paper_day_asked.connect(self.papers.open_day)
        self.sheet = view

    def _ready_new_person(self) -> NewPersonView:
        finish(self._new_person_pieces)
        assert self.new_person is not None
        return self.new_person

    def _ready_sheet(self) -> SheetView:
        finish(self._sheet_pieces)
        assert self.sheet is not None
        return self.sheet

    def _open_door(self, door: Door, row: VisitRow) -> None:
        if door is Door.SLIP:
            self.papers.open_slip(row.visit.id)
            return
        dialog = CorrectDialog(self._office, self._speaker, row.visit.id, self)
        dialog.open_at(door)

    def _check_in(self, candidate: Candidate) -> None:
        found = candidate.found
        name = f"{found.surname} {found.given_name}".strip()
        self.find_somebody()
        if self.new_person is not None:
            self.new_person.unfinished.registered()
        self.reception.finder.check_in(found.id, name)

    def _registered(self, visit: Visit | None, words: str) -> None:
        self.find_somebody()
        self.reception.search.start_over()
        if visit is None:
            self._speaker.say(words)
        else:
            self.reception.finder.checked_in(visit, words)
