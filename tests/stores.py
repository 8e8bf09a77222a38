"""A small centre on a real encrypted store, for tests that need no password."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.users import User
from kentro_app.services import reception, registry
from kentro_app.services.ports import Actor, Desk, Work
from kentro_app.services.profiles import load
from kentro_app.services.transaction import ask, perform
from kentro_app.storage.create import create_store
from kentro_app.storage.store import Store

TEN = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # 10:00 in Petroupoli, a Monday
KEY = bytes(range(32))


class Hands:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime = TEN) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class SmallCentre:
    """One user, one desk, an open store; shortcuts for what most tests begin with."""

    store: Store
    user: User
    clock: Hands

    def do(self, use_case, *args, **but):
        """Run a use case that takes `now`, and give its result."""
        return perform(self.store.begin, lambda work: use_case(work, *args, **but)).result

    def look(self, query, *args, **but):
        """Put a question."""
        return ask(self.store.view, lambda work: query(work, *args, **but))

    def register(self, surname="Παπαδοπούλου", given_name="Ελένη", **but):
        request = registry.Registration(new_id(), surname, given_name, **but)
        return self.do(registry.register, request, now=self.clock()).person

    def check_in(self, person=None, **but):
        about = {"person_id": person.id} if person else {}
        request = reception.CheckIn(new_id(), **about, **but)
        return self.do(reception.check_in, request, now=self.clock())

    def act_as(self, role: Role) -> "SmallCentre":
        """The same store opened by somebody of another role."""
        user = User(new_id(), role.value, role.value, role, active=True, created_at=self.clock())
        self.do(lambda work: work.users.add(user))
        actor = Actor(user.id, user.name, role, new_id())
        store = Store(self.store.directory, self.store.key, actor, self.clock)
        return SmallCentre(store, user, self.clock)

    def rows(self, sql: str, *parameters):
        """What really lies in the file."""
        with self.store.view() as work:
            return work._ledger.connection.execute(sql, parameters).fetchall()


def make_centre(directory: Path) -> SmallCentre:
    """Create and open a store with the Petroupoli profile and one administrator."""
    desk = Desk(new_id(), new_id(), "A", site_id=new_id(), building=new_id())
    clock = Hands()
    user = User(new_id(), "eleni", "Ε. Μαρκάκη", Role.ADMINISTRATOR, True, clock())
    create_store(directory, bytearray(KEY), desk, signing_key=bytes(32))
    actor = Actor(user.id, user.name, user.role, new_id())
    store = Store(directory, bytearray(KEY), actor, clock)
    perform(store.begin, partial(_fill, user=user, site_id=desk.site_id))
    return SmallCentre(store, user, clock)


def _fill(work: Work, *, user: User, site_id: UUID) -> None:
    work.users.add(user)
    work.sites.found(site_id, load("petroupoli"))
