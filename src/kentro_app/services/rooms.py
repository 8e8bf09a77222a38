"""The rooms people are called into, and who receives where."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from kentro_app.domain.ids import new_id
from kentro_app.domain.sites import RoomNameTaken, SiteRoom, UnknownRoom
from kentro_app.domain.text import clean
from kentro_app.domain.users import User
from kentro_app.services.access import Permission, require
from kentro_app.services.ports import Work

NAME_LONGEST = 40  # it has to be read on the wall from five metres


@dataclass(frozen=True, slots=True)
class NewRoom:
    """What a room is called; without an English name the Greek one stands for both."""

    name_el: str
    name_en: str = ""
    kind: str = "office"


def all_rooms(work: Work) -> Sequence[SiteRoom]:
    """The rooms of this site. Raises NotAllowed."""
    require(work.actor, Permission.RECEIVE)
    return work.sites.rooms()


def own_room(work: Work) -> UUID | None:
    """Where the actor receives, if that was ever said."""
    return work.users.get(work.actor.user_id).room_id


def choose_room(work: Work, room_id: UUID | None) -> User:
    """From now on the actor receives there. Raises UnknownRoom, NotAllowed."""
    require(work.actor, Permission.RECEIVE)
    return _put(work, work.users.get(work.actor.user_id), room_id)


def place_user(work: Work, name: str, room: str) -> User:
    """Say where a colleague receives; no name of a room for nowhere.

    Everybody may say it of themselves. Raises UnknownUser, UnknownRoom, NotAllowed.
    """
    user = work.users.by_name(name)
    own = user.id == work.actor.user_id
    require(work.actor, Permission.RECEIVE if own else Permission.MANAGE_ROOMS)
    return _put(work, user, find_room(work, room).id if room else None)


def add_room(work: Work, request: NewRoom) -> SiteRoom:
    """One more room of this site. Raises RoomNameTaken, Missing, TooLong, NotAllowed."""
    require(work.actor, Permission.MANAGE_ROOMS)
    room = SiteRoom(new_id(), work.desk.site_id, "", "", request.kind)
    return _name(work, room, request.name_el, request.name_en)


def rename_room(work: Work, room: str, request: NewRoom) -> SiteRoom:
    """Another name for a room. Raises UnknownRoom, RoomNameTaken, Missing, NotAllowed."""
    require(work.actor, Permission.MANAGE_ROOMS)
    return _name(work, find_room(work, room), request.name_el, request.name_en)


def find_room(work: Work, text: str) -> SiteRoom:
    """A room by its id or by its name in either language. Raises UnknownRoom."""
    wanted = text.strip().casefold()
    for room in work.sites.rooms():
        if wanted in (str(room.id), *_names(room)):
            return room
    raise UnknownRoom(field="room", value=text[:NAME_LONGEST])


def _put(work: Work, user: User, room_id: UUID | None) -> User:
    if room_id is not None and room_id not in {room.id for room in work.sites.rooms()}:
        raise UnknownRoom(field="room", value=str(room_id))
    placed = replace(user, room_id=room_id)
    work.users.save(placed)
    return placed


def _name(work: Work, room: SiteRoom, name_el: str, name_en: str) -> SiteRoom:
    greek = clean(name_el, field="name", longest=NAME_LONGEST, required=True)
    english = clean(name_en, field="name_en", longest=NAME_LONGEST) or greek
    named = replace(room, name_el=greek, name_en=english)
    for other in work.sites.rooms():
        if other.id != room.id and set(_names(other)) & set(_names(named)):
            raise RoomNameTaken(field="name", value=greek)
    work.sites.keep_room(named)
    return named


def _names(room: SiteRoom) -> tuple[str, str]:
    return room.name_el.casefold(), room.name_en.casefold()
