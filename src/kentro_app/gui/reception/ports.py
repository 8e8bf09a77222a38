"""What the reception's presenters can make its cards do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from kentro_app.domain.sites import SiteRoom
from kentro_app.domain.users import User
from kentro_app.gui.reception.day import Day
from kentro_app.services.ports import Found


@dataclass(frozen=True, slots=True)
class Hits:
    """Who may be meant by `typed`. `meant` is what the same keys write in the other alphabet,
    when nobody was found for what was typed but somebody for that."""

    typed: str = ""
    found: tuple[Found, ...] = ()
    meant: str = ""

    def name_of(self, person_id: UUID) -> str:
        """Surname and given name of one of them."""
        names = (f"{f.surname} {f.given_name}".strip() for f in self.found if f.id == person_id)
        return next(names, "")


@dataclass(frozen=True, slots=True)
class Choices:
    """What the queue lets one choose from: rooms, the own one, and colleagues.

    `sees_service` is whether whom a visit is for may be shown at all.
    """

    rooms: tuple[SiteRoom, ...] = ()
    own_room: UUID | None = None
    colleagues: tuple[User, ...] = ()
    sees_service: bool = False

    def room_name(self, room_id: UUID | None, language: str) -> str:
        """What a room is called; nothing for none."""
        return next((room.name(language) for room in self.rooms if room.id == room_id), "")


class FindScreen(Protocol):
    def show_hits(self, hits: Hits) -> None: ...
    def show_colleagues(self, people: Sequence[User]) -> None: ...
    def set_busy(self, busy: bool) -> None: ...
    def show_refusal(self, words: str) -> None: ...
    def start_over(self) -> None: ...


class QueueScreen(Protocol):
    def show_day(self, day: Day) -> None: ...
    def show_choices(self, choices: Choices) -> None: ...
    def select_visit(self, visit_id: UUID) -> None: ...
    def show_refusal(self, words: str) -> None: ...
