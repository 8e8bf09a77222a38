"""What the steps of the day have in common: the centre, the window, and where pictures go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kentro_app import settings
from kentro_app.bootstrap.centre import Centre, Identity, open_centre
from kentro_app.bootstrap.day.camera import Camera
from kentro_app.bootstrap.day.hands import StepFailed, until
from kentro_app.bootstrap.session import guard_window
from kentro_app.bootstrap.wiring import build_window
from kentro_app.domain.moments import Clock
from kentro_app.domain.roles import Role
from kentro_app.domain.visits import Stage
from kentro_app.gui.lock import Guard
from kentro_app.gui.login.ports import Accepted
from kentro_app.gui.main_window import RECEPTION, MainWindow
from kentro_app.gui.reception.place import ReceptionPlace
from kentro_app.gui.reception.view import ReceptionView
from kentro_app.services import reception
from kentro_app.services.ports import VisitRow, Work
from kentro_app.services.transaction import ask
from kentro_app.vault.secret import SecretKey

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Session:
    """One log-in: an open centre under the window that a session process shows."""

    centre: Centre
    window: MainWindow
    end: Callable[[], None]
    guard: Guard


@dataclass(slots=True)
class Drive:
    """The day so far. `met` are the people it has brought in, by what they came for."""

    directory: Path
    out: Path
    language: str
    clock: Clock
    camera: Camera
    known: settings.Settings
    met: dict[str, UUID] = field(default_factory=dict)
    left: list[tuple[UUID, Stage]] = field(default_factory=list)
    sheet: dict[str, object] = field(default_factory=dict)
    papers: list[str] = field(default_factory=list)
    session: Session | None = None

    @property
    def window(self) -> MainWindow:
        """The main window of whoever is logged in."""
        return self._logged_in().window

    @property
    def place(self) -> ReceptionPlace:
        """Reception with its pages."""
        place = self.window.go_to(RECEPTION)
        assert isinstance(place, ReceptionPlace)
        return place

    @property
    def desk(self) -> ReceptionView:
        """The page where people are checked in."""
        return self.place.reception

    def enter(self, accepted: Accepted) -> None:
        """What a session process does with the key."""
        who = Identity(UUID(accepted.user_id), accepted.name, Role(accepted.role))
        key = SecretKey(accepted.key)
        centre = open_centre(self.directory, who, key, clock=self.clock)
        window, end = build_window(centre, clock=self.clock)
        guard = guard_window(window, who.name, self.directory, self.known)
        self.session = Session(centre, window, end, guard)
        show(window)

    def leave(self) -> None:
        """What a session process does at its end."""
        session, self.session = self.session, None
        if session is None:
            return
        session.end()
        session.centre.close()
        dispose(session.window)
        if any(session.centre.key.buffer):
            raise StepFailed("the key was not wiped")

    def ask(self, query: Callable[[Work], T]) -> T:
        """Put a question to the store, past the windows."""
        return ask(self._logged_in().centre.store.view, query)

    def today(self) -> Sequence[VisitRow]:
        """Today's visits as they stand in the store."""
        return self.ask(partial(reception.day_list, now=self.clock()))

    def await_visit(self, stage: Stage, person_id: UUID) -> VisitRow:
        """The visit of somebody, once the store has it that far and the list shows it."""
        found: list[VisitRow] = []

        def is_there() -> bool:
            rows = (row for row in self.today() if row.visit.person_id == person_id)
            found[:] = [row for row in rows if row.visit.stage is stage]
            return bool(found)

        until(is_there, f"the store has no visit that is “{stage.value}”")
        until(lambda: self._shows(found[0]), "the list does not show the visit as it is")
        return found[0]

    def _shows(self, row: VisitRow) -> bool:
        shown = self.desk.waiting_line.day.find(row.visit.id)
        return shown is not None and shown.visit.stage is row.visit.stage

    def _logged_in(self) -> Session:
        if self.session is None:
            raise StepFailed("nobody is logged in")
        return self.session


def show(window: QWidget) -> None:
    """Put a window on the invisible screen, in front of the others."""
    window.show()
    window.activateWindow()
    if not QTest.qWaitForWindowActive(window):
        raise StepFailed("the window did not come to the front")


def dispose(window: QWidget) -> None:
    """Close a window for good, now: one that goes later takes the focus from the next."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
