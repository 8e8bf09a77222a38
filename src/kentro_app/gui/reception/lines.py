"""How people and visits read as rows of a list."""

from datetime import datetime

from kentro_app.domain.phones import display as display_phone
from kentro_app.domain.visits import Channel, Stage
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.words import born, joined, stage_kind, stage_word
from kentro_app.i18n import _, ngettext
from kentro_app.i18n.dates import time_of_day
from kentro_app.services.ports import Found, VisitRow


def hit_row(found: Found, here: VisitRow | None, *, selected: bool) -> Row:
    """Somebody who may be meant: what the desk may see, and whether they are here already."""
    phone = display_phone(found.phone) if found.phone else ""
    return Row(
        id=found.id,
        title=f"{found.surname} {found.given_name}".strip(),
        about=joined(born(found.birth_year), phone, found.number),
        aside=_("Enter ↵") if selected and here is None else "",
        chip=_here(here) if here else "",
        chip_kind="wait",
        strong=selected,
    )


def open_row(row: VisitRow, now: datetime) -> Row:
    """Somebody who waits or is inside."""
    visit = row.visit
    inside = visit.stage is Stage.CALLED
    for_whom = row.for_whom or _("whoever is free")
    return Row(
        id=visit.id,
        lead=visit.code,
        title=name_of(row),
        about=joined(_waited(row, now), _("for: {name}").format(name=for_whom)),
        chip=_("inside since {time}").format(time=time_of_day(visit.called_at))
        if inside and visit.called_at
        else "",
        chip_kind="good",
    )


def today_row(row: VisitRow) -> Row:
    """A visit of the day, open or over."""
    visit = row.visit
    return Row(
        id=visit.id,
        lead=time_of_day(visit.arrived_at),
        title=name_of(row),
        aside=joined(channel_word(visit.channel), row.for_whom),
        chip=stage_word(visit.stage),
        chip_kind=stage_kind(visit.stage),
    )


def name_of(row: VisitRow) -> str:
    """Surname and given name, or that there is none."""
    if row.visit.person_id is None:
        return _("Anonymous contact")
    return f"{row.surname} {row.given_name}".strip()


def channel_word(channel: Channel) -> str:
    """How somebody got in touch; nothing for those who came to the desk, as most do."""
    return {
        Channel.IN_PERSON: "",
        Channel.PHONE: _("by telephone"),
        Channel.EMAIL: _("by email"),
        Channel.HOME: _("at home"),
        Channel.STREET: _("in the street"),
        Channel.MOBILE_UNIT: _("mobile unit"),
        Channel.VIDEO: _("by video"),
        Channel.DOCUMENT: _("by document"),
        Channel.PROSECUTOR: _("prosecutor's order"),
    }[channel]


def _here(row: VisitRow) -> str:
    since = time_of_day(row.visit.arrived_at)
    return _("here since {time} · {ticket}").format(time=since, ticket=row.visit.code)


def _waited(row: VisitRow, now: datetime) -> str:
    minutes = int(row.visit.waiting_time(now).total_seconds()) // 60
    if row.visit.stage is Stage.CALLED:
        return ngettext("waited {n} minute", "waited {n} minutes", minutes).format(n=minutes)
    if not minutes:
        return _("just now")
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
