"""Drafts: what somebody has begun to write and not yet saved."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kentro_app.domain.errors import RuleViolation

CONTENT_LONGEST = 200_000


class DraftTooLong(RuleViolation):
    """More than a form can hold."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one form held when its author last paused.

    `kind` names the form («person», «contact»), `subject` what it is about – an id, or nothing
    for something new. `title` is what the list of drafts calls it. `content` is the form's own
    JSON; `cursor` the name of the field and the place in it, `surname:7`.
    """

    id: UUID
    author: UUID
    kind: str
    subject: str
    title: str
    content: str
    cursor: str
    begun_at: datetime
    saved_at: datetime
