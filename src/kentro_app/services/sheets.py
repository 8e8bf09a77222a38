"""The papers of a day: filled here from the store, drawn by `reports`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypedDict, cast

from kentro_app.domain import phones
from kentro_app.domain.sites import Site
from kentro_app.domain.visits import UnknownVisit
from kentro_app.services import sheets_daily, sheets_signin
from kentro_app.services.access import Permission, require
from kentro_app.services.discretion import visits_of
from kentro_app.services.ports import VisitRow, Work
from kentro_app.services.sheets_copies import Line, carried, replaced
from kentro_app.services.sheets_model import (
    AnySheet,
    DailySheet,
    Layout,
    SheetTotals,
    SignInSheet,
    Slip,
    SlipSheet,
)
from kentro_app.services.sheets_request import BLANK_LINES, SheetRequest, UnknownSite, Words

__all__ = [
    "BLANK_LINES",
    "SheetRequest",
    "UnknownSite",
    "Words",
    "make_sheet",
    "preview_sheet",
    "sign_in_sheet",
    "sites",
]

_SLIP_CELLS = 1


@dataclass(frozen=True, slots=True)
class _Filled:
    """A sheet without a number yet, and what a later copy of it will be compared with."""

    sheet: AnySheet
    site: Site
    lines: Sequence[Line]
    cells: int


class _Head(TypedDict):
    """What all sheets say of the centre and of who prints them."""

    site_name: str
    municipality: str
    address: str
    phone: str
    printed_by: str
    printed_at: datetime
    copy_number: int
    audit_mark: str


def make_sheet(work: Work, request: SheetRequest, words: Words, *, now: datetime) -> AnySheet:
    """The wanted sheet under a new copy number, noted in the access log first.

    On those people sign stand the ones who came to the building; a check-in by mistake does not.
    Raises NotAllowed, UnknownSite, UnknownVisit.
    """
    filled = _filled(work, request, words, now)
    content = carried(filled.lines)
    last = work.prints.last_of(request.kind, request.day, filled.site.id)
    blanks = request.blank_lines if request.layout is Layout.SIGNIN else 0
    copy = work.prints.next_copy(
        request.kind,
        request.day,
        now,
        site_id=filled.site.id,
        content=content,
        numbers=(1, blanks) if blanks > 0 else None,
    )
    n, digest = work.trail.head()
    return replace(
        filled.sheet,
        copy_number=copy.copy_number,
        audit_mark=f"{n}-{digest.hex()[:8]}",
        replaces=None if request.visit_id else replaced(last, content, filled.cells),
    )


def sign_in_sheet(work: Work, request: SheetRequest, words: Words, *, now: datetime) -> SignInSheet:
    """The day's sign-in sheet under a new copy number; raises as `make_sheet` does."""
    sheet = make_sheet(work, replace(request, layout=Layout.SIGNIN), words, now=now)
    return cast(SignInSheet, sheet)


def preview_sheet(work: Work, request: SheetRequest, words: Words, *, now: datetime) -> AnySheet:
    """The same sheet to look at on the screen: logged as read, but no copy (number 0, no mark).

    Needs only a reading unit of work. Raises as `make_sheet` does.
    """
    filled = _filled(work, request, words, now)
    work.trail.note_read("sheet.previewed", "day")
    return filled.sheet


def sites(work: Work) -> Sequence[Site]:
    """The sites there are sheets of, this desk's first. Raises NotAllowed."""
    require(work.actor, Permission.PRINT_SHEETS)
    here = work.sites.here()
    return [here, *(site for site in work.sites.all() if site.id != here.id)]


def _filled(work: Work, request: SheetRequest, words: Words, now: datetime) -> _Filled:
    require(work.actor, Permission.PRINT_SHEETS)
    site = _site(work, request.site)
    rows = [row for row in visits_of(work, request.day) if row.visit.site_id == site.id]
    head: _Head = {
        "site_name": site.title(words.language),
        "municipality": site.municipality(words.language),
        "address": site.address(words.language),
        "phone": _shown(site.phone),
        "printed_by": _display_name(work),
        "printed_at": now,
        "copy_number": 0,
        "audit_mark": "",
    }
    match request.layout:
        case Layout.SIGNIN:
            filled = _signin(request, sheets_signin.came(rows), words, head)
            return _Filled(replace(filled[0], letter=work.desk.letter), site, *filled[1:])
        case Layout.SLIP:
            return _slips(request, site, sheets_signin.came(rows), head)
        case Layout.DAILY:
            day = sheets_daily.counted(work, rows, request.day)
            sheet = DailySheet(day=request.day, rows=day.rows, totals=day.totals, **head)
            return _Filled(sheet, site, day.lines, sheets_daily.CELLS)


def _signin(
    request: SheetRequest, rows: Sequence[VisitRow], words: Words, head: _Head
) -> tuple[SignInSheet, Sequence[Line], int]:
    sheet = SignInSheet(
        day=request.day,
        rows=sheets_signin.lines(rows, request.names, words),
        names=request.names,
        blank_lines=request.blank_lines,
        totals=SheetTotals(len(rows), sum(row.visit.person_id is None for row in rows)),
        **head,
    )
    lines = [sheets_signin.remembered(row, request.names) for row in rows]
    return sheet, lines, sheets_signin.CELLS


def _slips(request: SheetRequest, site: Site, rows: Sequence[VisitRow], head: _Head) -> _Filled:
    visits = [row.visit for row in rows]
    if request.visit_id is not None:
        visits = [visit for visit in visits if visit.id == request.visit_id]
        if not visits:
            raise UnknownVisit(field="visit", id=str(request.visit_id))
    slips = tuple(Slip(visit.code, visit.arrived_at) for visit in visits)
    lines = [(visit.id.hex, (sheets_signin.told(visit.arrived_at),)) for visit in visits]
    sheet = SlipSheet(day=request.day, rows=slips, **head)
    return _Filled(sheet, site, lines, _SLIP_CELLS)


def _site(work: Work, code: str) -> Site:
    here = work.sites.here()
    wanted = code.strip().upper()
    if not wanted or wanted == here.code.upper():
        return here
    found = (site for site in work.sites.all() if site.code.upper() == wanted)
    site = next(found, None)
    if site is None:
        raise UnknownSite(field="site", value=code[:40])
    return site


def _shown(phone: str) -> str:
    return phones.display(phone) if phone.startswith("+") else phone


def _display_name(work: Work) -> str:
    users = {user.id: user.display_name or user.name for user in work.users.all()}
    return users.get(work.actor.user_id, work.actor.name)
