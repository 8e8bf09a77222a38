"""A day on paper, typed back line by line."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from kentro_app.domain.ids import new_id
from kentro_app.domain.people import UnknownPerson
from kentro_app.domain.roles import Role
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import Missing
from kentro_app.domain.visits import AgeBand, AlreadyHere, ArrivalInFuture, Stage, VisitClosed
from kentro_app.services import paper_day_model as wrong
from kentro_app.services import sheets
from kentro_app.services.access import NotAllowed
from kentro_app.services.paper_day import sheet_of, type_line
from kentro_app.services.paper_day_model import Became, Nobody, PaperLine
from kentro_app.services.paper_kit import KitRequest, make_kit
from kentro_app.services.registry import Registration

DAY = date(2026, 11, 23)
EVENING = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # five o'clock in Petroupoli
WORDS = sheets.Words("el", "Ανώνυμη επαφή", {stage: stage.value for stage in Stage})


@pytest.fixture
def evening(centre):
    centre.do(make_kit, KitRequest(5, 5), now=centre.clock())
    centre.clock.at = EVENING
    return centre


def put(centre, confirmed=False, day=DAY, **line):
    typed = PaperLine(new_id(), **line)
    return centre.do(type_line, day, typed, now=centre.clock(), confirmed=confirmed)


def at(hour, minute=0):
    """That time in Petroupoli, as it lies in the store."""
    return datetime(2026, 11, 23, hour - 2, minute, tzinfo=UTC)


def count(centre):
    return len(centre.look(sheet_of, DAY))


def test_a_line_of_the_sheet_gets_its_end_its_signature_and_the_late_mark(centre):
    visit = centre.check_in(centre.register())
    centre.clock.at = EVENING

    typed = put(centre, code="1", arrived=time(10), left=time(10, 25), signed=True)

    assert typed.became is Became.FILLED
    assert typed.visit.id == visit.id
    assert (typed.visit.stage, typed.visit.finished_at) == (Stage.DONE, at(10, 25))
    assert (typed.visit.signed, typed.visit.late_entry) == (True, True)


def test_a_form_of_the_kit_becomes_a_visit_at_its_true_time(evening):
    person = evening.register()

    typed = put(evening, code="κ3", who=person.id, arrived=time(11, 5), left=time(11, 40))

    visit = typed.visit
    assert typed.became is Became.ADDED
    assert (visit.arrived_at, visit.finished_at, visit.stage) == (at(11, 5), at(11, 40), Stage.DONE)
    assert (visit.paper_number, visit.late_entry, visit.signed) == ("A-K0003", True, None)


@pytest.mark.parametrize("code", ["K1", "T2", ""])
def test_typing_the_same_paper_twice_changes_nothing(evening, code):
    person = evening.register()
    line = {
        "code": code,
        "who": person.id,
        "arrived": time(9, 30),
        "left": time(10),
        "signed": True,
    }
    first = put(evening, **line)
    evening.clock.at += timedelta(days=1)

    second = put(evening, **line)

    assert (second.became, second.visit) == (Became.UNCHANGED, first.visit)
    assert count(evening) == 1


def test_somebody_without_a_name_is_typed_once_too(evening):
    nobody = Nobody(Sex.F, AgeBand.ADULT)
    for _time in range(2):
        put(evening, who=nobody, arrived=time(9, 30), left=time(9, 40))

    other = put(evening, code="K1", who=nobody, arrived=time(9, 30), left=time(9, 40))

    assert other.became is Became.ADDED
    assert count(evening) == 2


def test_somebody_new_is_registered_with_the_line_and_only_once(evening):
    line = {"code": "K1", "arrived": time(9, 30), "left": time(10)}
    first = put(evening, who=Registration(new_id(), "Γκίκας", "Σπύρος"), **line)
    again = put(evening, who=Registration(new_id(), "Γκίκας", "Σπύρος"), **line)

    assert again.visit == first.visit
    assert len(evening.look(lambda work: work.persons.find("γκίκας", 5))) == 1


def test_a_second_typing_that_says_something_else_has_to_be_confirmed(evening):
    line = {"code": "K1", "who": Nobody(), "arrived": time(9, 30)}
    put(evening, left=time(10), **line)

    with pytest.raises(wrong.TypedOtherwise) as refused:
        put(evening, left=time(10, 30), **line)

    assert (refused.value.field, refused.value.facts["before"]) == ("left", at(10))
    changed = put(evening, left=time(10, 30), confirmed=True, **line)
    assert (changed.became, changed.visit.finished_at) == (Became.CHANGED, at(10, 30))


def test_the_time_the_program_wrote_down_is_not_overwritten_in_silence(centre):
    centre.check_in(centre.register())
    centre.clock.at = EVENING

    with pytest.raises(wrong.TypedOtherwise) as refused:
        put(centre, code="1", arrived=time(9, 45), left=time(10, 15))

    assert refused.value.field == "arrived"


def test_a_blank_line_of_a_printed_sheet_is_known_by_its_number(centre):
    request = sheets.SheetRequest(DAY, blank_lines=5)
    centre.do(sheets.make_sheet, request, WORDS, now=centre.clock())
    centre.clock.at = EVENING
    line = {"who": Nobody(), "arrived": time(12), "left": time(12, 10)}

    first = put(centre, code="1/5", **line)

    assert first.visit.paper_number == "A-1/5"
    assert put(centre, code="A-1/5", **line).became is Became.UNCHANGED
    with pytest.raises(wrong.PaperUnknown):
        put(centre, code="1/6", **line)
    with pytest.raises(wrong.PaperOfAnotherDay):
        put(centre, code="1/5", day=DAY - timedelta(days=1), **line)


def test_whoever_is_still_there_today_goes_on_waiting_and_yesterdays_do_not(evening):
    today = put(evening, code="K1", who=Nobody(), arrived=time(16))
    yesterday = put(evening, day=DAY - timedelta(days=1), code="K2", who=Nobody(), arrived=time(16))

    assert today.visit.stage is Stage.WAITING
    assert (yesterday.visit.stage, yesterday.visit.finished_at) == (Stage.DONE, None)


@pytest.mark.parametrize(
    ("line", "error", "field"),
    [
        ({"code": "99"}, wrong.NoSuchTicket, "code"),
        ({"code": "K6", "who": Nobody(), "arrived": time(9)}, wrong.PaperUnknown, "code"),
        ({"code": "K1", "arrived": time(9)}, wrong.WhoMissing, "who"),
        ({"code": "K1", "who": Nobody()}, Missing, "arrived"),
        ({"who": Nobody(), "arrived": time(18)}, ArrivalInFuture, "arrived"),
        (
            {"who": Nobody(), "arrived": time(10), "left": time(9)},
            wrong.LeftBeforeArrived,
            "left",
        ),
        ({"who": Nobody(), "arrived": time(10), "left": time(18)}, wrong.LeftInFuture, "left"),
        ({"who": new_id(), "arrived": time(10)}, UnknownPerson, "person"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_at_its_cell(evening, line, error, field):
    with pytest.raises(error) as refused:
        put(evening, **line)

    assert refused.value.field == field
    assert count(evening) == 0


def test_a_sheet_of_tomorrow_was_signed_by_nobody(evening):
    with pytest.raises(wrong.DayInFuture):
        put(evening, day=DAY + timedelta(days=1), who=Nobody(), arrived=time(9))


def test_a_number_that_was_typed_for_one_person_is_not_taken_for_another(evening):
    put(evening, code="K1", who=evening.register("Άλφα").id, arrived=time(9), left=time(10))

    with pytest.raises(wrong.PaperTaken):
        put(evening, code="K1", who=evening.register("Βήτα").id, arrived=time(9), left=time(10))


def test_somebody_who_is_in_the_house_is_not_checked_in_again(evening):
    person = evening.register()
    evening.check_in(person)

    with pytest.raises(AlreadyHere):
        put(evening, code="K1", who=person.id, arrived=time(9))


def test_a_check_in_by_mistake_is_not_brought_back_by_paper(centre):
    visit = centre.check_in(centre.register())
    centre.do(lambda work: work.visits.save(visit.cancel(centre.clock())))

    with pytest.raises(VisitClosed):
        put(centre, code="1", left=time(10))


def test_numbers_of_another_desk_are_taken_as_they_are(evening):
    typed = put(evening, code="B-K0044", who=Nobody(), arrived=time(9), left=time(10))

    assert typed.visit.paper_number == "B-K0044"


def test_who_may_not_receive_types_nothing_back(evening):
    technician = evening.act_as(Role.TECHNICIAN)

    with pytest.raises(NotAllowed):
        put(technician, who=Nobody(), arrived=time(9))
    technician.store.close()
