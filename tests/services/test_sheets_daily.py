"""The day's list without names, counted as domain §7.1 says."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kentro_app.domain.contacts import Contact, Outcome
from kentro_app.domain.ids import new_id
from kentro_app.domain.requests import Axis, Request
from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand, Channel, Stage
from kentro_app.services import sheets
from kentro_app.services.access import NotAllowed
from kentro_app.services.sheets_daily import initials
from kentro_app.services.sheets_model import Layout, Standing

WORDS = sheets.Words("el", "Ανώνυμη επαφή", {stage: stage.value for stage in Stage})


def daily(centre, **but):
    request = sheets.SheetRequest(centre.clock().date(), layout=Layout.DAILY, **but)
    return centre.do(sheets.make_sheet, request, WORDS, now=centre.clock())


def served(centre, person=None, **but):
    visit = centre.check_in(person, **but)
    if visit.stage is Stage.DONE:
        return visit
    done = visit.finish(centre.clock())
    centre.do(lambda work: work.visits.save(done))
    return done


def ask_for(centre, visit, *codes):
    centre.do(
        lambda work: [
            work.requests.add(Request(new_id(), visit.id, code, visit.arrived_at)) for code in codes
        ]
    )


def put(work, contact):
    work.contacts.put(contact)


def test_the_list_says_when_how_what_for_and_what_came_of_it(centre):
    visit = served(centre, centre.register("Άλφα"), for_user=centre.user.id)
    ask_for(centre, visit, "A.EEE", "B.INFO")
    contact = Contact(
        new_id(), visit.id, centre.user.id, centre.clock(), axis=Axis.A, outcome=Outcome.INFORMED
    )
    centre.do(put, contact)

    (row,) = daily(centre).rows

    assert (row.number, row.arrived, row.channel) == (1, visit.arrived_at, Channel.IN_PERSON)
    assert (row.axis, row.requests, row.outcome) == (
        Axis.A,
        ("A.EEE", "B.INFO"),
        Outcome.INFORMED,
    )
    assert row.staff == "Ε.Μ."


def test_nothing_in_the_list_leads_to_a_name(centre):
    person = centre.register("Άλφα", "Βήτα", phones=("6971234567",))
    served(centre, person, note="Θα ξανάρθει")

    shown = repr(daily(centre).rows)

    for secret in ("Άλφα", "Βήτα", "697", person.number, "A-001", str(person.id), "ξανάρθει"):
        assert secret not in shown


def test_people_are_counted_once_and_contacts_each_time(centre):
    first, second = centre.register("Άλφα"), centre.register("Βήτα")
    served(centre, first)
    served(centre, first)
    served(centre, second, channel=Channel.PHONE)
    served(centre, anonymous_sex=Sex.F, anonymous_age=AgeBand.ADULT)
    centre.check_in(centre.register("Γάμα"))

    made = daily(centre)

    totals = made.totals
    assert (totals.contacts, totals.visits) == (5, 4)
    assert (totals.people, totals.new_people) == (2, 2)
    new, back, anonymous = Standing.NEW, Standing.RETURNING, Standing.ANONYMOUS
    assert [row.standing for row in made.rows] == [new, back, new, anonymous, Standing.OPEN]


def test_somebody_served_on_an_earlier_day_returns_and_somebody_who_only_left_does_not(centre):
    known, gone = centre.register("Άλφα"), centre.register("Βήτα")
    served(centre, known)
    left = centre.check_in(gone).leave(centre.clock())
    centre.do(lambda work: work.visits.save(left))
    centre.clock.at += timedelta(days=1)
    served(centre, known)
    served(centre, gone)

    made = daily(centre)

    assert [row.standing for row in made.rows] == [Standing.RETURNING, Standing.NEW]
    assert (made.totals.people, made.totals.new_people) == (2, 1)


def test_a_restricted_request_stands_in_no_line_and_is_counted_apart(centre):
    visit = served(centre, centre.register("Άλφα"))
    ask_for(centre, visit, "C.VIOLENCE")
    contact = Contact(new_id(), visit.id, centre.user.id, centre.clock(), axis=Axis.C)
    centre.do(put, contact)

    made = daily(centre)

    assert (made.rows[0].requests, made.rows[0].axis) == ((), None)
    assert (made.totals.requests, made.totals.restricted) == (0, 1)


def test_what_was_entered_by_mistake_is_not_counted(centre):
    visit = centre.check_in(centre.register("Άλφα"))
    centre.do(lambda work: work.visits.save(replace(visit, stage=Stage.CANCELLED)))

    assert daily(centre).totals.contacts == 0


def test_the_desk_may_not_have_the_list(centre):
    desk = centre.act_as(Role.DESK)

    with pytest.raises(NotAllowed):
        daily(desk)
    desk.store.close()


@pytest.mark.parametrize(
    ("name", "expected"), [("Ε. Μαρκάκη", "Ε.Μ."), ("eleni", "E."), ("", ""), ("Άννα-Μαρία", "Ά.")]
)
def test_initials_are_the_first_letters(name, expected):
    assert initials(name) == expected
