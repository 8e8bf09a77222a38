"""What may be shown where the screen is public (domain §1.5, the row «desk mode»).

Name, year of birth, safe phone, time and room: never the kind of service, and in an office of
three the name of whom a visit is for is a kind of service. Lists of visits come from here only.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kentro_app.domain.visits import Channel, Visit
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import Actor, VisitRow, Work

RESERVED = frozenset({Channel.DOCUMENT, Channel.PROSECUTOR})
"""Channels nobody comes by on foot: that such a contact exists is no matter of the desk's."""


def visits_of(work: Work, day: date) -> Sequence[VisitRow]:
    """The day's visits in order of arrival, as far as the actor may see them."""
    rows = work.visits.of_day(day)
    if may(work.actor, Permission.SEE_SERVICE):
        return rows
    return [discreet(row) for row in rows if row.visit.channel not in RESERVED]


def discreet(row: VisitRow) -> VisitRow:
    """The same line without whom it is for; the room stays, since somebody has to be sent there."""
    return replace(row, visit=veiled(row.visit), for_whom="")


def shown(actor: Actor, visit: Visit) -> Visit:
    """The visit as far as the actor may see it."""
    return visit if may(actor, Permission.SEE_SERVICE) else veiled(visit)


def veiled(visit: Visit) -> Visit:
    """Without whom it is for and who called."""
    return replace(visit, for_user=None, called_by=None)
