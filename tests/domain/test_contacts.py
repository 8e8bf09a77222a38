from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentro_app.domain.contacts import (
    Capacity,
    CapacityMissing,
    Contact,
    DueBeforeContact,
    NextStepMissing,
    NotALanguage,
    Outcome,
    PresenterIsSubject,
    PresenterMissing,
    SubjectTwice,
    TooManySubjects,
    require_sound,
    require_subjects,
    state_after,
)
from kentro_app.domain.ids import new_id
from kentro_app.domain.requests import (
    Axis,
    RequestCode,
    RequestState,
    SuccessorUnusable,
    UnknownRequest,
    axis_of,
    propose_axis,
    require_successor,
)

DAY = date(2026, 11, 23)
CODES = st.lists(st.sampled_from(["A.EEE", "A.KOT", "B.INFO", "C.PSY", "C.LEGAL"]), max_size=6)


def contact(**said):
    return Contact(new_id(), new_id(), new_id(), datetime(2026, 11, 23, tzinfo=UTC), **said)


@pytest.mark.parametrize(
    ("said", "refusal", "field"),
    [
        ({"capacity": Capacity.PARENT}, PresenterMissing, "presenter"),
        ({"presenter_name": "Μαρία"}, CapacityMissing, "capacity"),
        ({"capacity": Capacity.SELF, "presenter_name": "Μαρία"}, CapacityMissing, "capacity"),
        ({"next_due": DAY}, NextStepMissing, "next_step"),
        (
            {"next_due": DAY - timedelta(days=1), "next_step": "τηλ."},
            DueBeforeContact,
            "next_due",
        ),
        ({"language": "ελληνικά"}, NotALanguage, "language"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(said, refusal, field):
    with pytest.raises(refusal) as caught:
        require_sound(contact(**said), None, DAY)

    assert caught.value.field == field


def test_nobody_speaks_for_themselves_in_another_capacity():
    somebody = new_id()
    said = contact(capacity=Capacity.GUARDIAN, presenter_id=somebody)

    with pytest.raises(PresenterIsSubject):
        require_sound(said, somebody, DAY)

    assert require_sound(said, new_id(), DAY) is said


def test_a_parent_with_a_name_and_a_step_due_the_same_day_are_sound():
    said = contact(capacity=Capacity.PARENT, presenter_name="Μαρία", next_step="τηλ.", next_due=DAY)

    assert require_sound(said, new_id(), DAY) is said


def test_each_further_subject_is_named_once_and_is_not_the_first_one():
    one, other = new_id(), new_id()

    assert require_subjects([one, other], new_id()) == (one, other)
    for wanted, first in (([one, one], None), ([one], one)):
        with pytest.raises(SubjectTwice):
            require_subjects(wanted, first)
    with pytest.raises(TooManySubjects):
        require_subjects([new_id() for _n in range(21)], None)


@given(CODES)
def test_the_proposed_axis_is_one_no_other_has_more_of(codes):
    axis = propose_axis(codes)

    counts = {each: sum(axis_of(code) is each for code in codes) for each in Axis}
    assert (axis is None) == (not codes)
    assert axis is None or counts[axis] == max(counts.values())


def test_of_two_axes_with_as_many_requests_the_first_named_is_proposed():
    assert propose_axis(["C.PSY", "A.EEE"]) is Axis.C
    assert propose_axis(["A.EEE", "C.PSY"]) is Axis.A


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_leaves_a_request_in_a_state_that_counts(outcome):
    assert state_after(outcome) is not RequestState.ENTERED_IN_ERROR


def test_an_outcome_that_ends_the_matter_ends_the_request():
    assert state_after(Outcome.INFORMED) is RequestState.SERVED_HERE
    assert state_after(Outcome.REFUSED) is RequestState.WITHDRAWN
    assert state_after(None) is RequestState.NEW


def test_a_successor_is_another_request_that_is_still_offered():
    entries = [
        RequestCode("A.EEE", "ΕΕΕ", "GMI"),
        RequestCode("A.OLD", "ΚΕΑ", "old", valid_to=DAY),
    ]

    assert require_successor("A.OLD", "A.EEE", entries) == "A.EEE"
    for code, successor, refusal in (
        ("A.EEE", "A.EEE", SuccessorUnusable),
        ("A.EEE", "A.OLD", SuccessorUnusable),
        ("A.EEE", "A.NONE", UnknownRequest),
    ):
        with pytest.raises(refusal):
            require_successor(code, successor, entries)
