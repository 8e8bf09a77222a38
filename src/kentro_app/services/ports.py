"""What the services need from the outside, in their own words.

Adapters satisfy the protocols by shape and inherit from nothing. mypy checks
the fit in `bootstrap`, the only place where both sides meet.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from kentro_app.domain.changes import Topic
from kentro_app.domain.contacts import Contact, Subject
from kentro_app.domain.drafts import Draft
from kentro_app.domain.people import Person, PersonFile
from kentro_app.domain.requests import Request, RequestCode
from kentro_app.domain.roles import Role
from kentro_app.domain.sites import OpeningHours, Profile, Room, Site, SiteRoom
from kentro_app.domain.users import User
from kentro_app.domain.visits import Visit
from kentro_app.services.history_model import History
from kentro_app.services.key_ports import KeyState

Changes = frozenset[Topic]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, in which role, in which log-in.

    In `desk_mode` everybody may do and see only what the desk may, whatever the role.
    """

    user_id: UUID
    name: str
    role: Role
    session: UUID
    desk_mode: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """This machine: its letter, its identity and its incarnation (new after every restore)."""

    device_id: UUID
    incarnation: UUID
    letter: str
    site_id: UUID
    building: UUID


@dataclass(frozen=True, slots=True)
class Found:
    """A search result: what the desk may see of a person. `score` 0–100."""

    id: UUID
    number: str
    surname: str
    given_name: str
    birth_year: int | None
    phone: str
    score: int


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A line of today's lists: a visit with the names the screen shows.

    `room_id` is where the person goes: the room called into, or that of whom the visit is for;
    `others` counts the further subjects.
    """

    visit: Visit
    surname: str
    given_name: str
    number: str
    birth_year: int | None
    language: str
    for_whom: str
    is_new: bool
    room_id: UUID | None = None
    others: int = 0


@dataclass(frozen=True, slots=True)
class Called:
    """A call as everybody may see it: the number, where to go, when. Never who, never for whom."""

    letter: str
    ticket: int
    called_at: datetime
    is_open: bool
    room: Room | None = None


@dataclass(frozen=True, slots=True)
class DueStep:
    """A next step that falls due, with the visit it came from; `name` is empty for nobody named.

    `phone` is one it is safe to call, E.164, or nothing.
    """

    contact: Contact
    letter: str
    ticket: int
    day: date
    person_id: UUID | None
    name: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ContactRow:
    """What was written down about one visit of a day."""

    visit_id: UUID
    contact: Contact


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the access log: canonical JSON and its chain value."""

    n: int
    record: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Print:
    """A sheet that left the program: which copy, of what, for which day.

    `content` is what it carried (`services.sheets_copies`); from `first_number` to `last_number`
    are those that stand on it and nowhere else, 0 for none.
    """

    copy_number: int
    kind: str
    day: date
    at: datetime
    site_id: UUID | None = None
    content: bytes = b""
    first_number: int = 0
    last_number: int = 0


class Persons(Protocol):
    def get(self, person_id: UUID) -> Person: ...
    def require(self, person_id: UUID) -> None: ...
    def file(self, person_id: UUID) -> PersonFile: ...
    def add(self, file: PersonFile) -> None: ...
    def save(self, file: PersonFile) -> None: ...
    def next_serial(self, prefix: str) -> int: ...
    def find(self, text: str, limit: int) -> Sequence[Found]: ...
    def similar(self, file: PersonFile, limit: int) -> Sequence[PersonFile]: ...


class Visits(Protocol):
    def get(self, visit_id: UUID) -> Visit: ...
    def open_for(self, person_id: UUID, day: date) -> Collection[Visit]: ...
    def next_ticket(self, day: date, letter: str) -> int: ...
    def add(self, visit: Visit, requests: Iterable[Request] = ()) -> None: ...
    def save(self, visit: Visit) -> None: ...
    def next_waiting(self, day: date, user_id: UUID) -> Visit | None: ...
    def of_day(self, day: date) -> Sequence[VisitRow]: ...
    def called(self, day: date, limit: int) -> Sequence[Called]: ...


class Contacts(Protocol):
    def get(self, contact_id: UUID) -> Contact: ...
    def of_visit(self, visit_id: UUID) -> Contact | None: ...
    def put(self, contact: Contact) -> None: ...
    def subjects(self, visit_id: UUID) -> Sequence[Subject]: ...
    def put_subject(self, subject: Subject) -> None: ...
    def due(self, until: date, limit: int) -> Sequence[DueStep]: ...
    def of_day(self, day: date) -> Sequence[ContactRow]: ...


class Requests(Protocol):
    def of_visit(self, visit_id: UUID) -> Sequence[Request]: ...
    def of_day(self, day: date) -> Sequence[Request]: ...
    def most_used(self, since: date, limit: int) -> Sequence[str]: ...
    def add(self, request: Request) -> None: ...
    def save(self, request: Request) -> None: ...


class Drafts(Protocol):
    """Only those of whoever is logged in."""

    def keep(self, draft: Draft) -> None: ...
    def mine(self) -> Sequence[Draft]: ...
    def of_form(self, kind: str, subject: str) -> Draft | None: ...
    def discard(self, kind: str, subject: str) -> None: ...


class Users(Protocol):
    def get(self, user_id: UUID) -> User: ...
    def all(self) -> Sequence[User]: ...
    def by_name(self, name: str) -> User: ...
    def add(self, user: User) -> None: ...
    def save(self, user: User) -> None: ...


class Sites(Protocol):
    def here(self) -> Site: ...
    def all(self) -> Sequence[Site]: ...
    def hours(self) -> Sequence[OpeningHours]: ...
    def rooms(self) -> Sequence[SiteRoom]: ...
    def keep_room(self, room: SiteRoom) -> None: ...
    def found(self, site_id: UUID, profile: Profile) -> Site: ...


class Catalogue(Protocol):
    """The centre's list of requests, ended ones included."""

    def all(self) -> Sequence[RequestCode]: ...
    def add(self, entry: RequestCode) -> None: ...
    def save(self, entry: RequestCode) -> None: ...


class Trail(Protocol):
    """The access log: gap-free, chained, written before what it speaks of is shown."""

    def note(
        self,
        action: str,
        object_type: str = "",
        object_id: UUID | None = None,
        *,
        outcome: str = "ok",
        fields: Sequence[str] = (),
        facts: Mapping[str, str | int] | None = None,
    ) -> int: ...
    def note_read(self, action: str, object_type: str, object_id: UUID | None = None) -> None: ...
    def entries(self, after: int, limit: int) -> Sequence[AuditEntry]: ...
    def head(self) -> tuple[int, bytes]: ...


class Prints(Protocol):
    """Papers that leave, and what has to be known of visits to write them or to read them back."""

    def next_copy(
        self,
        kind: str,
        day: date,
        at: datetime,
        *,
        site_id: UUID | None = None,
        content: bytes = b"",
        numbers: tuple[int, int] | None = None,
    ) -> Print: ...
    def get(self, copy_number: int) -> Print | None: ...
    def last_of(self, kind: str, day: date, site_id: UUID) -> Print | None: ...
    def last_number(self, kind: str) -> int: ...
    def of_ticket(self, day: date, letter: str, ticket: int) -> Visit | None: ...
    def of_paper(self, paper_number: str, day: date) -> Visit | None: ...
    def served_before(self, person_id: UUID, day: date) -> bool: ...


class Work(Protocol):
    """A unit of work: everything in it happens, or nothing does."""

    @property
    def actor(self) -> Actor: ...
    @property
    def desk(self) -> Desk: ...
    @property
    def persons(self) -> Persons: ...
    @property
    def visits(self) -> Visits: ...
    @property
    def contacts(self) -> Contacts: ...
    @property
    def requests(self) -> Requests: ...
    @property
    def history(self) -> History: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def users(self) -> Users: ...
    @property
    def sites(self) -> Sites: ...
    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def trail(self) -> Trail: ...
    @property
    def prints(self) -> Prints: ...
    @property
    def key_state(self) -> KeyState: ...
    def commit(self) -> Changes: ...


Begin = Callable[[], AbstractContextManager[Work]]
