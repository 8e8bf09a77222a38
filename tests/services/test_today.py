from datetime import date, timedelta

import pytest

from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.visits import Priority
from kentro_app.services import contacts, drafts, queue, today
from kentro_app.services.access import NotAllowed
from kentro_app.services.contacts import ContactRequest
from tests.stores import make_centre

MONDAY = date(2026, 11, 23)


@pytest.fixture
def centre(tmp_path):
    return make_centre(tmp_path)


def day(centre):
    return centre.look(today.day_so_far, now=centre.clock())


def step(centre, visit, words, due):
    request = ContactRequest(visit.id, next_step=words, next_due=due)
    return centre.do(contacts.record, request, now=centre.clock())


def test_the_day_is_counted_without_mistakes(centre):
    first, second, mistake = (centre.check_in(centre.register(name)) for name in "ΑΒΓ")
    centre.do(queue.cancel, mistake.id, now=centre.clock())
    centre.clock.at += timedelta(minutes=7)
    centre.do(queue.finish, first.id, now=centre.clock())
    centre.clock.at += timedelta(minutes=3)

    so_far = day(centre)

    assert (so_far.arrivals, so_far.served, so_far.longest_wait) == (2, 1, 10)
    assert [row.visit.id for row in so_far.waiting] == [second.id]


def test_those_who_wait_stand_in_the_order_of_their_turn(centre):
    centre.check_in(centre.register("Πρώτη"))
    centre.clock.at += timedelta(minutes=1)
    centre.check_in(centre.register("Δεύτερη"), priority=Priority.PREGNANCY)

    assert [row.surname for row in day(centre).waiting] == ["Δεύτερη", "Πρώτη"]


def test_the_desk_sees_nobody_a_visit_is_for(centre):
    centre.check_in(centre.register("Πρώτη"), for_user=centre.user.id)
    desk = centre.act_as(Role.DESK)

    assert day(centre).waiting[0].for_whom == "Ε. Μαρκάκη"
    assert day(desk).waiting[0].for_whom == ""


def test_overdue_steps_come_first_with_a_safe_phone_and_far_ones_not_at_all(centre):
    eleni = centre.check_in(centre.register("Παπαδοπούλου", "Ελένη", phones=("6971234567",)))
    gikas, xasan = (centre.check_in(centre.register(name, "")) for name in ("Γκίκας", "Χασάν"))
    step(centre, gikas, "Call the bank", MONDAY + timedelta(days=3))
    step(centre, eleni, "Ask for the papers", MONDAY)
    step(centre, xasan, "Later", MONDAY + timedelta(days=8))
    centre.clock.at += timedelta(days=1)

    due = centre.look(today.steps_due, now=centre.clock())

    assert [(found.name, found.phone) for found in due] == [
        ("Παπαδοπούλου Ελένη", "+306971234567"),
        ("Γκίκας", ""),
        ("Χασάν", ""),
    ]
    assert centre.look(today.steps_due, now=centre.clock() - timedelta(days=1)) == due[:2]


def test_a_step_done_is_gone_until_it_is_taken_back(centre):
    contact = step(centre, centre.check_in(centre.register("Γκίκας")), "Call", MONDAY)

    centre.do(contacts.step_done, contact.id, now=centre.clock())
    done = centre.look(today.steps_due, now=centre.clock())
    centre.do(contacts.step_open, contact.id)

    assert (len(done), len(centre.look(today.steps_due, now=centre.clock()))) == (0, 1)


@pytest.mark.parametrize("question", [today.day_so_far, today.steps_due])
def test_who_receives_nobody_sees_nobody(centre, question):
    technician = centre.act_as(Role.TECHNICIAN)

    with pytest.raises(NotAllowed):
        technician.look(question, now=centre.clock())


def test_a_draft_is_its_authors_alone(centre):
    kept = drafts.Kept(drafts.PERSON, "", "Γκίκας", "{}", "surname:6")
    centre.do(drafts.keep, kept, now=centre.clock())
    colleague = centre.act_as(Role.SOCIAL_WORKER)

    assert [draft.title for draft in centre.look(drafts.mine)] == ["Γκίκας"]
    assert colleague.look(drafts.mine) == []
    assert colleague.look(drafts.of_form, drafts.PERSON) is None
    assert colleague.do(drafts.discard, drafts.PERSON) is None
    assert len(centre.look(drafts.mine)) == 1


def test_a_draft_kept_again_remembers_when_it_was_begun(centre):
    kept = drafts.Kept(drafts.PERSON, str(new_id()), "Γ", "{}", "")
    centre.do(drafts.keep, kept, now=centre.clock())
    centre.clock.at += timedelta(minutes=5)
    centre.do(drafts.keep, kept, now=centre.clock())

    (draft,) = centre.look(drafts.mine)

    assert draft.saved_at - draft.begun_at == timedelta(minutes=5)


def test_drafts_leave_no_trace_in_log_or_operations(centre):
    before = (
        centre.rows("SELECT count(*) FROM operations"),
        centre.rows("SELECT count(*) FROM audit"),
    )
    kept = drafts.Kept(drafts.PERSON, "", "Γκίκας", '{"surname":"Γκίκας"}', "")

    centre.do(drafts.keep, kept, now=centre.clock())
    centre.do(drafts.discard, drafts.PERSON)

    assert before == (
        centre.rows("SELECT count(*) FROM operations"),
        centre.rows("SELECT count(*) FROM audit"),
    )
