"""Whatever happens at the desk: times run forwards, and nobody gets lost."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentro_app.domain.corrections import (
    NotADouble,
    StepNotTaken,
    TimeInFuture,
    Times,
    TimesOutOfOrder,
    joined_visit,
    require_double,
    require_times,
    retimed,
    times_of,
)
from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.ids import new_id
from kentro_app.domain.visits import (
    MISSED_OFTEN,
    OPEN_STAGES,
    CancelReason,
    Channel,
    NeverWaited,
    NotCalled,
    NotEnded,
    Priority,
    Stage,
    Visit,
    VisitClosed,
    annulled,
    is_gone,
    meant_for,
    prioritised,
)

TEN = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
STEPS = {
    "call": lambda visit, now: visit.call(now),
    "call_again": lambda visit, now: visit.call_again(now),
    "not_here": lambda visit, now: visit.not_here(),
    "finish": lambda visit, now: visit.finish(now),
    "leave": lambda visit, now: visit.leave(now),
    "cancel": lambda visit, now: visit.cancel(now, CancelReason.DOUBLE),
    "take_up": lambda visit, now: visit.take_up(),
    "priority": lambda visit, now: prioritised(visit, Priority.URGENT),
    "for": lambda visit, now: meant_for(visit, new_id()),
}
# clocks are set back, too
moves = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(-90, 90)), max_size=40)


def a_visit(**but):
    about = {"arrived_at": TEN, "person_id": new_id(), **but}
    common = (new_id(), new_id(), TEN.date(), "A", 1, Channel.IN_PERSON)
    return Visit(*common, recorded_by=new_id(), **about)


def played(steps):
    visit, now = a_visit(), TEN
    for name, minutes in steps:
        now += timedelta(minutes=minutes)
        try:
            visit = STEPS[name](visit, now)
        except RuleViolation:
            continue
        yield visit


@given(moves)
def test_times_never_run_backwards(steps):
    for visit in played(steps):
        taken = [at for at in (visit.arrived_at, visit.called_at, visit.finished_at) if at]
        assert taken == sorted(taken)


@given(moves)
def test_a_visit_is_never_lost_nor_another_person_s(steps):
    visits = list(played(steps))

    assert len({(visit.id, visit.person_id, visit.code, visit.day) for visit in visits}) <= 1
    assert all(visit.arrived_at == TEN for visit in visits)


@given(moves)
def test_what_is_over_has_an_end_and_what_is_open_has_none(steps):
    for visit in played(steps):
        assert (visit.finished_at is None) == (visit.stage in OPEN_STAGES)
        assert (visit.cancelled_because is not None) == (visit.stage is Stage.CANCELLED)


@given(moves)
def test_whatever_ended_can_be_taken_up_where_it_was(steps):
    for visit in played(steps):
        if visit.stage in OPEN_STAGES:
            with pytest.raises(NotEnded):
                visit.take_up()
        else:
            again = visit.take_up()
            assert again.stage is (Stage.CALLED if visit.called_at else Stage.WAITING)


@pytest.mark.parametrize("channel", [each for each in Channel if not each.queues])
def test_a_contact_that_never_waited_does_not_go_back_to_those_who_wait(channel):
    over = replace(a_visit(), channel=channel).finish(TEN)

    with pytest.raises(NeverWaited):
        over.take_up()


def test_only_what_is_over_is_annulled_and_it_keeps_its_end():
    over = a_visit().finish(TEN)

    with pytest.raises(NotEnded):
        annulled(a_visit(), CancelReason.MISTAKE)
    struck = annulled(over, CancelReason.MISTAKE)
    assert (struck.stage, struck.finished_at) == (Stage.CANCELLED, over.finished_at)


def test_three_calls_without_an_answer_say_that_somebody_has_gone():
    visit, gone = a_visit(), []
    for _n in range(MISSED_OFTEN):
        visit = visit.call(TEN).not_here()
        gone.append(is_gone(visit))

    assert gone == [False, False, True]
    assert not is_gone(visit.leave(TEN))


def test_only_somebody_called_is_called_again_or_missing():
    for step in ("call_again", "not_here"):
        with pytest.raises(NotCalled):
            STEPS[step](a_visit(), TEN)


def test_a_priority_of_a_closed_visit_means_nothing():
    ended = a_visit().finish(TEN)

    with pytest.raises(VisitClosed):
        prioritised(ended, Priority.URGENT)
    with pytest.raises(VisitClosed):
        meant_for(ended, None)


def minutes(n):
    return TEN + timedelta(minutes=n)


def test_corrected_times_keep_their_order():
    visit = a_visit().call(minutes(5)).finish(minutes(20))
    now = minutes(60)

    assert require_times(visit, times_of(visit), now) == times_of(visit)
    with pytest.raises(TimesOutOfOrder) as order:
        require_times(visit, Times(minutes(6), minutes(5), minutes(20)), now)
    assert order.value.field == "called_at"
    with pytest.raises(TimeInFuture) as future:
        require_times(visit, Times(minutes(0), minutes(5), minutes(61)), now)
    assert future.value.field == "finished_at"


@pytest.mark.parametrize("times", [Times(TEN), Times(TEN, TEN, TEN)])
def test_a_time_is_moved_never_added_nor_taken_away(times):
    with pytest.raises(StepNotTaken):
        require_times(a_visit().call(TEN), times, minutes(60))


def test_the_late_mark_follows_the_time_of_entry():
    visit = a_visit()

    assert retimed(visit, Times(minutes(-16)), TEN).late_entry
    assert not retimed(visit, Times(minutes(-15)), TEN).late_entry
    assert retimed(a_visit(late_entry=True), Times(minutes(-1)), None).late_entry


def test_two_check_ins_are_one_only_on_one_day_and_while_both_count():
    visit = a_visit()
    here = {"site_id": visit.site_id, "id": new_id()}
    tomorrow = visit.day + timedelta(days=1)

    require_double(visit, replace(visit, **here))
    for double in (
        visit,
        replace(visit, **here).cancel(TEN),
        replace(visit, id=new_id(), day=tomorrow),
        replace(visit, id=new_id(), site_id=new_id()),
    ):
        with pytest.raises(NotADouble):
            require_double(visit, double)


def test_of_two_check_ins_the_earlier_arrival_stays():
    late = a_visit(arrived_at=minutes(10))
    early = a_visit(priority=Priority.PREGNANCY, note="ramp")

    kept = joined_visit(late, early)

    assert (kept.id, kept.arrived_at) == (late.id, TEN)
    assert (kept.priority, kept.note) == (Priority.PREGNANCY, "ramp")
