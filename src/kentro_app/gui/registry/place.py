"""People as a place of the program: finding, the page, correcting it, its history."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kentro_app.gui.office import Office
from kentro_app.gui.pieces import GettingReady, Pieces, finish
from kentro_app.gui.registry.edit.view import EditView
from kentro_app.gui.registry.past.view import PastView
from kentro_app.gui.registry.ports import Page
from kentro_app.gui.registry.search import SearchPage
from kentro_app.gui.registry.view import PersonView
from kentro_app.gui.speaker import Speaker


class PeoplePlace(QStackedWidget):
    """`moved` fires when another of its pages is shown; `title` names the page. A page is built
    when it is first asked for."""

    moved = Signal()

    def __init__(self, office: Office, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._speaker = office, speaker
        self.search = SearchPage(office, speaker)
        self.person: PersonView | None = None
        self.edit: EditView | None = None
        self.past: PastView | None = None
        self._to_correct: object = None
        self.addWidget(self.search)
        self.search.opened.connect(self.open_person)
        self.currentChanged.connect(lambda _place: self.moved.emit())
        self._pieces = {"person": self._person(), "edit": self._edit(), "past": self._past()}
        GettingReady(*self._pieces.values(), parent=self)

    def title(self) -> str:
        """What the top bar calls the page that is shown."""
        page = self.currentWidget()
        assert isinstance(page, SearchPage | PersonView | EditView | PastView)
        return page.title()

    def find_somebody(self) -> None:
        """Back to the field one types a name into."""
        self.setCurrentWidget(self.search)

    def open_person(self, person_id: object) -> None:
        """Show somebody's page."""
        finish(self._pieces["person"])
        assert self.person is not None
        self.person.open(person_id)
        self.setCurrentWidget(self.person)

    def correct(self, person_id: object) -> None:
        """Go on correcting somebody's data: the page first, then the form with its draft."""
        self._to_correct = person_id
        self.open_person(person_id)

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.search.retranslate()
        super().changeEvent(event)

    # the pages

    def _person(self) -> Pieces:
        yield
        view = PersonView(self._office, self._speaker)
        self.addWidget(view)
        yield from view.build()
        view.closed.connect(self.find_somebody)
        view.edit_asked.connect(self._open_edit)
        view.page_shown.connect(self._go_on_correcting)
        view.past_asked.connect(self._open_past)
        self.person = view

    def _edit(self) -> Pieces:
        view = EditView(self._office, self._speaker)
        self.addWidget(view)
        yield from view.build()
        view.closed.connect(self._back)
        self.edit = view

    def _past(self) -> Pieces:
        yield
        view = PastView(self._office, self._speaker)
        self.addWidget(view)
        view.closed.connect(self._back)
        self.past = view

    def _open_edit(self, page: Page | None) -> None:
        finish(self._pieces["edit"])
        if page is not None and self.edit is not None:
            self.edit.start(page)
            self.setCurrentWidget(self.edit)

    def _go_on_correcting(self, page: Page) -> None:
        wanted, self._to_correct = self._to_correct, None
        if wanted == page.file.person.id:
            self._open_edit(page)

    def _open_past(self, page: Page | None) -> None:
        finish(self._pieces["past"])
        if page is not None and self.past is not None:
            self.past.start(page)
            self.setCurrentWidget(self.past)

    def _back(self) -> None:
        if self.person is not None:
            self.setCurrentWidget(self.person)
