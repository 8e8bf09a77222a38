"""What may be shown where the screen is public (domain §1.5, the row «desk mode»).

Name, year of birth, safe phone, time and room: never the kind of service, and in an office of
three the name of whom a visit is for is a kind of service. Lists of visits come from here only.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from kentro_app.domain.drafts import Draft
from kentro_app.domain.visits import Channel, UnknownVisit, Visit
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import Actor, VisitRow, Work

RESERVED = frozenset({Channel.DOCUMENT, Channel.PROSECUTOR})
"""Channels nobody comes by on foot: that such a contact exists is no matter of the desk's."""

_OF_SERVICE: Final = ("requests", "outcome")
"""What a draft of somebody without a name may say of why they came."""


def visits_of(work: Work, day: date) -> Sequence[VisitRow]:
    """The day's visits in order of arrival, as far as the actor may see them."""
    rows = work.visits.of_day(day)
    if may(work.actor, Permission.SEE_SERVICE):
        return rows
    return [discreet(row) for row in rows if row.visit.channel not in RESERVED]


def visit_of(work: Work, visit_id: UUID) -> Visit:
    """A visit as it is stored, for what acts on it. Raises UnknownVisit, also for one that is no
    matter of the actor's."""
    visit = work.visits.get(visit_id)
    if is_hidden(work.actor, visit):
        raise UnknownVisit(field="visit", id=str(visit_id))
    return visit


def is_hidden(actor: Actor, visit: Visit) -> bool:
    """Whether the actor may not even know that there is such a visit."""
    return visit.channel in RESERVED and not may(actor, Permission.SEE_SERVICE)


def staff_names(work: Work) -> Mapping[UUID, str]:
    """What colleagues are called, as far as the actor may read it: at the desk only their own."""
    sees = may(work.actor, Permission.SEE_SERVICE)
    return {
        user.id: user.display_name or user.name
        for user in work.users.all()
        if sees or user.id == work.actor.user_id
    }


def discreet(row: VisitRow) -> VisitRow:
    """The same line without whom it is for; the room stays, since somebody has to be sent there."""
    return replace(row, visit=veiled(row.visit), for_whom="")


def shown(actor: Actor, visit: Visit) -> Visit:
    """The visit as far as the actor may see it."""
    return visit if may(actor, Permission.SEE_SERVICE) else veiled(visit)


def veiled(visit: Visit) -> Visit:
    """Without whom it is for and who called."""
    return replace(visit, for_user=None, called_by=None)


def draft_shown(actor: Actor, draft: Draft) -> Draft:
    """The draft as far as the actor may see it: at the desk without what somebody came for."""
    if may(actor, Permission.SEE_SERVICE):
        return draft
    return replace(draft, content=_without(draft.content))


def draft_kept(actor: Actor, content: str, held: Draft | None) -> str:
    """What the desk keeps of a draft: what it was not shown stays as it was."""
    if held is None or may(actor, Permission.SEE_SERVICE):
        return content
    unseen = {name: value for name, value in _values(held.content).items() if name in _OF_SERVICE}
    return json.dumps({**_values(content), **unseen}, ensure_ascii=False) if unseen else content


def _without(content: str) -> str:
    values = _values(content)
    seen = {name: value for name, value in values.items() if name not in _OF_SERVICE}
    return content if seen == values else json.dumps(seen, ensure_ascii=False)


def _values(content: str) -> dict[str, Any]:
    try:
        values = json.loads(content)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
