from datetime import timedelta

import pytest

from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.visits import AgeBand, Channel, Stage
from kentro_app.services import reception, sheets
from kentro_app.services.access import NotAllowed
from kentro_app.services.sheets_model import NameStyle

WORDS = sheets.Words("el", "Ανώνυμη επαφή", {stage: stage.value for stage in Stage})


def sheet(centre, **but):
    request = sheets.SheetRequest(centre.clock().date(), **but)
    return centre.do(sheets.sign_in_sheet, request, WORDS, now=centre.clock())


def test_the_sheet_lists_who_came_with_times_and_whom_for(centre):
    visit = centre.check_in(centre.register("Παπαδοπούλου", "Ελένη"), for_user=centre.user.id)
    left = centre.clock() + timedelta(minutes=20)
    centre.do(reception.finish, visit.id, now=left)

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
    centre.do(reception.cancel, mistake.id, now=centre.clock())
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
