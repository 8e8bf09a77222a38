"""How results read."""

from kentro_app.domain.phones import display as display_phone
from kentro_app.gui.palette.command import Command
from kentro_app.gui.palette.ports import Kind
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.words import born, joined, stage_kind, stage_word
from kentro_app.i18n import _
from kentro_app.i18n.dates import time_of_day
from kentro_app.services.ports import Found, VisitRow


def kind_words(kind: Kind) -> str:
    """The name of a group."""
    return {
        Kind.TICKET: _("Today's tickets"),
        Kind.COMMAND: _("Go to or do"),
        Kind.PERSON: _("People"),
    }[kind]


def command_row(command: Command) -> Row:
    """Something to do, with its keys."""
    return Row(id=command.name, title=command.title(), chip=command.shortcut)


def person_row(found: Found) -> Row:
    """Somebody: what the search shows of them to whoever looks."""
    phone = display_phone(found.phone) if found.phone else ""
    return Row(
        id=found.id,
        title=f"{found.surname} {found.given_name}".strip(),
        about=joined(born(found.birth_year), phone, found.number),
    )


def ticket_row(row: VisitRow) -> Row:
    """A ticket of today."""
    name = f"{row.surname} {row.given_name}".strip() or _("Anonymous contact")
    return Row(
        id=row.visit.id,
        title=joined(row.visit.code, name),
        about=_("arrived at {time}").format(time=time_of_day(row.visit.arrived_at)),
        chip=stage_word(row.visit.stage),
        chip_kind=stage_kind(row.visit.stage),
    )
