from datetime import timedelta

import pytest

from kentro_app.domain.ids import new_id
from kentro_app.domain.people import UnknownPerson
from kentro_app.domain.requests import UnknownRequest
from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import TooLong, UnprintableText
from kentro_app.domain.visits import (
    AgeBand,
    AlreadyHere,
    ArrivalInFuture,
    NameOrAnonymous,
    NobodyWaiting,
    NotWaiting,
    Stage,
    UnknownVisit,
    VisitClosed,
)
from kentro_app.services import queue, reception
from kentro_app.services.access import NotAllowed


def test_tickets_count_up_within_a_day_and_start_again_the_next(centre):
    codes = [centre.check_in(centre.register(f"Άλφα{n}")).code for n in range(2)]
    centre.clock.at += timedelta(days=1)
    codes.append(centre.check_in(centre.register("Βήτα")).code)

    assert codes == ["A-001", "A-002", "A-001"]


def test_the_day_is_the_day_at_the_centre(centre):
    centre.clock.at = centre.clock.at.replace(hour=22, minute=30)  # half past midnight in Athens

    visit = centre.check_in(centre.register())

    assert visit.day.isoformat() == "2026-11-24"


def test_an_open_visit_forbids_another_and_a_closed_one_does_not(centre):
    eleni = centre.register()
    first = centre.check_in(eleni)
    with pytest.raises(AlreadyHere):
        centre.check_in(eleni)

    centre.do(queue.finish, first.id, now=centre.clock())

    assert centre.check_in(eleni).ticket == 2


def test_a_visit_goes_forward_and_never_back(centre):
    visit = centre.check_in(centre.register())
    later = centre.clock() + timedelta(minutes=9)

    called = centre.do(queue.call, visit.id, now=later)
    done = centre.do(queue.finish, visit.id, now=later)

    assert (called.stage, called.called_at) == (Stage.CALLED, later)
    assert done.waiting_time(later + timedelta(hours=1)) == timedelta(minutes=9)
    with pytest.raises(NotWaiting):
        centre.do(queue.call, visit.id, now=later)
    for step in (queue.finish, queue.leave, queue.cancel):
        with pytest.raises(VisitClosed):
            centre.do(step, visit.id, now=later)


def test_a_corrected_clock_does_not_make_a_wait_negative(centre):
    visit = centre.check_in(centre.register())

    assert visit.waiting_time(centre.clock() - timedelta(minutes=5)) == timedelta(0)


def test_whoever_waits_longest_is_called_next_but_not_for_a_colleague(centre):
    colleague = centre.act_as(Role.SOCIAL_WORKER).user
    centre.check_in(centre.register("Άλφα"), for_user=colleague.id)
    centre.clock.at += timedelta(minutes=1)
    mine = centre.check_in(centre.register("Βήτα"), for_user=centre.user.id)
    centre.clock.at += timedelta(minutes=1)
    anybody = centre.check_in(centre.register("Γάμμα"))

    called = [centre.do(queue.call_next, now=centre.clock()).id for _ in range(2)]

    assert called == [mine.id, anybody.id]
    with pytest.raises(NobodyWaiting):
        centre.do(queue.call_next, now=centre.clock())


def test_an_anonymous_contact_keeps_sex_and_age_and_nobody(centre):
    centre.check_in(anonymous_sex=Sex.F, anonymous_age=AgeBand.ADULT, requests=("A.HOUSING",))

    (row,) = centre.look(reception.day_list, now=centre.clock())

    assert (row.visit.person_id, row.surname, row.is_new) == (None, "", False)
    assert row.visit.anonymous_age is AgeBand.ADULT


def test_a_visit_is_of_somebody_or_anonymous(centre):
    with pytest.raises(NameOrAnonymous):
        centre.check_in()
    with pytest.raises(NameOrAnonymous):
        centre.check_in(centre.register(), anonymous_sex=Sex.M)


def test_a_visit_entered_afterwards_carries_its_true_time_and_a_mark(centre):
    yesterday = centre.clock() - timedelta(days=1)

    visit = centre.check_in(centre.register(), arrived_at=yesterday)

    assert (visit.arrived_at, visit.day.day, visit.late_entry) == (yesterday, 22, True)


def test_bad_input_is_refused_with_its_field(centre):
    eleni = centre.register()
    for about, refusal, field in (
        ({"requests": ("A.NOSUCH",)}, UnknownRequest, "requests"),
        ({"arrived_at": centre.clock() + timedelta(hours=1)}, ArrivalInFuture, "at"),
        ({"note": "α" * 501}, TooLong, "note"),
        ({"note": "α\x00β"}, UnprintableText, "note"),
    ):
        with pytest.raises(refusal) as caught:
            centre.check_in(eleni, **about)
        assert caught.value.field == field
    with pytest.raises(UnknownVisit):
        centre.do(queue.call, new_id(), now=centre.clock())
    request = reception.CheckIn(new_id(), new_id())
    with pytest.raises(UnknownPerson):
        centre.do(reception.check_in, request, now=centre.clock())


@pytest.mark.parametrize("role", [Role.DPO, Role.TECHNICIAN])
def test_who_has_no_business_at_the_desk_is_refused(centre, role):
    eleni = centre.register()
    other = centre.act_as(role)

    with pytest.raises(NotAllowed):
        other.check_in(eleni)
    with pytest.raises(NotAllowed):
        other.look(reception.day_list, now=centre.clock())
    other.store.close()


def test_a_first_visit_is_new_and_the_second_is_not(centre):
    eleni = centre.register()
    centre.check_in(eleni)
    assert centre.look(reception.day_list, now=centre.clock())[0].is_new

    centre.clock.at += timedelta(days=7)
    centre.check_in(eleni)

    assert not centre.look(reception.day_list, now=centre.clock())[0].is_new
