"""The centre's list of requests (domain §1.3): coordinators change it, nobody deletes from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from kentro_app.domain.requests import (
    CodeEnded,
    CodeStillValid,
    EndsBeforeBegin,
    RequestCode,
    UnknownRequest,
    require_code,
    require_successor,
)
from kentro_app.domain.text import clean
from kentro_app.services.access import Permission, require
from kentro_app.services.ports import Work

TITLE_LONGEST = 120


@dataclass(frozen=True, slots=True)
class NewCode:
    """An entry as it was typed; without an English title the Greek one serves."""

    code: str
    title_el: str
    title_en: str = ""
    restricted: bool = False


def entries(work: Work) -> Sequence[RequestCode]:
    """The whole list by code, ended ones included. Raises NotAllowed."""
    require(work.actor, Permission.MANAGE_CATALOGUE)
    return work.catalogue.all()


def add(work: Work, request: NewCode, *, now: datetime) -> RequestCode:
    """A new request that can be asked for from today.

    Raises CodeMalformed, CodeTaken, Missing, TooLong, UnprintableText, NotAllowed.
    """
    require(work.actor, Permission.MANAGE_CATALOGUE)
    code = require_code(request.code, work.catalogue.all())
    title_el, title_en = _titles(request.title_el, request.title_en)
    today = work.sites.here().local_day(now)
    entry = RequestCode(code, title_el, title_en, request.restricted, valid_from=today)
    work.catalogue.add(entry)
    return entry


def rename(work: Work, code: str, title_el: str, title_en: str = "") -> RequestCode:
    """Other words for the same request. Raises UnknownRequest, Missing, TooLong, NotAllowed."""
    require(work.actor, Permission.MANAGE_CATALOGUE)
    new_el, new_en = _titles(title_el, title_en)
    return _save(work, replace(_entry(work, code), title_el=new_el, title_en=new_en))


def end(
    work: Work, code: str, *, now: datetime, last_day: date | None = None, successor: str = ""
) -> RequestCode:
    """It cannot be asked for after `last_day` (today by default); what was asked stays.

    Raises UnknownRequest, CodeEnded, EndsBeforeBegin, SuccessorUnusable, NotAllowed.
    """
    require(work.actor, Permission.MANAGE_CATALOGUE)
    entry = _entry(work, code)
    if entry.valid_to is not None:
        raise CodeEnded(field="code", value=entry.code)
    last = last_day or work.sites.here().local_day(now)
    if entry.valid_from is not None and last < entry.valid_from:
        raise EndsBeforeBegin(field="valid_to")
    if successor:
        successor = require_successor(entry.code, _plain(successor), work.catalogue.all())
    return _save(work, replace(entry, valid_to=last, maps_to=successor))


def reopen(work: Work, code: str) -> RequestCode:
    """It can be asked for again. Raises UnknownRequest, CodeStillValid, NotAllowed."""
    require(work.actor, Permission.MANAGE_CATALOGUE)
    entry = _entry(work, code)
    if entry.valid_to is None:
        raise CodeStillValid(field="code")
    return _save(work, replace(entry, valid_to=None, maps_to=""))


def map_to(work: Work, code: str, successor: str) -> RequestCode:
    """Which request follows an ended one; none with an empty `successor`.

    Raises UnknownRequest, CodeStillValid, SuccessorUnusable, NotAllowed.
    """
    require(work.actor, Permission.MANAGE_CATALOGUE)
    entry = _entry(work, code)
    if entry.valid_to is None:
        raise CodeStillValid(field="code")
    if successor:
        successor = require_successor(entry.code, _plain(successor), work.catalogue.all())
    return _save(work, replace(entry, maps_to=successor))


def _entry(work: Work, code: str) -> RequestCode:
    wanted = _plain(code)
    for entry in work.catalogue.all():
        if entry.code == wanted:
            return entry
    raise UnknownRequest(field="code", value=wanted[:40])


def _save(work: Work, entry: RequestCode) -> RequestCode:
    work.catalogue.save(entry)
    return entry


def _plain(code: str) -> str:
    return code.strip().upper()


def _titles(title_el: str, title_en: str) -> tuple[str, str]:
    greek = clean(title_el, field="title_el", longest=TITLE_LONGEST, required=True)
    return greek, clean(title_en, field="title_en", longest=TITLE_LONGEST) or greek
