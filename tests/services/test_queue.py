"""The queue on a real store: whose turn it is, what every step leaves behind, the way back."""

from datetime import timedelta

import pytest

from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.sites import RoomNameTaken, UnknownRoom
from kentro_app.domain.users import UnknownUser
from kentro_app.domain.visits import (
    AlreadyHere,
    CancelReason,
    ChangedMeanwhile,
    Channel,
    NeverWaited,
    NobodyWaiting,
    Priority,
    Stage,
    VisitClosed,
)
from kentro_app.services import queue, reception, rooms
from kentro_app.services.access import NotAllowed


@pytest.fixture
def waiting(centre):
    """Three people, a minute apart."""
    visits = []
    for name in ("Άλφα", "Βήτα", "Γάμμα"):
        visits.append(centre.check_in(centre.register(name)))
        centre.clock.at += timedelta(minutes=1)
    return visits


def do(centre, step, visit, **but):
    return centre.do(step, visit.id, now=centre.clock(), **but)


def step(centre, visit, what, **but):
    return centre.do(
        queue.stepping, visit.id, lambda work, one: what(work, one, now=centre.clock(), **but)
    )


def turns(centre):
    codes = []
    while True:
        try:
            codes.append(centre.do(queue.call_next, now=centre.clock()).ticket)
        except NobodyWaiting:
            return codes


def test_priority_comes_first_and_who_did_not_answer_last(centre, waiting):
    first, _second, third = waiting
    do(centre, queue.call, first)
    do(centre, queue.not_here, first)
    centre.do(queue.set_priority, third.id, Priority.PREGNANCY)

    assert turns(centre) == [3, 2, 1]


def test_a_priority_can_be_taken_away(centre, waiting):
    centre.do(queue.set_priority, waiting[2].id, Priority.URGENT)
    centre.do(queue.set_priority, waiting[2].id, None)

    assert turns(centre) == [1, 2, 3]


def test_every_call_says_by_whom_and_into_which_room(centre, waiting):
    office = centre.look(rooms.all_rooms)[0]
    centre.do(rooms.choose_room, office.id)

    called = do(centre, queue.call, waiting[0])
    again = do(centre, queue.call_again, waiting[0])

    assert (called.called_by, called.room_id) == (centre.user.id, office.id)
    assert (again.room_id, again.missed) == (office.id, 1)
    assert centre.look(reception.day_list, now=centre.clock())[0].room_id == office.id


def test_a_waiting_visit_shows_the_room_of_whom_it_is_for(centre, waiting):
    office = centre.look(rooms.all_rooms)[1]
    centre.do(rooms.choose_room, office.id)

    centre.do(queue.set_for_whom, waiting[0].id, centre.user.id)

    row = centre.look(reception.day_list, now=centre.clock())[0]
    assert (row.for_whom, row.room_id) == (centre.user.display_name, office.id)


def test_a_visit_is_for_somebody_who_works_here(centre, waiting):
    with pytest.raises(UnknownUser):
        centre.do(queue.set_for_whom, waiting[0].id, new_id())


@pytest.mark.parametrize(
    "what", [queue.call, queue.finish, queue.leave, queue.cancel], ids=lambda s: s.__name__
)
def test_every_step_can_be_taken_back_on_the_record(centre, waiting, what):
    stepped = step(centre, waiting[0], what)

    centre.do(queue.take_back, stepped)

    assert centre.do(lambda work: work.visits.get(waiting[0].id)) == waiting[0]
    sets = centre.rows("SELECT value FROM operations WHERE field = 'stage' ORDER BY position")
    assert [value for (value,) in sets][-1] == '"waiting"'  # both stages stay in the history
    assert len(sets) == 2


def test_what_somebody_has_gone_on_with_is_not_taken_back(centre, waiting):
    stepped = step(centre, waiting[0], queue.call)
    do(centre, queue.finish, waiting[0])

    with pytest.raises(ChangedMeanwhile):
        centre.do(queue.take_back, stepped)

    assert centre.do(lambda work: work.visits.get(waiting[0].id)).stage is Stage.DONE


def test_an_ended_visit_is_taken_up_unless_the_person_is_here_again(centre):
    eleni = centre.register()
    first = centre.check_in(eleni)
    do(centre, queue.finish, first)
    assert do(centre, queue.take_up, first).stage is Stage.WAITING
    stepped = step(centre, first, queue.leave)
    centre.check_in(eleni)

    with pytest.raises(AlreadyHere):
        do(centre, queue.take_up, first)
    with pytest.raises(AlreadyHere):
        centre.do(queue.take_back, stepped)
    assert centre.do(lambda work: work.visits.get(first.id)).stage is Stage.LEFT


def test_a_telephone_call_never_joins_those_who_wait(centre):
    call = centre.check_in(centre.register(), channel=Channel.PHONE)

    with pytest.raises(NeverWaited):
        do(centre, queue.take_up, call)

    assert turns(centre) == []


def test_a_cancelled_visit_keeps_its_reason(centre, waiting):
    ended = do(centre, queue.cancel, waiting[0], because=CancelReason.WRONG_PERSON)

    assert ended.cancelled_because is CancelReason.WRONG_PERSON
    with pytest.raises(VisitClosed):
        do(centre, queue.leave, waiting[0])


def test_who_has_no_business_at_the_desk_takes_no_step(centre, waiting):
    technician = centre.act_as(Role.TECHNICIAN)

    with pytest.raises(NotAllowed):
        do(technician, queue.call, waiting[0])
    with pytest.raises(NotAllowed):
        technician.do(queue.call_next, now=centre.clock())
    technician.store.close()


def test_rooms_are_named_once_and_found_by_either_name(centre):
    made = centre.do(rooms.add_room, rooms.NewRoom("Γραφείο 7", "Office 7"))
    renamed = centre.do(rooms.rename_room, "office 7", rooms.NewRoom("Γραφείο 8"))

    assert (renamed.id, renamed.name_en) == (made.id, "Γραφείο 8")
    with pytest.raises(RoomNameTaken):
        centre.do(rooms.add_room, rooms.NewRoom("ΓΡΑΦΕΊΟ 8"))
    with pytest.raises(UnknownRoom):
        centre.do(rooms.place_user, "eleni", "Γραφείο 7")
    assert centre.do(rooms.place_user, "eleni", "Γραφείο 8").room_id == made.id
    assert centre.do(rooms.place_user, "eleni", "").room_id is None


def test_everybody_says_where_they_receive_and_nobody_where_others_do(centre):
    office = centre.look(rooms.all_rooms)[0]
    worker = centre.act_as(Role.SOCIAL_WORKER)

    assert worker.do(rooms.choose_room, office.id).room_id == office.id
    assert worker.do(rooms.place_user, worker.user.name, office.name_el).room_id == office.id
    with pytest.raises(NotAllowed):
        worker.do(rooms.place_user, "eleni", office.name_el)
    with pytest.raises(NotAllowed):
        worker.do(rooms.add_room, rooms.NewRoom("Γραφείο 9"))
    with pytest.raises(UnknownRoom):
        worker.do(rooms.choose_room, new_id())
    worker.store.close()
