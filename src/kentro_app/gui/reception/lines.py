"""How people and visits read as rows of a list."""

from dataclasses import dataclass, field
from datetime import datetime

from kentro_app.domain.phones import display as display_phone
from kentro_app.domain.visits import Channel, Stage, Visit, is_gone
from kentro_app.gui.reception.ports import Choices
from kentro_app.gui.reception.reasons import reason_word
from kentro_app.gui.widgets.chip import ChipKind
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.words import born, joined, stage_kind, stage_word
from kentro_app.i18n import _, current, ngettext, pgettext
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


@dataclass(frozen=True, slots=True)
class Sight:
    """What a row needs to know beside its visit: the time, the rooms, what may be seen."""

    now: datetime
    choices: Choices = field(default_factory=Choices)

    def room(self, row: VisitRow) -> str:
        """Where the person goes, in the present language."""
        return self.choices.room_name(row.room_id, current().language)

    def host(self, row: VisitRow) -> str:
        """Whom the visit is for, as far as that may be seen."""
        if not self.choices.sees_service:
            return ""
        return _("for: {name}").format(name=row.for_whom or _("whoever is free"))


def open_row(row: VisitRow, sight: Sight) -> Row:
    """Somebody who waits or is inside."""
    visit = row.visit
    chip, kind = _state(visit)
    return Row(
        id=visit.id,
        lead=visit.code,
        title=name_of(row),
        about=joined(_waited(row, sight.now), sight.room(row), sight.host(row)),
        chip=chip,
        chip_kind=kind,
        badge=pgettext("visit", "priority") if visit.priority else "",
        badge_icon="priority" if visit.priority else "",
    )


def today_row(row: VisitRow) -> Row:
    """A visit of the day, open or over."""
    visit = row.visit
    because = visit.cancelled_because
    return Row(
        id=visit.id,
        lead=time_of_day(visit.arrived_at),
        title=name_of(row),
        aside=joined(
            reason_word(because) if because else "", channel_word(visit.channel), row.for_whom
        ),
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


def _state(visit: Visit) -> tuple[str, ChipKind]:
    if visit.stage is Stage.CALLED and visit.called_at:
        return _("inside since {time}").format(time=time_of_day(visit.called_at)), "good"
    if is_gone(visit):
        words = ngettext("gone? {n} call", "gone? {n} calls", visit.missed)
        return words.format(n=visit.missed), "stop"
    if visit.missed:
        words = ngettext("{n} call without an answer", "{n} calls without an answer", visit.missed)
        return words.format(n=visit.missed), "wait"
    return "", "plain"


def _waited(row: VisitRow, now: datetime) -> str:
    minutes = int(row.visit.waiting_time(now).total_seconds()) // 60
    if row.visit.stage is Stage.CALLED:
        return ngettext("waited {n} minute", "waited {n} minutes", minutes).format(n=minutes)
    if not minutes:
        return _("just now")
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
