"""Contacts (επαφές): what is written down about a visit beside who came and when (domain §2.1).

A visit says that somebody is here; its contact says who spoke for whom, by what way they found
the centre, what came of it and what follows. It is begun when the first of that is known.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.requests import Axis, RequestState

NAME_LONGEST = 200
STEP_LONGEST = 200
MOST_SUBJECTS = 20

_LANGUAGE = re.compile(r"[a-z]{2,3}")  # ISO 639


class Capacity(Enum):
    """In what capacity somebody presents a case (domain §1.4): often not the subject's own."""

    SELF = "self"
    PARENT = "parent"
    GUARDIAN = "guardian"
    JUDICIAL_ASSISTANT = "judicial_assistant"  # δικαστικός συμπαραστάτης, ΑΚ 1666 κ.ε.
    AUTHORISED = "authorised"
    RELATIVE = "relative"
    INTERPRETER = "interpreter"
    PROFESSIONAL = "professional"


class Referrer(Enum):
    """How somebody came to the centre (domain §2.1, `referred_by`)."""

    SELF = "self"
    FAMILY = "family"
    SOCIAL_SERVICE = "social_service"
    MUNICIPAL = "municipal"
    SCHOOL = "school"
    HEALTH = "health"
    DYPA = "dypa"
    OPEKA = "opeka"
    POLICE = "police"
    PROSECUTOR = "prosecutor"
    NGO = "ngo"
    HELPLINE = "helpline"  # 197, 1056, 15900
    MEDIA = "media"
    DECLINED = "declined"
    UNKNOWN = "unknown"


class Interpreter(Enum):
    """Whether the two sides understand each other."""

    NOT_NEEDED = "not_needed"
    NEEDED = "needed"
    PRESENT = "present"
    BY_PHONE = "by_phone"
    COMPANION = "companion"


class Outcome(Enum):
    """What came of a contact."""

    SERVED = "served"
    INFORMED = "informed"
    APPLICATION_FILED = "application_filed"
    REFERRED = "referred"
    APPOINTMENT = "appointment"
    WAITING_DOCUMENTS = "waiting_documents"
    MESSAGE_TAKEN = "message_taken"
    NOT_COMPETENT = "not_competent"  # αναρμόδιο: another service's matter
    REFUSED = "refused"  # by the citizen


class PresenterMissing(RuleViolation):
    """Whoever speaks for another has a name or a file."""


class CapacityMissing(RuleViolation):
    """Whoever speaks for another does so in some capacity."""


class PresenterIsSubject(RuleViolation):
    """Somebody cannot speak for themselves in another capacity."""


class NextStepMissing(RuleViolation):
    """A due date needs to say what is due."""


class DueBeforeContact(RuleViolation):
    """A next step cannot have been due before the contact."""


class SubjectTwice(RuleViolation):
    """The person is a subject of this visit already."""


class TooManySubjects(RuleViolation):
    """More people than one visit can be about. Facts: most."""


class NotALanguage(RuleViolation):
    """A language is two or three letters of ISO 639. Facts: value."""


class UnknownContact(RuleViolation):
    """Nothing has been written down about this visit yet."""


@dataclass(frozen=True, slots=True)
class Contact:
    """What was written down about one visit; there is at most one for each.

    `presenter_id` or `presenter_name` says who came when it was not the subject. `language` is
    an ISO 639 code. `next_due` is a local date; `next_done_at` when the step was done.
    """

    id: UUID
    visit_id: UUID
    recorded_by: UUID
    recorded_at: datetime
    axis: Axis | None = None
    capacity: Capacity | None = None
    presenter_id: UUID | None = None
    presenter_name: str = ""
    referred_by: Referrer | None = None
    referrer_name: str = ""
    language: str = ""
    interpreter: Interpreter | None = None
    outcome: Outcome | None = None
    next_step: str = ""
    next_due: date | None = None
    next_done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """One more person a visit is about, beside the one it was opened for.

    Somebody named by mistake stays on record, `in_error`, and counts nowhere.
    """

    id: UUID
    visit_id: UUID
    person_id: UUID
    in_error: bool = False


def require_sound(contact: Contact, subject_id: UUID | None, day: date) -> Contact:
    """The contact itself; `day` is the visit's.

    Raises PresenterMissing, CapacityMissing, PresenterIsSubject, NextStepMissing,
    DueBeforeContact, NotALanguage.
    """
    speaks_for_other = contact.capacity not in (None, Capacity.SELF)
    named = contact.presenter_id is not None or bool(contact.presenter_name)
    if speaks_for_other and not named:
        raise PresenterMissing(field="presenter")
    if named and not speaks_for_other:
        raise CapacityMissing(field="capacity")
    if contact.language and not _LANGUAGE.fullmatch(contact.language):
        raise NotALanguage(field="language", value=contact.language[:20])
    if speaks_for_other and contact.presenter_id is not None and contact.presenter_id == subject_id:
        raise PresenterIsSubject(field="presenter")
    if contact.next_due is not None and not contact.next_step:
        raise NextStepMissing(field="next_step")
    if contact.next_due is not None and contact.next_due < day:
        raise DueBeforeContact(field="next_due")
    return contact


def require_subjects(wanted: Iterable[UUID], subject_id: UUID | None) -> tuple[UUID, ...]:
    """The further subjects of a visit opened for `subject_id`.

    Raises SubjectTwice, TooManySubjects.
    """
    found = tuple(wanted)
    if len(set(found)) < len(found) or subject_id in found:
        raise SubjectTwice(field="subjects")
    if len(found) > MOST_SUBJECTS:
        raise TooManySubjects(field="subjects", most=MOST_SUBJECTS)
    return found


def state_after(outcome: Outcome | None) -> RequestState:
    """Where a request stands after a contact that nobody will come back to."""
    return _STATES.get(outcome, RequestState.NEW) if outcome else RequestState.NEW


_STATES = {
    Outcome.SERVED: RequestState.SERVED_HERE,
    Outcome.INFORMED: RequestState.SERVED_HERE,
    Outcome.APPLICATION_FILED: RequestState.APPLICATION_FILED,
    Outcome.REFERRED: RequestState.REFERRED,
    Outcome.WAITING_DOCUMENTS: RequestState.WAITING_DOCUMENTS,
    Outcome.NOT_COMPETENT: RequestState.NOT_ELIGIBLE,
    Outcome.REFUSED: RequestState.WITHDRAWN,
}
