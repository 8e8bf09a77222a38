import pytest

from kentro_app.domain.contacts import Outcome
from kentro_app.domain.ids import new_id
from kentro_app.domain.requests import Axis, RequestState
from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand, Channel, NationalityGroup, Stage, VisitClosed
from kentro_app.services import contact_files, contacts, reception
from kentro_app.services.access import NotAllowed
from kentro_app.services.reception import CheckIn


def nobody(**more):
    return CheckIn(new_id(), anonymous_sex=Sex.F, anonymous_age=AgeBand.ADULT, **more)


def test_an_anonymous_contact_is_over_at_once_and_counts(centre):
    arrival = nobody(anonymous_group=NationalityGroup.EU, requests=("B.INFO",))

    visit = centre.do(contacts.anonymous, arrival, Outcome.INFORMED, now=centre.clock())

    (row,) = centre.look(reception.day_list, now=centre.clock())
    found = centre.look(contact_files.file, visit.id)
    assert (row.visit.stage, row.visit.anonymous_group) == (Stage.DONE, NationalityGroup.EU)
    assert (found.contact.outcome, found.contact.axis) == (Outcome.INFORMED, Axis.B)
    assert [item.state for item in found.requests] == [RequestState.SERVED_HERE]
    assert centre.rows("SELECT count(*) FROM operations WHERE entity = 'visit' AND kind = 'append'")


def test_the_desk_counts_somebody_without_a_name_but_says_nothing_of_why(centre):
    desk = centre.act_as(Role.DESK)

    visit = desk.do(contacts.anonymous, nobody(), now=desk.clock())

    assert visit.stage is Stage.DONE
    for about in ({"requests": ("B.INFO",)}, {}):
        outcome = None if about else Outcome.SERVED
        with pytest.raises(NotAllowed):
            desk.do(contacts.anonymous, nobody(**about), outcome, now=desk.clock())
    desk.store.close()


def test_an_anonymous_contact_can_be_taken_back_once(centre):
    visit = centre.do(contacts.anonymous, nobody(), now=centre.clock())

    taken = centre.do(contacts.take_back, visit.id, now=centre.clock())

    assert taken.stage is Stage.CANCELLED
    with pytest.raises(VisitClosed):
        centre.do(contacts.take_back, visit.id, now=centre.clock())


@pytest.mark.parametrize("channel", [channel for channel in Channel if not channel.queues])
def test_nobody_waits_who_did_not_come_and_they_may_call_twice(centre, channel):
    eleni = centre.register()

    first = centre.check_in(eleni, channel=channel)
    second = centre.check_in(eleni, channel=channel)

    assert (first.stage, second.stage) == (Stage.DONE, Stage.DONE)


def test_the_desk_takes_no_orders_of_the_prosecutor_and_nothing_restricted(centre):
    eleni, desk = centre.register(), centre.act_as(Role.DESK)

    for about in ({"channel": Channel.PROSECUTOR}, {"requests": ("C.VIOLENCE",)}):
        with pytest.raises(NotAllowed):
            desk.check_in(eleni, **about)
    assert desk.check_in(eleni, requests=("A.EEE",)).ticket == 1
    desk.store.close()
