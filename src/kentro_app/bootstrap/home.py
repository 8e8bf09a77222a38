"""The home screen, wired to the places it leads to."""

from functools import partial
from uuid import UUID

from kentro_app.bootstrap.administration import CentreBackups
from kentro_app.bootstrap.centre import Centre
from kentro_app.domain.drafts import Draft
from kentro_app.domain.moments import Clock
from kentro_app.domain.visits import Channel
from kentro_app.gui.contact.presenter import CALLER, Caller
from kentro_app.gui.main_window import PEOPLE, RECEPTION, MainWindow
from kentro_app.gui.office import Office
from kentro_app.gui.rail import Section
from kentro_app.gui.reception.place import ReceptionPlace
from kentro_app.gui.registry.place import PeoplePlace
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.today.section import shown_to
from kentro_app.gui.today.standard import standard_sections
from kentro_app.gui.today.view import TodayView
from kentro_app.gui.today.ways import DraftKind, Ways
from kentro_app.gui.words import MIDDLE_DOT
from kentro_app.i18n import _
from kentro_app.services import drafts
from kentro_app.services.ports import DueStep

TODAY = "today"
ADMINISTRATION = "administration"


class Home:
    """`window` is set once there is one: nobody can go anywhere before."""

    def __init__(self, centre: Centre, clock: Clock) -> None:
        self._centre, self._clock = centre, clock
        self._asked = False
        self.window: MainWindow | None = None

    def take_morning(self, office: Office) -> bool:
        """Whether nobody has worked here today before; asked once, true at most once."""
        asked, self._asked = self._asked, True
        seen, day = self._centre.last_seen, office.site.local_day
        return not asked and seen is not None and day(seen) < day(office.now())

    def section(self, office: Office, speaker: Speaker, *, opens: bool) -> Section:
        """The first place of the rail; built when somebody goes there."""
        return Section(
            TODAY,
            "today",
            lambda: _("Today"),
            partial(self._build, office, speaker),
            keywords=("σήμερα", "αρχική", "πρόχειρα", "επόμενα βήματα", "home drafts next steps"),
            opens=opens,
        )

    def _build(self, office: Office, speaker: Speaker) -> TodayView:
        backups = CentreBackups(self._centre, self._clock)
        ways = Ways(visit=self._show_visit, step=self._show_step, drafts=self._kinds())
        sections = standard_sections(office, speaker, ways, partial(backups.make, None))
        return TodayView(shown_to(sections, office.actor))

    def _kinds(self) -> dict[str, DraftKind]:
        return {
            drafts.PERSON: DraftKind(lambda: _("New person"), self._open_new_person),
            drafts.CONTACT: DraftKind(lambda: _("Contact record"), self._open_contact),
            drafts.ANONYMOUS: DraftKind(lambda: _("Anonymous contact"), self._open_anonymous),
            drafts.PERSON_CHANGE: DraftKind(
                lambda: _("Correct a person's data"), self._open_correction
            ),
            drafts.CATALOGUE: DraftKind(lambda: _("Requests"), self._open_request),
            drafts.PAPER_DAY: DraftKind(lambda: _("A day on paper"), self._open_paper_day),
        }

    def _reception(self) -> ReceptionPlace | None:
        place = self.window.go_to(RECEPTION) if self.window is not None else None
        return place if isinstance(place, ReceptionPlace) else None

    def _show_visit(self, visit_id: UUID) -> None:
        place = self._reception()
        if place is not None:
            place.show_visit(visit_id)

    def _show_step(self, step: DueStep) -> None:
        if self.window is not None and step.person_id is not None:
            self.window.open_person(step.person_id)
        elif (place := self._reception()) is not None:
            place.contacts.open(step.contact.visit_id)

    def _open_new_person(self, draft: Draft) -> None:
        place = self._reception()
        if place is not None:
            place.open_new_person(draft=draft)

    def _open_contact(self, draft: Draft) -> None:
        place = self._reception()
        if place is None:
            return
        if not draft.subject.startswith(CALLER):
            place.contacts.open(UUID(draft.subject))
            return
        _caller, person_id, channel = draft.subject.split()
        name = draft.title.partition(MIDDLE_DOT)[0]
        place.contacts.begin(Caller(UUID(person_id), name, Channel(channel)))

    def _open_anonymous(self, _draft: Draft) -> None:
        place = self._reception()
        if place is not None:
            place.open_anonymous()

    def _open_request(self, draft: Draft) -> None:
        # Few ever go there: whoever does pays for what it needs.
        from kentro_app.gui.admin.catalogue.view import CatalogueSection  # noqa: PLC0415
        from kentro_app.gui.admin.view import AdminView  # noqa: PLC0415

        place = self.window.go_to(ADMINISTRATION) if self.window is not None else None
        if isinstance(place, AdminView):
            section = next((s for s in place.sections if isinstance(s, CatalogueSection)), None)
            if section is not None:
                section.go_on(draft.subject)
                place.show_section(CatalogueSection)

    def _open_paper_day(self, _draft: Draft) -> None:
        place = self._reception()
        if place is not None:
            place.papers.open_day()

    def _open_correction(self, draft: Draft) -> None:
        place = self.window.go_to(PEOPLE) if self.window is not None else None
        if isinstance(place, PeoplePlace):
            place.correct(UUID(draft.subject))
