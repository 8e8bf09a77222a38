"""The papers of a day: filled here from the store, drawn by `reports`."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from kentro_app.domain import phones
from kentro_app.domain.latin import elot743
from kentro_app.domain.visits import Channel, Stage
from kentro_app.services.access import Permission, require
from kentro_app.services.discretion import visits_of
from kentro_app.services.ports import VisitRow, Work
from kentro_app.services.sheets_model import NameStyle, SheetRow, SheetTotals, SignInSheet

BLANK_LINES = 10


@dataclass(frozen=True, slots=True)
class Words:
    """What the sheet says in the reader's language; the services know no languages."""

    language: str
    anonymous: str
    stages: dict[Stage, str]


@dataclass(frozen=True, slots=True)
class SheetRequest:
    day: date
    names: NameStyle = NameStyle.FULL
    blank_lines: int = BLANK_LINES


def sign_in_sheet(work: Work, request: SheetRequest, words: Words, *, now: datetime) -> SignInSheet:
    """The day's sign-in sheet under a new copy number, noted in the access log first.

    On it stand those who came to the building; a check-in by mistake does not. Raises NotAllowed.
    """
    sheet = _filled(work, request, words, now)
    copy = work.prints.next_copy("signin", request.day, now)
    n, digest = work.trail.head()
    mark = f"{n}-{digest.hex()[:8]}"
    return replace(sheet, copy_number=copy.copy_number, audit_mark=mark)


def preview_sheet(work: Work, request: SheetRequest, words: Words, *, now: datetime) -> SignInSheet:
    """The same sheet to look at on the screen: logged as read, but no copy (number 0, no mark).

    Needs only a reading unit of work. Raises NotAllowed.
    """
    sheet = _filled(work, request, words, now)
    work.trail.note_read("sheet.previewed", "day")
    return sheet


def _filled(work: Work, request: SheetRequest, words: Words, now: datetime) -> SignInSheet:
    require(work.actor, Permission.PRINT_SHEETS)
    rows = [row for row in visits_of(work, request.day) if _belongs(row)]
    site = work.sites.here()
    return SignInSheet(
        site_name=site.title(words.language),
        day=request.day,
        rows=tuple(_row(row, request.names, words) for row in rows),
        printed_by=_display_name(work),
        printed_at=now,
        copy_number=0,
        audit_mark="",
        names=request.names,
        municipality=site.municipality(words.language),
        address=site.address(words.language),
        phone=_shown(site.phone),
        blank_lines=request.blank_lines,
        totals=SheetTotals(len(rows), sum(row.visit.person_id is None for row in rows)),
    )


def _shown(phone: str) -> str:
    return phones.display(phone) if phone.startswith("+") else phone


def _belongs(row: VisitRow) -> bool:
    return row.visit.stage is not Stage.CANCELLED and row.visit.channel is Channel.IN_PERSON


def _row(row: VisitRow, names: NameStyle, words: Words) -> SheetRow:
    visit = row.visit
    name = _name(row, names, words)
    return SheetRow(
        code=visit.code,
        name=name,
        arrived=visit.arrived_at,
        number=row.number,
        latin_name=elot743(name),
        left=visit.finished_at,
        for_whom=row.for_whom,
        stage=words.stages[visit.stage],
        late_entry=visit.late_entry,
    )


def _name(row: VisitRow, names: NameStyle, words: Words) -> str:
    if row.visit.person_id is None:
        return words.anonymous
    match names:
        case NameStyle.FULL:
            return f"{row.surname} {row.given_name}".strip()
        case NameStyle.INITIALS:
            return " ".join(f"{word[0]}." for word in (row.surname, row.given_name) if word)
        case NameStyle.NUMBER:
            return row.number


def _display_name(work: Work) -> str:
    users = {user.id: user.display_name or user.name for user in work.users.all()}
    return users.get(work.actor.user_id, work.actor.name)
