"""The centre itself: its address, hours, rooms, and who works there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.domain.requests import RequestCode
from kentro_app.domain.roles import Role


class UnknownRoom(RuleViolation):
    """The site has no such room."""


class RoomNameTaken(RuleViolation):
    """Two rooms of one name would send people to the wrong one."""


class UnknownProfile(RuleViolation):
    """No site profile has this name."""


class ProfileDamaged(Unavailable):
    """A site profile cannot be read."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """When the site is open on one weekday (1 = Monday … 7 = Sunday), local time."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Room:
    name_el: str
    name_en: str
    kind: str = "office"


@dataclass(frozen=True, slots=True)
class SiteRoom:
    """A room of a site of this store."""

    id: UUID
    site_id: UUID
    name_el: str
    name_en: str
    kind: str = "office"

    def name(self, language: str) -> str:
        """What it is called in `el` or `en`."""
        return self.name_el if language.startswith("el") else self.name_en


@dataclass(frozen=True, slots=True)
class Profile:
    """A site as its profile file describes it, before it is a site of a store."""

    name: str
    code: str
    title_el: str
    title_en: str
    municipality_el: str
    municipality_en: str
    building: str
    address_el: str
    address_en: str
    phone: str
    zone: str
    decision: str
    hours: tuple[OpeningHours, ...]
    rooms: tuple[Room, ...]
    staff: Mapping[Role, int]
    catalogue: tuple[RequestCode, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A site of this store."""

    id: UUID
    profile: str
    code: str
    title_el: str
    title_en: str
    municipality_el: str
    municipality_en: str
    building: str
    address_el: str
    address_en: str
    phone: str
    zone: str

    def local_day(self, moment: datetime) -> date:
        """The calendar day at the site when it is `moment`."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def title(self, language: str) -> str:
        """The centre's name in `el` or `en`."""
        return self.title_el if language.startswith("el") else self.title_en

    def municipality(self, language: str) -> str:
        """The municipality's name in `el` or `en`."""
        return self.municipality_el if language.startswith("el") else self.municipality_en

    def address(self, language: str) -> str:
        """The address in `el` or `en`."""
        return self.address_el if language.startswith("el") else self.address_en
