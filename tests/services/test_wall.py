"""What leaves for the wall: numbers and rooms of today's calls."""

from datetime import timedelta

from kentro_app.domain.roles import Role
from kentro_app.services import queue, rooms, wall

CANARY = "Καναρίνη"


def board(centre):
    return centre.look(wall.board, now=centre.clock())


def tickets(centre):
    made = board(centre)
    return made.present and made.present.ticket, [call.ticket for call in made.earlier]


def test_the_newest_call_is_large_and_the_earlier_ones_follow(centre):
    for name in ("Άλφα", "Βήτα", "Γάμμα"):
        centre.check_in(centre.register(name))
    assert tickets(centre) == (None, [])

    for _n in range(3):
        centre.clock.at += timedelta(minutes=1)
        last = centre.do(queue.call_next, now=centre.clock())

    assert tickets(centre) == (3, [2, 1])
    centre.do(queue.finish, last.id, now=centre.clock())
    assert tickets(centre) == (None, [3, 2, 1])


def test_who_did_not_come_is_taken_off_the_wall(centre):
    visit = centre.check_in(centre.register())
    centre.do(queue.call, visit.id, now=centre.clock())

    centre.do(queue.not_here, visit.id, now=centre.clock())

    assert tickets(centre) == (None, [])


def test_yesterday_s_calls_are_not_on_the_wall(centre):
    visit = centre.check_in(centre.register())
    centre.do(queue.call, visit.id, now=centre.clock())

    centre.clock.at += timedelta(days=1)

    assert tickets(centre) == (None, [])


def test_the_wall_hears_of_no_name_and_of_no_host(centre):
    host = centre.act_as(Role.PSYCHOLOGIST)
    visit = centre.check_in(centre.register(CANARY, CANARY), for_user=host.user.id, note=CANARY)
    office = centre.look(rooms.all_rooms)[0]
    host.do(rooms.choose_room, office.id)
    host.do(queue.call, visit.id, now=centre.clock())

    said = repr(board(centre))

    assert office.name_el in said
    for hidden in (CANARY, host.user.name, str(host.user.id), str(visit.id), str(visit.person_id)):
        assert hidden not in said
    host.store.close()
