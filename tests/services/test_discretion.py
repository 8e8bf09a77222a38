"""Where the screen is public nobody reads whom a visit is for, or that a prosecutor wrote."""

from dataclasses import replace

import pytest

from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.visits import Channel
from kentro_app.services import reception
from kentro_app.services.access import Permission, may


@pytest.fixture
def day(centre):
    """Somebody waits for the centre's own user; a prosecutor's order came by post."""
    eleni = centre.register()
    centre.check_in(eleni, for_user=centre.user.id)
    other = centre.register("Κανάρη", "Canary")
    centre.check_in(other, channel=Channel.PROSECUTOR)
    return centre


def names(rows):
    return [(row.surname, row.for_whom, row.visit.for_user) for row in rows]


def test_staff_see_whom_a_visit_is_for(day):
    rows = day.look(reception.day_list, now=day.clock())

    assert names(rows) == [
        ("Παπαδοπούλου", day.user.display_name, day.user.id),
        ("Κανάρη", "", None),
    ]


def test_the_desk_sees_who_waits_and_nothing_of_why(day):
    desk = day.act_as(Role.DESK)

    rows = desk.look(reception.day_list, now=desk.clock())

    assert names(rows) == [("Παπαδοπούλου", "", None)]


@pytest.mark.parametrize("role", list(Role))
def test_in_desk_mode_every_role_may_only_what_it_and_the_desk_may(day, role):
    actor = replace(day.store.login.actor, user_id=new_id(), role=role)
    desk = replace(actor, role=Role.DESK)

    in_mode = {p for p in Permission if may(replace(actor, desk_mode=True), p)}

    assert in_mode == {p for p in Permission if may(actor, p) and may(desk, p)}
