"""The centre's own data in the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kentro_app.domain.changes import Topic
from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.sites import OpeningHours, Profile, Room, Site, SiteRoom
from kentro_app.storage import tables
from kentro_app.storage.catalogue import CODES
from kentro_app.storage.ledger import Ledger
from kentro_app.storage.records import Records


@dataclass(frozen=True, slots=True)
class _Staff:
    role: Role
    count: int


_PART = ("id", "site_id")
_SITES = Records(Site, tables.sites)
_HOURS = Records(OpeningHours, tables.opening_hours, extra=_PART)
_ROOMS = Records(Room, tables.rooms, extra=_PART)
_SITE_ROOMS = Records(SiteRoom, tables.rooms)
_STAFF = Records(_Staff, tables.staff_pattern, extra=_PART)


class SqlSites:
    """`known` outlives the unit of work: a site hardly ever changes and every check-in needs it."""

    def __init__(self, ledger: Ledger, site_id: UUID, known: dict[UUID, Site]) -> None:
        self._ledger = ledger
        self._site_id = site_id
        self._known = known

    def here(self) -> Site:
        """The site of this desk."""
        if self._site_id not in self._known:
            site = self._ledger.get(_SITES, self._site_id)
            if site is None:
                raise LookupError("the store has no site")
            self._known[self._site_id] = site
        return self._known[self._site_id]

    def all(self) -> Sequence[Site]:
        """Every site of this store, by its code."""
        rows = self._ledger.connection.execute(f"{_SITES.select} ORDER BY code")
        return [_SITES.thing(row) for row in rows]

    def hours(self) -> Sequence[OpeningHours]:
        """Opening hours, Monday first."""
        rows = self._of_site(f"{_HOURS.select} WHERE site_id = ? ORDER BY weekday, opens")
        return [_HOURS.thing(row) for row in rows]

    def rooms(self) -> Sequence[SiteRoom]:
        """The rooms of this site, in the order they were made."""
        rows = self._of_site(f"{_SITE_ROOMS.select} WHERE site_id = ? ORDER BY id")
        return [_SITE_ROOMS.thing(row) for row in rows]

    def keep_room(self, room: SiteRoom) -> None:
        """Write a new room, or what has changed about one."""
        old = self._ledger.get(_SITE_ROOMS, room.id)
        if old is None:
            self._ledger.add(_SITE_ROOMS, room, room.id)
        else:
            self._ledger.save(_SITE_ROOMS, old, room, room.id)
        self._ledger.touched.add(Topic.SITE)

    def found(self, site_id: UUID, profile: Profile) -> Site:
        """Write a new site as its profile describes it."""
        site = _site(site_id, profile)
        self._ledger.add(_SITES, site, site.id)
        for hours in profile.hours:
            self._add_part(_HOURS, hours, site)
        for room in profile.rooms:
            self._add_part(_ROOMS, room, site)
        for role, count in profile.staff.items():
            self._add_part(_STAFF, _Staff(role, count), site)
        for code in profile.catalogue:
            part = new_id()
            self._ledger.add(CODES, code, part, (part,))
        self._ledger.touched.add(Topic.SITE)
        return site

    def _add_part(self, records: Records[object] | object, part: object, site: Site) -> None:
        part_id = new_id()
        self._ledger.add(records, part, part_id, (part_id, site.id))  # type: ignore[arg-type]

    def _of_site(self, select: str) -> Sequence[tuple[object, ...]]:
        rows: Sequence[tuple[object, ...]] = self._ledger.connection.execute(
            select, (self._site_id.bytes,)
        ).fetchall()
        return rows


def _site(site_id: UUID, profile: Profile) -> Site:
    return Site(
        id=site_id,
        profile=profile.name,
        code=profile.code,
        title_el=profile.title_el,
        title_en=profile.title_en,
        municipality_el=profile.municipality_el,
        municipality_en=profile.municipality_en,
        building=profile.building,
        address_el=profile.address_el,
        address_en=profile.address_en,
        phone=profile.phone,
        zone=profile.zone,
    )
