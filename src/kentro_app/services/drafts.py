"""Drafts: what somebody was writing when they were interrupted.

Nobody's but their author's, whatever the author's role; what a form may be about is still asked
of access, since the list of one's drafts is shown where others can see it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from kentro_app.domain.drafts import CONTENT_LONGEST, Draft, DraftTooLong
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.ids import new_id
from kentro_app.services.access import Permission, may
from kentro_app.services.discretion import draft_kept, draft_shown
from kentro_app.services.ports import Work

TITLE_LONGEST: Final = 120
SUBJECT_LONGEST: Final = 100

PERSON, ANONYMOUS, CONTACT = "person", "anonymous", "contact"
PERSON_CHANGE, CATALOGUE, PAPER_DAY = "person_change", "catalogue", "paper_day"

NEEDS: Final[Mapping[str, Permission]] = {
    PERSON: Permission.RECEIVE,
    ANONYMOUS: Permission.RECEIVE,
    CONTACT: Permission.RECORD_CONTACT,
    PERSON_CHANGE: Permission.SEE_FILE,
    CATALOGUE: Permission.MANAGE_CATALOGUE,
    PAPER_DAY: Permission.CORRECT,
}
"""What somebody must be allowed to see a draft of that form; a form that is not here: nothing."""


class UnknownDraft(RuleViolation):
    """There is no such draft of this author's. Facts: `id`."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a form holds now. `subject` is what it is about, nothing for something new."""

    kind: str
    subject: str
    title: str
    content: str
    cursor: str


def keep(work: Work, kept: Kept, *, now: datetime) -> Draft:
    """Put it down in the place of what this form of this author held before. Raises DraftTooLong.

    Long titles are cut: they only name the draft in a list.
    """
    if len(kept.content) > CONTENT_LONGEST or len(kept.subject) > SUBJECT_LONGEST:
        raise DraftTooLong
    draft = Draft(
        id=new_id(),
        author=work.actor.user_id,
        kind=kept.kind,
        subject=kept.subject,
        title=" ".join(kept.title.split())[:TITLE_LONGEST],
        content=draft_kept(work.actor, kept.content, work.drafts.of_form(kept.kind, kept.subject)),
        cursor=kept.cursor,
        begun_at=now,
        saved_at=now,
    )
    work.drafts.keep(draft)
    return draft


def put_back(work: Work, draft: Draft) -> Draft:
    """A draft that was discarded is wanted after all: as it was. It stays its author's."""
    back = replace(draft, author=work.actor.user_id)
    work.drafts.keep(back)
    return back


def mine(work: Work) -> Sequence[Draft]:
    """The author's drafts that may be shown here, the latest first."""
    seen = (draft for draft in work.drafts.mine() if _may_see(work, draft))
    return [draft_shown(work.actor, draft) for draft in seen]


def of_form(work: Work, kind: str, subject: str = "") -> Draft | None:
    """What the author last left in this form, if anything."""
    draft = work.drafts.of_form(kind, subject)
    if draft is None or not _may_see(work, draft):
        return None
    return draft_shown(work.actor, draft)


def discard(work: Work, kind: str, subject: str = "") -> Draft | None:
    """The form was saved or given up; gives what it held, so that it can be put back."""
    held = work.drafts.of_form(kind, subject)
    if held is not None:
        work.drafts.discard(kind, subject)
    return held


def by_id(work: Work, draft_id: UUID) -> Draft:
    """One of the author's. Raises UnknownDraft."""
    for draft in mine(work):
        if draft.id == draft_id:
            return draft
    raise UnknownDraft(field="draft", id=str(draft_id))


def _may_see(work: Work, draft: Draft) -> bool:
    needed = NEEDS.get(draft.kind)
    return needed is None or may(work.actor, needed)
