"""The paper kit: numbered forms and tickets in a drawer, for the day without electricity.

Numbers run on and are never given twice: what was printed is remembered, and the desk's letter
stands before each, so that two desks cannot print the same. A form's number is what one types in
afterwards (`services.paper_day`).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kentro_app.domain import phones
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.paper_numbers import PaperKind, kit_number
from kentro_app.domain.requests import RequestCode
from kentro_app.services.access import Permission, may, require
from kentro_app.services.ports import Work
from kentro_app.services.sheets_model import KitPaper

FORMS, TICKETS = 10, 24
MOST_FORMS, MOST_TICKETS = 200, 1000
MOST_REQUESTS = 20
_LATELY = timedelta(days=365)


class KitEmpty(RuleViolation):
    """A kit has at least one form or one ticket."""


class KitTooLarge(RuleViolation):
    """More than anybody fills in on one day without electricity. Facts: most."""


@dataclass(frozen=True, slots=True)
class KitRequest:
    """How many of each. `language` is that of the office's name and address."""

    forms: int = FORMS
    tickets: int = TICKETS
    language: str = "el"


def make_kit(work: Work, request: KitRequest, *, now: datetime) -> KitPaper:
    """The next numbers of this desk, noted in the access log first.

    Raises KitEmpty, KitTooLarge, NotAllowed.
    """
    require(work.actor, Permission.PRINT_SHEETS)
    _require_sensible(request)
    site = work.sites.here()
    day = site.local_day(now)
    users = {user.id: user.display_name or user.name for user in work.users.all()}
    forms, copy = _numbered(work, PaperKind.FORM, request.forms, now)
    tickets, later = _numbered(work, PaperKind.TICKET, request.tickets, now)
    n, digest = work.trail.head()
    phone = phones.display(site.phone) if site.phone.startswith("+") else site.phone
    return KitPaper(
        site_name=site.title(request.language),
        municipality=site.municipality(request.language),
        reach=" · ".join(filter(None, (site.address(request.language), phone))),
        letter=work.desk.letter,
        forms=forms,
        tickets=tickets,
        requests=tuple((c.code, c.title_el, c.title_en) for c in _asked_for(work, day)),
        printed_by=users.get(work.actor.user_id, work.actor.name),
        printed_at=now,
        copy_number=later or copy,
        audit_mark=f"{n}-{digest.hex()[:8]}",
    )


def _require_sensible(request: KitRequest) -> None:
    if request.forms < 1 and request.tickets < 1:
        raise KitEmpty(field="forms")
    if request.forms > MOST_FORMS:
        raise KitTooLarge(field="forms", most=MOST_FORMS)
    if request.tickets > MOST_TICKETS:
        raise KitTooLarge(field="tickets", most=MOST_TICKETS)


def _numbered(
    work: Work, kind: PaperKind, count: int, now: datetime
) -> tuple[tuple[str, ...], int]:
    """The next so many numbers of a kind, as printed, and the copy they are noted under."""
    if count < 1:
        return (), 0
    site = work.sites.here()
    first = work.prints.last_number(kind.value) + 1
    last = first + count - 1
    copy = work.prints.next_copy(
        kind.value, site.local_day(now), now, site_id=site.id, numbers=(first, last)
    )
    numbers = (kit_number(work.desk.letter, kind, number) for number in range(first, last + 1))
    return tuple(numbers), copy.copy_number


def _asked_for(work: Work, day: date) -> list[RequestCode]:
    """What people ask for most, by axis; what is never shown outside its file is not printed.

    The desk, which may not know what anybody comes for, gets a form with lines to write on.
    """
    if not may(work.actor, Permission.SEE_SERVICE):
        return []
    valid = {
        entry.code: entry
        for entry in work.catalogue.all()
        if entry.is_valid_on(day) and not entry.restricted
    }
    used = work.requests.most_used(day - _LATELY, 2 * MOST_REQUESTS)
    chosen = [code for code in dict.fromkeys((*used, *valid)) if code in valid][:MOST_REQUESTS]
    return [valid[code] for code in sorted(chosen)]
