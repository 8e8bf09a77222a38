"""`room …`, and `user room`: where people are called to."""

from functools import partial
from typing import Any

from kentro_app.cli.answers import answer, columns
from kentro_app.cli.context import DONE, Context
from kentro_app.cli.session import logged_in
from kentro_app.domain.sites import SiteRoom
from kentro_app.i18n import current
from kentro_app.services import rooms
from kentro_app.services.rooms import NewRoom
from kentro_app.services.transaction import ask, perform


def show_all(context: Context) -> int:
    """The rooms of the site."""
    with logged_in(context) as session:
        found = ask(session.view, rooms.all_rooms)
    rows = [(room.name(current().language), room.kind, str(room.id)) for room in found]
    answer(context, [_room(room) for room in found], columns(rows) if rows else [])
    return DONE


def add(context: Context) -> int:
    """One more room."""
    given = context.arguments
    request = NewRoom(given.name, given.name_en, given.kind)
    with logged_in(context) as session:
        room = perform(session.begin, partial(rooms.add_room, request=request)).result
    return _answer(context, room)


def rename(context: Context) -> int:
    """Another name for a room."""
    given = context.arguments
    request = NewRoom(given.name, given.name_en)
    with logged_in(context) as session:
        use_case = partial(rooms.rename_room, room=given.room, request=request)
        room = perform(session.begin, use_case).result
    return _answer(context, room)


def place_user(context: Context) -> int:
    """Where somebody receives."""
    given = context.arguments
    with logged_in(context) as session:
        use_case = partial(rooms.place_user, name=given.name, room=given.room)
        user = perform(session.begin, use_case).result
        found = ask(session.view, rooms.all_rooms)
    name = next((r.name(current().language) for r in found if r.id == user.room_id), "")
    answer(context, {"user": user.name, "room": name}, [f"{user.name}: {name or '–'}"])
    return DONE


def _room(room: SiteRoom) -> dict[str, Any]:
    return {
        "id": str(room.id),
        "name_el": room.name_el,
        "name_en": room.name_en,
        "kind": room.kind,
    }


def _answer(context: Context, room: SiteRoom) -> int:
    answer(context, _room(room), [room.name(current().language)])
    return DONE
