from datetime import timedelta

import pytest

from kentro_app.domain.requests import (
    CodeEnded,
    CodeMalformed,
    CodeStillValid,
    CodeTaken,
    EndsBeforeBegin,
    SuccessorUnusable,
    UnknownRequest,
)
from kentro_app.domain.roles import Role
from kentro_app.domain.text import Missing
from kentro_app.services import catalogue
from kentro_app.services.access import NotAllowed
from kentro_app.services.catalogue import NewCode


def entry(centre, code):
    found = centre.look(catalogue.entries)
    return next(each for each in found if each.code == code)


def test_a_new_request_is_offered_from_today(centre):
    centre.do(catalogue.add, NewCode(" c.garden ", "Λαχανόκηπος"), now=centre.clock())

    made = entry(centre, "C.GARDEN")
    today = centre.clock().date()
    assert (made.title_en, made.valid_from) == ("Λαχανόκηπος", today)
    assert not made.is_valid_on(today - timedelta(days=1))


def test_what_ends_stays_in_the_list_and_names_its_successor(centre):
    centre.do(catalogue.end, "A.KOT", now=centre.clock(), successor="a.eee")

    ended, tomorrow = entry(centre, "A.KOT"), centre.clock().date() + timedelta(days=1)
    assert (ended.maps_to, ended.is_valid_on(tomorrow)) == ("A.EEE", False)
    with pytest.raises(CodeEnded):
        centre.do(catalogue.end, "A.KOT", now=centre.clock())

    centre.do(catalogue.reopen, "A.KOT")

    assert entry(centre, "A.KOT").is_valid_on(tomorrow)
    with pytest.raises(CodeStillValid):
        centre.do(catalogue.reopen, "A.KOT")


def test_a_successor_can_be_named_later_and_taken_away(centre):
    with pytest.raises(CodeStillValid):
        centre.do(catalogue.map_to, "A.KOT", "A.EEE")
    centre.do(catalogue.end, "A.KOT", now=centre.clock())

    centre.do(catalogue.map_to, "A.KOT", "A.EEE")
    assert entry(centre, "A.KOT").maps_to == "A.EEE"
    centre.do(catalogue.map_to, "A.KOT", "")
    assert entry(centre, "A.KOT").maps_to == ""


def test_other_words_leave_the_code_and_its_days_alone(centre):
    before = entry(centre, "A.EEE")

    centre.do(catalogue.rename, "a.eee", "Εγγυημένο", "Guaranteed")

    after = entry(centre, "A.EEE")
    assert (after.title_el, after.title_en) == ("Εγγυημένο", "Guaranteed")
    assert (after.valid_from, after.restricted) == (before.valid_from, before.restricted)


def test_bad_input_is_refused_with_its_field(centre):
    now, early = centre.clock(), centre.clock().date() - timedelta(days=1)
    centre.do(catalogue.add, NewCode("C.GARDEN", "Κήπος"), now=now)
    for use_case, refusal, field in (
        (lambda: centre.do(catalogue.add, NewCode("Α.ΕΕΕ", "x"), now=now), CodeMalformed, "code"),
        (lambda: centre.do(catalogue.add, NewCode("A.EEE", "x"), now=now), CodeTaken, "code"),
        (lambda: centre.do(catalogue.add, NewCode("A.NEW", " "), now=now), Missing, "title_el"),
        (lambda: centre.do(catalogue.rename, "A.NONE", "x"), UnknownRequest, "code"),
        (
            lambda: centre.do(catalogue.end, "C.GARDEN", now=now, last_day=early),
            EndsBeforeBegin,
            "valid_to",
        ),
        (
            lambda: centre.do(catalogue.end, "A.EEE", now=now, successor="A.EEE"),
            SuccessorUnusable,
            "maps_to",
        ),
        (
            lambda: centre.do(catalogue.end, "A.EEE", now=now, successor="A.NONE"),
            UnknownRequest,
            "maps_to",
        ),
    ):
        with pytest.raises(refusal) as caught:
            use_case()
        assert caught.value.field == field


@pytest.mark.parametrize("role", [Role.DESK, Role.SOCIAL_WORKER, Role.PSYCHOLOGIST, Role.DPO])
def test_only_coordinator_and_administrator_change_the_list(centre, role):
    other = centre.act_as(role)

    for forbidden in (
        lambda: other.look(catalogue.entries),
        lambda: other.do(catalogue.add, NewCode("A.NEW", "x"), now=other.clock()),
        lambda: other.do(catalogue.rename, "A.EEE", "x"),
        lambda: other.do(catalogue.end, "A.EEE", now=other.clock()),
        lambda: other.do(catalogue.reopen, "A.EEE"),
        lambda: other.do(catalogue.map_to, "A.EEE", ""),
    ):
        with pytest.raises(NotAllowed):
            forbidden()
    other.store.close()


def test_the_coordinator_may(centre):
    other = centre.act_as(Role.COORDINATOR)

    assert other.do(catalogue.rename, "A.EEE", "x").title_el == "x"
    other.store.close()
