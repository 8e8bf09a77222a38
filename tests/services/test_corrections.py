"""Corrections on a real store: nothing disappears, and each can be undone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kentro_app.domain.contacts import Outcome, SubjectTwice
from kentro_app.domain.corrections import NotADouble, OtherDay, Times, times_of
from kentro_app.domain.ids import new_id
from kentro_app.domain.people import UnknownPerson
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AlreadyHere, CancelReason, ChangedMeanwhile, Stage
from kentro_app.services import contacts, corrections, history, queue
from kentro_app.services.contacts import ContactRequest, live


def visit_of(centre, visit):
    return centre.do(lambda work: work.visits.get(visit.id))


def fields(centre, visit):
    return [change.field for change in centre.look(history.of_record, "visit", visit.id)]


def codes(centre, visit):
    return [request.code for request in live(centre.look(lambda w: w.requests.of_visit(visit.id)))]


def record(centre, visit, **said):
    request = ContactRequest(visit.id, **said)
    return centre.do(contacts.record, request, now=centre.clock())


def test_a_visit_goes_over_to_the_right_person_and_tells_so(centre):
    wrong, right = centre.register("Άλφα"), centre.register("Βήτα")
    visit = centre.check_in(wrong)

    made = centre.do(corrections.set_person, visit.id, right.id)

    assert made.visit.person_id == right.id
    (change,) = centre.look(history.of_record, "visit", visit.id)
    assert (change.before, change.value) == (str(wrong.id), str(right.id))
    assert change.who == centre.user.display_name
    centre.check_in(wrong)  # who was never here can come now


def test_an_anonymous_visit_gets_its_person(centre):
    visit = centre.check_in(anonymous_sex=Sex.F)
    eleni = centre.register()

    changed = centre.do(corrections.set_person, visit.id, eleni.id).visit

    assert (changed.person_id, changed.anonymous_sex) == (eleni.id, None)


def test_the_right_person_is_known_and_not_here_already(centre):
    visit = centre.check_in(centre.register("Άλφα"))
    other = centre.register("Βήτα")
    centre.check_in(other)

    with pytest.raises(UnknownPerson):
        centre.do(corrections.set_person, visit.id, new_id())
    with pytest.raises(AlreadyHere):
        centre.do(corrections.set_person, visit.id, other.id)
    assert visit_of(centre, visit) == visit


def test_a_further_subject_does_not_become_the_first_one_too(centre):
    child = centre.register("Άλφα", "Παιδί")
    visit = centre.check_in(centre.register("Άλφα"))
    record(centre, visit, subjects=(child.id,))

    with pytest.raises(SubjectTwice):
        centre.do(corrections.set_person, visit.id, child.id)


def test_corrected_times_set_the_late_mark_anew_and_take_it_away_again(centre):
    visit = centre.check_in(centre.register())
    centre.clock.at += timedelta(hours=1)
    earlier = Times(visit.arrived_at - timedelta(minutes=30))

    late = centre.do(corrections.set_times, visit.id, earlier, now=centre.clock()).visit
    back = centre.do(
        corrections.set_times, visit.id, Times(visit.arrived_at), now=centre.clock()
    ).visit

    assert (late.arrived_at, late.late_entry) == (earlier.arrived_at, True)
    assert back == visit
    assert fields(centre, visit) == ["arrived_at", "late_entry"] * 2


def test_what_was_entered_late_stays_so(centre):
    visit = centre.check_in(centre.register(), arrived_at=centre.clock() - timedelta(hours=2))
    moved = Times(visit.arrived_at + timedelta(minutes=5))

    changed = centre.do(corrections.set_times, visit.id, moved, now=centre.clock()).visit

    assert changed.late_entry


def test_a_ticket_stays_on_its_day(centre):
    visit = centre.check_in(centre.register())
    before = replace(times_of(visit), arrived_at=visit.arrived_at - timedelta(days=1))

    with pytest.raises(OtherDay):
        centre.do(corrections.set_times, visit.id, before, now=centre.clock())


@pytest.fixture
def twice(centre):
    """One person checked in twice: as somebody known, and before without a name."""
    first = centre.check_in(anonymous_sex=Sex.F, requests=("A.EEE",))
    centre.clock.at += timedelta(minutes=4)
    second = centre.check_in(centre.register(), requests=("B.INFO",))
    record(centre, first, requests=("A.EEE",), outcome=Outcome.SERVED, next_step="call")
    return first, second


def test_a_double_is_cancelled_and_what_it_held_goes_over(centre, twice):
    double, kept = twice

    made = centre.do(corrections.join, kept.id, double.id, now=centre.clock())

    ended = visit_of(centre, double)
    assert (ended.stage, ended.cancelled_because) == (Stage.CANCELLED, CancelReason.DOUBLE)
    assert made.visit.arrived_at == double.arrived_at
    assert sorted(codes(centre, kept)) == ["A.EEE", "B.INFO"]
    assert centre.look(lambda w: w.contacts.of_visit(kept.id)).outcome is Outcome.SERVED


def test_joining_can_be_undone_whole(centre, twice):
    double, kept = twice
    made = centre.do(corrections.join, kept.id, double.id, now=centre.clock())

    centre.do(corrections.take_back, made)

    assert (visit_of(centre, double), visit_of(centre, kept)) == (double, kept)
    assert (codes(centre, double), codes(centre, kept)) == (["A.EEE"], ["B.INFO"])
    assert centre.look(lambda w: w.contacts.of_visit(kept.id)) is None


def test_where_both_say_something_the_kept_one_is_right(centre, twice):
    double, kept = twice
    record(centre, kept, outcome=Outcome.REFERRED, requests=("B.INFO",))

    centre.do(corrections.join, kept.id, double.id, now=centre.clock())

    contact = centre.look(lambda w: w.contacts.of_visit(kept.id))
    assert (contact.outcome, contact.next_step) == (Outcome.REFERRED, "call")


def test_further_subjects_go_over_once(centre, twice):
    double, kept = twice
    child = centre.register("Άλφα", "Παιδί")
    record(centre, double, subjects=(child.id,))

    centre.do(corrections.join, kept.id, double.id, now=centre.clock())

    subjects = centre.look(lambda w: w.contacts.subjects(kept.id))
    assert [subject.person_id for subject in subjects] == [child.id]


def test_a_visit_is_no_double_of_itself(centre, twice):
    with pytest.raises(NotADouble):
        centre.do(corrections.join, twice[0].id, twice[0].id, now=centre.clock())


def test_nobody_undoes_what_others_have_gone_on_with(centre):
    visit = centre.check_in(centre.register("Άλφα"))
    made = centre.do(corrections.set_person, visit.id, centre.register("Βήτα").id)
    centre.do(queue.call, visit.id, now=centre.clock())

    with pytest.raises(ChangedMeanwhile):
        centre.do(corrections.take_back, made)
