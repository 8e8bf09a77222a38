"""`catalogue …`: the centre's list of requests."""

from collections.abc import Callable
from functools import partial
from typing import Any

from kentro_app.cli.answers import answer, columns
from kentro_app.cli.context import DONE, Context
from kentro_app.cli.session import logged_in
from kentro_app.domain.requests import RequestCode
from kentro_app.i18n import _
from kentro_app.services import catalogue
from kentro_app.services.catalogue import NewCode
from kentro_app.services.ports import Work
from kentro_app.services.transaction import ask, perform


def show_all(context: Context) -> int:
    """The whole list, by axis and code, ended ones included."""
    with logged_in(context) as session:
        entries = ask(session.view, catalogue.entries)
        lines = columns([_cells(entry) for entry in entries]) if entries else []
        answer(context, [_document(entry) for entry in entries], lines)
    return DONE


def add(context: Context) -> int:
    """A new request."""
    given, now = context.arguments, context.environment.clock()
    request = NewCode(given.code, given.title_el, given.title_en, given.restricted)
    return _change(context, partial(catalogue.add, request=request, now=now))


def rename(context: Context) -> int:
    """Other words for a request."""
    given = context.arguments
    titles = {"title_el": given.title_el, "title_en": given.title_en}
    return _change(context, partial(catalogue.rename, code=given.code, **titles))


def end(context: Context) -> int:
    """A request is offered no more."""
    given, now = context.arguments, context.environment.clock()
    about = {"last_day": given.last_day, "successor": given.successor}
    return _change(context, partial(catalogue.end, code=given.code, now=now, **about))


def reopen(context: Context) -> int:
    """A request is offered again."""
    return _change(context, partial(catalogue.reopen, code=context.arguments.code))


def map_to(context: Context) -> int:
    """Which request follows an ended one."""
    given = context.arguments
    return _change(context, partial(catalogue.map_to, code=given.code, successor=given.successor))


def _change(context: Context, use_case: Callable[[Work], RequestCode]) -> int:
    with logged_in(context) as session:
        entry = perform(session.begin, use_case).result
    answer(context, _document(entry), columns([_cells(entry)]))
    return DONE


def _document(entry: RequestCode) -> dict[str, Any]:
    return {
        "code": entry.code,
        "axis": entry.axis.value,
        "title_el": entry.title_el,
        "title_en": entry.title_en,
        "restricted": entry.restricted,
        "valid_from": entry.valid_from.isoformat() if entry.valid_from else None,
        "valid_to": entry.valid_to.isoformat() if entry.valid_to else None,
        "maps_to": entry.maps_to or None,
    }


def _cells(entry: RequestCode) -> tuple[str, ...]:
    ended = _("ended {day}").format(day=entry.valid_to) if entry.valid_to else ""
    follows = f"→ {entry.maps_to}" if entry.maps_to else ""
    restricted = _("restricted") if entry.restricted else ""
    return entry.code, entry.title_el, entry.title_en, restricted, f"{ended} {follows}".strip()
