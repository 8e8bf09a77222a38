"""What was written down about the visits of the last weeks: some of them, to look at."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

from kentro_app.domain.contacts import Capacity, Contact, Interpreter, Outcome, Referrer
from kentro_app.domain.moments import to_ms
from kentro_app.domain.requests import propose_axis
from kentro_app.domain.visits import Stage, Visit
from kentro_app.services.demo.dice import Weighted, one_of
from kentro_app.services.demo.visiting import Desk, Recorded

LATELY: Final = timedelta(weeks=3)
MOST_A_DAY: Final = 40  # a demo of a million visits is for measuring, not for reading
_WRITTEN_DOWN = 0.55
_FOLLOWED_UP = 0.3
_FOR_ANOTHER = 0.14
_TAKEN = 0.85
_LATEST_STEP = timedelta(days=21)

_OUTCOMES = Weighted(
    (Outcome.INFORMED, 30),
    (Outcome.SERVED, 26),
    (Outcome.APPLICATION_FILED, 14),
    (Outcome.APPOINTMENT, 10),
    (Outcome.WAITING_DOCUMENTS, 9),
    (Outcome.REFERRED, 7),
    (Outcome.NOT_COMPETENT, 3),
    (Outcome.MESSAGE_TAKEN, 1),
)
_REFERRERS = Weighted(
    (Referrer.SELF, 48),
    (Referrer.FAMILY, 18),
    (Referrer.SOCIAL_SERVICE, 12),
    (Referrer.SCHOOL, 7),
    (Referrer.HEALTH, 6),
    (Referrer.DYPA, 5),
    (Referrer.MUNICIPAL, 4),
)
_LANGUAGES = Weighted(("el", 82), ("sq", 8), ("ar", 4), ("uk", 3), ("ru", 3))
_CAPACITIES = Weighted((Capacity.PARENT, 50), (Capacity.RELATIVE, 30), (Capacity.AUTHORISED, 20))
_PRESENTERS = ("Μαρία Αναγνώστου", "Κώστας Βλάχος", "Σοφία Δημητρίου", "Γιώργος Ράπτης")
_STEPS = (
    "Τηλέφωνο για τα δικαιολογητικά",
    "Έλεγχος της αίτησης στην πλατφόρμα",
    "Τηλέφωνο για νέο ραντεβού",
    "Επικοινωνία με την Κοινωνική Υπηρεσία",
    "Παραλαβή του εντύπου συμπληρωμένου",
)


def written_down(
    visits: Iterable[Recorded], desk: Desk, dice: Random, today: date
) -> Iterator[Contact]:
    """Records of a day's visits that were served; `dice` are the contacts' own.

    Most steps that fell due before `today` were taken.
    """
    served = [recorded for recorded in visits if recorded[0].stage is Stage.DONE]
    for visit, requests in served[:MOST_A_DAY]:
        if dice.random() < _WRITTEN_DOWN:
            axis = propose_axis(request.code for request in requests)
            contact = _contact(replace(_begun(visit, desk, dice), axis=axis), visit, dice)
            yield _taken(contact, dice, today)


def is_lately(day: date, today: date) -> bool:
    """Whether the visits of that day are worth a record."""
    return day >= today - LATELY


def _begun(visit: Visit, desk: Desk, dice: Random) -> Contact:
    at = visit.finished_at or visit.arrived_at
    return Contact(
        desk.ids.at(to_ms(at)),
        visit.id,
        one_of(dice, desk.colleagues),
        at,
        outcome=_OUTCOMES.draw(dice),
    )


def _contact(begun: Contact, visit: Visit, dice: Random) -> Contact:
    if visit.person_id is None:
        return begun
    language = _LANGUAGES.draw(dice)
    contact = replace(begun, referred_by=_REFERRERS.draw(dice), language=language)
    if language != "el":
        contact = replace(contact, interpreter=one_of(dice, tuple(Interpreter)))
    if dice.random() < _FOR_ANOTHER:
        capacity, name = _CAPACITIES.draw(dice), one_of(dice, _PRESENTERS)
        contact = replace(contact, capacity=capacity, presenter_name=name)
    return _followed(contact, visit, dice) if dice.random() < _FOLLOWED_UP else contact


def _taken(contact: Contact, dice: Random, today: date) -> Contact:
    if contact.next_due is None or contact.next_due >= today or dice.random() > _TAKEN:
        return contact
    return replace(contact, next_done_at=contact.recorded_at + timedelta(days=1))


def _followed(contact: Contact, visit: Visit, dice: Random) -> Contact:
    days = 1 + int(dice.random() * _LATEST_STEP.days)
    due = visit.day + timedelta(days=days)
    return replace(contact, next_step=one_of(dice, _STEPS), next_due=due)
