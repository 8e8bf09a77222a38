from dataclasses import replace
from datetime import timedelta

import pytest

from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand, Channel, Stage, UnknownVisit
from kentro_app.services import sheets
from kentro_app.services.access import NotAllowed
from kentro_app.services.profiles import load
from kentro_app.services.sheets_model import Layout, NameStyle

WORDS = sheets.Words("el", "Ανώνυμη επαφή", {stage: stage.value for stage in Stage})


def sheet(centre, **but):
    request = sheets.SheetRequest(centre.clock().date(), **but)
    return centre.do(sheets.make_sheet, request, WORDS, now=centre.clock())


def change(centre, visit, **fields):
    """The visit as it is after a correction."""
    after = replace(visit, **fields)
    centre.do(lambda work: work.visits.save(after))
    return after


def test_the_sheet_lists_who_came_with_times_and_whom_for(centre):
    visit = centre.check_in(centre.register("Παπαδοπούλου", "Ελένη"), for_user=centre.user.id)
    left = centre.clock() + timedelta(minutes=20)
    change(centre, visit, stage=Stage.DONE, finished_at=left)

    made = sheet(centre)

    (row,) = made.rows
    assert (row.code, row.name, row.for_whom) == ("A-001", "Παπαδοπούλου Ελένη", "Ε. Μαρκάκη")
    assert (row.arrived, row.left) == (centre.clock(), left)
    assert (made.site_name, made.printed_by) == ("Κέντρο Κοινότητας Πετρούπολης", "Ε. Μαρκάκη")


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        (NameStyle.FULL, "Παπαδοπούλου Ελένη"),
        (NameStyle.INITIALS, "Π. Ε."),
        (NameStyle.NUMBER, "PET-A-2026-00001"),
    ],
)
def test_a_name_shows_as_much_as_was_chosen(centre, style, shown):
    centre.check_in(centre.register("Παπαδοπούλου", "Ελένη"))

    assert sheet(centre, names=style).rows[0].name == shown


def test_mistakes_and_telephone_calls_are_not_on_the_sheet(centre):
    mistake = centre.check_in(centre.register("Άλφα"))
    change(centre, mistake, stage=Stage.CANCELLED)
    centre.check_in(centre.register("Βήτα"), channel=Channel.PHONE)
    centre.check_in(anonymous_sex=Sex.F, anonymous_age=AgeBand.ADULT)

    made = sheet(centre)

    assert [row.name for row in made.rows] == ["Ανώνυμη επαφή"]
    assert (made.totals.arrivals, made.totals.anonymous) == (1, 1)


def test_every_copy_has_its_number_and_its_place_in_the_log(centre):
    first, second = sheet(centre), sheet(centre)

    assert (first.copy_number, second.copy_number) == (1, 2)
    n, head = second.audit_mark.split("-")
    record, digest = centre.rows("SELECT record, digest FROM audit WHERE n = ?", int(n))[0]
    assert digest.hex().startswith(head)
    assert '"sheet.made"' in record


def test_who_may_not_print_does_not(centre):
    mediator = centre.act_as(Role.MEDIATOR)

    with pytest.raises(NotAllowed):
        sheet(mediator)
    mediator.store.close()


def test_a_reprint_after_a_correction_says_which_copy_it_replaces(centre):
    visit = centre.check_in(centre.register("Άλφα"))
    first = sheet(centre)
    printed_at = centre.clock()
    centre.clock.at += timedelta(minutes=30)
    change(centre, visit, arrived_at=visit.arrived_at - timedelta(minutes=5))

    again = sheet(centre)

    assert first.replaces is None
    assert (again.replaces.copy_number, again.replaces.at) == (1, printed_at)
    assert sheet(centre).replaces is None


@pytest.mark.parametrize("style", NameStyle)
def test_a_day_that_went_on_corrects_no_earlier_copy(centre, style):
    visit = centre.check_in(centre.register("Άλφα"))
    sheet(centre, names=style)
    left = centre.clock() + timedelta(minutes=20)
    change(centre, visit, stage=Stage.DONE, finished_at=left)
    centre.check_in(centre.register("Βήτα"))

    assert sheet(centre, names=style).replaces is None


def test_a_line_that_is_gone_is_a_correction_and_so_is_another_person_in_it(centre):
    visit = centre.check_in(centre.register("Άλφα"))
    sheet(centre)
    change(centre, visit, person_id=centre.register("Βήτα").id)
    assert sheet(centre).replaces is not None

    change(centre, visit, stage=Stage.CANCELLED)

    assert sheet(centre).replaces.copy_number == 2


def test_only_copies_with_as_much_of_the_names_are_replaced(centre):
    visit = centre.check_in(centre.register("Άλφα"))
    sheet(centre, names=NameStyle.NUMBER)
    change(centre, visit, stage=Stage.CANCELLED)

    assert sheet(centre).replaces is None
    assert sheet(centre, names=NameStyle.NUMBER).replaces.copy_number == 1


def test_each_site_has_a_sheet_of_its_own(centre):
    titled = {"code": "KEM", "title_el": "Κέντρο Ένταξης Μεταναστών"}
    elsewhere = replace(load("petroupoli"), catalogue=(), **titled)
    site = centre.do(lambda work: work.sites.found(new_id(), elsewhere))
    centre.check_in(centre.register("Άλφα"))
    there = centre.check_in(centre.register("Βήτα"))
    change(centre, there, site_id=site.id)

    here, other = sheet(centre), sheet(centre, site="kem")

    assert [row.name for row in here.rows] == ["Άλφα Ελένη"]
    assert [row.name for row in other.rows] == ["Βήτα Ελένη"]
    assert other.site_name == "Κέντρο Ένταξης Μεταναστών"
    with pytest.raises(sheets.UnknownSite):
        sheet(centre, site="ATH")


def test_a_slip_is_for_each_visitor_and_carries_no_name(centre):
    visit = centre.check_in(centre.register("Άλφα"))
    centre.check_in(centre.register("Βήτα"))

    every, one = (
        sheet(centre, layout=Layout.SLIP),
        sheet(centre, layout=Layout.SLIP, visit_id=visit.id),
    )

    assert [slip.code for slip in every.rows] == ["A-001", "A-002"]
    assert [slip.code for slip in one.rows] == ["A-001"]
    assert (one.copy_number, one.replaces) == (2, None)
    with pytest.raises(UnknownVisit):
        sheet(centre, layout=Layout.SLIP, visit_id=new_id())


def test_the_desk_does_not_print_whom_a_visit_is_for_and_corrects_nothing_by_that(centre):
    centre.check_in(centre.register("Άλφα"), for_user=centre.user.id)
    desk = centre.act_as(Role.DESK)
    sheet(centre)

    made = sheet(desk)

    assert (made.rows[0].for_whom, made.replaces) == ("", None)
    desk.store.close()
