import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kentro_app.domain.contacts import (
    Capacity,
    Interpreter,
    NextStepMissing,
    Outcome,
    PresenterIsSubject,
    PresenterMissing,
    Referrer,
    SubjectTwice,
    UnknownContact,
)
from kentro_app.domain.ids import new_id
from kentro_app.domain.people import UnknownPerson
from kentro_app.domain.requests import Axis, UnknownRequest
from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import TooLong
from kentro_app.domain.visits import (
    Channel,
    Stage,
    UnknownVisit,
    VisitClosed,
)
from kentro_app.services import catalogue, contact_files, contacts, queue, reception
from kentro_app.services.access import NotAllowed
from kentro_app.services.contacts import ContactRequest
from kentro_app.services.reception import CheckIn

CODES = ("A.EEE", "A.HOUSING", "B.INFO", "C.PSY", "C.LEGAL")


@pytest.fixture
def visit(centre):
    return centre.check_in(centre.register())


def record(centre, visit, **said):
    return centre.do(contacts.record, ContactRequest(visit.id, **said), now=centre.clock())


def file(centre, visit):
    return centre.look(contact_files.file, visit.id)


def test_everything_written_down_is_there_again(centre, visit):
    mother, child = centre.register("Μάνα"), centre.register("Παιδί")
    said = {
        "requests": ("C.PSY", "C.LEGAL", "A.EEE"),
        "capacity": Capacity.PARENT,
        "presenter_id": mother.id,
        "subjects": (child.id,),
        "referred_by": Referrer.SCHOOL,
        "referrer_name": "2ο Δημοτικό",
        "language": "sq",
        "interpreter": Interpreter.NEEDED,
        "outcome": Outcome.APPOINTMENT,
        "next_step": "Τηλέφωνο στο σχολείο",
        "next_due": visit.day + timedelta(days=7),
        "note": "Θα έρθει με τη μητέρα.",
    }

    record(centre, visit, **said)

    found = file(centre, visit)
    assert found.request() == ContactRequest(visit.id, axis=Axis.C, **said)
    assert (found.presenter.surname, found.subjects[0].surname) == ("Μάνα", "Παιδί")


def test_recording_what_is_there_already_writes_nothing(centre, visit):
    record(centre, visit, requests=("A.EEE",), next_step="τηλ.", note="x")
    before = centre.rows("SELECT count(*) FROM operations")

    centre.do(contacts.record, file(centre, visit).request(), now=centre.clock())

    assert centre.rows("SELECT count(*) FROM operations") == before


def test_the_proposed_axis_can_be_changed_and_stays(centre, visit):
    record(centre, visit, requests=("A.EEE",), axis=Axis.B)

    assert file(centre, visit).contact.axis is Axis.B


def test_a_request_taken_away_is_kept_and_counts_nowhere(centre, visit):
    record(centre, visit, requests=("A.EEE", "B.INFO"))

    record(centre, visit, requests=("B.INFO",))

    states = dict(centre.rows("SELECT code, state FROM requests"))
    assert states == {"A.EEE": "entered_in_error", "B.INFO": "new"}
    assert [item.code for item in file(centre, visit).requests] == ["B.INFO"]


def test_a_subject_taken_away_is_kept_and_can_come_back(centre, visit):
    child = centre.register("Παιδί")
    record(centre, visit, subjects=(child.id,))
    record(centre, visit)
    assert file(centre, visit).subjects == ()
    assert centre.look(reception.day_list, now=centre.clock())[0].others == 0

    record(centre, visit, subjects=(child.id,))

    assert [person.id for person in file(centre, visit).subjects] == [child.id]
    assert centre.rows("SELECT count(*) FROM subjects") == [(1,)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.lists(st.sampled_from(CODES), unique=True, max_size=4), max_size=4))
def test_whatever_is_recorded_in_turn_the_last_word_stands_and_nothing_is_lost(centre, turns):
    visit = centre.check_in(anonymous_sex=Sex.F)
    made = 0
    live = set()

    for codes in turns:
        record(centre, visit, requests=tuple(codes))
        made += len(set(codes) - live)
        live = set(codes)

    assert {item.code for item in file(centre, visit).requests} == live
    count = centre.rows("SELECT count(*) FROM requests WHERE visit_id = ?", visit.id.bytes)
    assert count == [(made,)]


def test_a_refused_record_leaves_everything_as_it_was(centre, visit):
    with pytest.raises(NextStepMissing):
        record(centre, visit, requests=("A.EEE",), note="x", next_due=visit.day)

    assert file(centre, visit).requests == ()
    assert file(centre, visit).visit.note == ""


def test_bad_input_is_refused_with_its_field(centre, visit):
    child = centre.register("Παιδί")
    for said, refusal, field in (
        ({"requests": ("A.NOSUCH",)}, UnknownRequest, "requests"),
        ({"subjects": (visit.person_id,)}, SubjectTwice, "subjects"),
        ({"subjects": (child.id, child.id)}, SubjectTwice, "subjects"),
        ({"subjects": (new_id(),)}, UnknownPerson, "subjects"),
        ({"capacity": Capacity.PARENT}, PresenterMissing, "presenter"),
        ({"capacity": Capacity.PARENT, "presenter_id": new_id()}, UnknownPerson, "presenter"),
        (
            {"capacity": Capacity.PARENT, "presenter_id": visit.person_id},
            PresenterIsSubject,
            "presenter",
        ),
        ({"note": "α" * 501}, TooLong, "note"),
        ({"next_step": "α" * 201}, TooLong, "next_step"),
    ):
        with pytest.raises(refusal) as caught:
            record(centre, visit, **said)
        assert caught.value.field == field
    with pytest.raises(UnknownVisit):
        centre.do(contacts.record, ContactRequest(new_id()), now=centre.clock())


def test_a_cancelled_visit_has_nothing_to_write_down(centre, visit):
    centre.do(queue.cancel, visit.id, now=centre.clock())

    with pytest.raises(VisitClosed):
        record(centre, visit, note="x")


def test_a_visit_that_is_over_can_still_be_written_down(centre, visit):
    centre.do(queue.finish, visit.id, now=centre.clock())

    record(centre, visit, outcome=Outcome.SERVED)

    assert file(centre, visit).contact.outcome is Outcome.SERVED


def test_a_request_that_ended_stays_where_it_was_made_and_is_offered_no_more(centre, visit):
    record(centre, visit, requests=("A.EEE",))
    centre.do(catalogue.end, "A.EEE", now=centre.clock(), last_day=visit.day - timedelta(days=1))

    record(centre, visit, requests=("A.EEE", "B.INFO"))

    assert {item.code for item in file(centre, visit).requests} == {"A.EEE", "B.INFO"}
    with pytest.raises(UnknownRequest):
        record(centre, centre.check_in(centre.register("Άλλη")), requests=("A.EEE",))


def test_the_trail_names_the_fields_and_never_what_they_say(centre, visit):
    record(centre, visit, presenter_name="Κρυφή Κυρία", capacity=Capacity.RELATIVE)
    file(centre, visit)

    with centre.store.view() as work:
        entries = [json.loads(entry.record) for entry in work.trail.entries(0, 10_000)]

    assert {"contact.append", "contact.opened"} <= {entry["action"] for entry in entries}
    assert "Κρυφή" not in json.dumps(entries, ensure_ascii=False)


@pytest.mark.parametrize("role", [Role.DESK, Role.MEDIATOR, Role.DPO, Role.TECHNICIAN])
def test_who_may_not_see_the_service_writes_and_reads_nothing_of_it(centre, visit, role):
    other = centre.act_as(role)

    for forbidden in (
        lambda: record(other, visit, note="x"),
        lambda: file(other, visit),
        lambda: other.look(contact_files.offer, visit.day),
        lambda: other.look(contacts.steps_due, visit.day),
        lambda: other.do(contacts.step_done, new_id(), now=other.clock()),
    ):
        with pytest.raises(NotAllowed):
            forbidden()
    other.store.close()


def test_desk_mode_takes_the_record_away_from_whoever_enters_it(centre, visit):
    centre.store.set_desk_mode(True)

    with pytest.raises(NotAllowed):
        record(centre, visit, note="x")


def test_a_visit_and_its_record_come_together_or_not_at_all(centre):
    eleni = centre.register()
    arrival = CheckIn(new_id(), eleni.id, channel=Channel.PHONE)

    bad = ContactRequest(arrival.visit_id, next_due=centre.clock().date())
    with pytest.raises(NextStepMissing):
        centre.do(contacts.open_and_record, arrival, bad, now=centre.clock())
    assert not centre.look(reception.day_list, now=centre.clock())

    good = ContactRequest(arrival.visit_id, requests=("A.EEE",), note="πήρε τηλέφωνο")
    visit = centre.do(contacts.open_and_record, arrival, good, now=centre.clock())

    assert (visit.stage, visit.note) == (Stage.DONE, "πήρε τηλέφωνο")
    assert file(centre, visit).request() == replace(good, axis=Axis.A)


def test_steps_fall_due_until_they_are_done_and_a_new_date_opens_them_again(centre, visit):
    week = visit.day + timedelta(days=7)
    said = record(centre, visit, next_step="τηλ.", next_due=week)
    due = lambda day: [step.name for step in centre.look(contacts.steps_due, day)]  # noqa: E731

    assert (due(visit.day), due(week)) == ([], ["Παπαδοπούλου Ελένη"])
    centre.do(contacts.step_done, said.id, now=centre.clock())
    assert due(week) == []
    record(centre, visit, next_step="τηλ.", next_due=week, outcome=Outcome.SERVED)
    assert due(week) == []
    record(centre, visit, next_step="ξανά", next_due=week)
    assert due(week) == ["Παπαδοπούλου Ελένη"]
    centre.do(contacts.step_done, said.id, now=centre.clock())
    centre.do(contacts.step_open, said.id)
    assert due(week) == ["Παπαδοπούλου Ελένη"]
    with pytest.raises(UnknownContact):
        centre.do(contacts.step_done, new_id(), now=centre.clock())


def test_the_offer_names_what_was_asked_for_most_of_late_first(centre, visit):
    record(centre, visit, requests=("B.INFO", "A.EEE"))
    record(centre, centre.check_in(centre.register("Βήτα")), requests=("B.INFO",))

    offer = centre.look(contact_files.offer, visit.day)

    assert offer.often == ("B.INFO", "A.EEE")
    assert {"C.VIOLENCE", "B.INFO"} <= {entry.code for entry in offer.entries}
