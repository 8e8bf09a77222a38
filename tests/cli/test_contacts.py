"""Contacts and the list of requests, on the command line."""

import pytest

from tests.cli.desk import lines

NOBODY = {"sex": "F", "age_band": "30-54", "nationality": "eu"}


@pytest.fixture
def visit(admin):
    person = admin.person(surname="Βλάχου", given_name="Άννα")
    said = admin("checkin", "--file", "-", stdin=lines({"person": person, "channel": "in_person"}))
    return said.lines[0]["visit"]


def record(admin, visit, *changes):
    return admin("contact", "record", visit, "--file", "-", stdin=lines(*changes))


def shown(admin, visit):
    return admin.json("contact", "show", visit).document


def test_a_check_in_with_everything_known_is_one_answer_and_reads_back(admin):
    eleni, child = admin.person(surname="Βλάχου"), admin.person(surname="Παιδί")
    whole = {
        "person": eleni,
        "channel": "in_person",
        "requests": ["C.PSY", "A.EEE"],
        "axis": "C",
        "referred_by": "school",
        "referrer": "2ο Δημοτικό",
        "language": "sq",
        "interpreter": "needed",
        "outcome": "appointment",
        "next_step": "τηλέφωνο",
        "next_due": "2026-12-07",
        "presented_by": {"name": "Μαρία", "capacity": "parent"},
        "subjects": [child],
        "note": "θα ξανάρθει",
        "priority": "small_children",
    }

    said = admin("checkin", "--file", "-", stdin=lines(whole))

    assert said.code == 0, said.out
    found = shown(admin, said.lines[0]["visit"])
    for name in ("axis", "referred_by", "referrer", "language", "interpreter", "outcome", "note"):
        assert found[name] == whole[name]
    assert [item["code"] for item in found["requests"]] == ["C.PSY", "A.EEE"]
    assert found["presented_by"] == {"capacity": "parent", "person": None, "name": "Μαρία"}
    assert [person["id"] for person in found["subjects"]] == [child]
    assert found["next_due"] == "2026-12-07"


def test_a_line_with_one_bad_detail_leaves_nothing_behind(admin):
    person = admin.person(surname="Βλάχου")
    bad = {"person": person, "channel": "phone", "note": "x", "next_due": "2026-12-07"}

    said = admin("checkin", "--file", "-", stdin=lines(bad))

    assert said.code == 1
    assert said.lines[0]["error"]["code"] == "next_step_missing"
    assert admin.json("visit", "list").document == []


def test_what_a_record_does_not_name_stays_and_what_is_empty_goes(admin, visit):
    record(admin, visit, {"requests": ["A.EEE"], "note": "x", "outcome": "informed"})

    said = record(admin, visit, {"outcome": "", "next_step": "τηλ.", "next_due": "+14"})

    found = shown(admin, visit)
    assert said.code == 0
    assert (found["outcome"], found["note"], found["axis"]) == (None, "x", "A")
    assert found["next_due"] == "2026-12-07"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"requests": ["A.NOSUCH"]}, "unknown_request", "requests"),
        ({"next_step": "x", "next_due": "χθες"}, "not_a_due_date", "next_due"),
        ({"next_step": "x", "next_due": "2026-11-01"}, "due_before_contact", "next_due"),
        ({"presented_by": {"capacity": "parent"}}, "presenter_missing", "presenter"),
        ({"presented_by": {"name": "Μαρία"}}, "capacity_missing", "capacity"),
        ({"presented_by": {"nickname": "x"}}, "unknown_field", "presented_by.nickname"),
        ({"outcome": "miracle"}, "not_a_choice", "outcome"),
        ({"subjects": ["1"]}, "not_an_id", "subjects"),
        ({"language": "ελληνικά"}, "not_a_language", "language"),
        ({"person": "x"}, "unknown_field", "person"),
    ],
)
def test_bad_input_is_answered_with_its_field(admin, visit, change, code, field):
    said = record(admin, visit, change)

    assert said.code == 1
    error = said.lines[0]["error"]
    assert (error["code"], error["field"]) == (code, field)
    assert error["message"]


def test_an_anonymous_contact_with_an_outcome_waits_for_nothing(admin):
    contact = {
        "anonymous": NOBODY,
        "channel": "in_person",
        "requests": ["B.INFO"],
        "outcome": "informed",
    }

    said = admin("checkin", "--file", "-", stdin=lines(contact))

    (row,) = admin.json("visit", "list").document
    found = shown(admin, said.lines[0]["visit"])
    assert row["stage"] == "done"
    assert found["requests"][0]["state"] == "served_here"
    assert (found["axis"], found["outcome"]) == ("B", "informed")


def test_a_telephone_call_does_not_queue(admin):
    person = admin.person(surname="Βλάχου")

    admin("checkin", "--file", "-", stdin=lines({"person": person, "channel": "phone"}))

    (row,) = admin.json("visit", "list").document
    assert (row["stage"], row["channel"]) == ("done", "phone")


def test_steps_fall_due_and_are_done(admin, visit):
    record(admin, visit, {"next_step": "τηλέφωνο", "next_due": "2026-11-25"})
    assert admin.json("contact", "due").document == []
    (step,) = admin.json("contact", "due", "--until", "2026-11-25").document

    assert admin("contact", "done", step["contact"]).code == 0

    assert admin.json("contact", "due", "--until", "2026-11-25").document == []


def test_the_list_of_requests_is_added_to_renamed_ended_and_reopened(admin):
    def change(*words):
        return admin.json("catalogue", *words)

    assert change("add", "C.GARDEN", "--title-el", "Κήπος").document["title_en"] == "Κήπος"
    assert change("rename", "C.GARDEN", "--title-el", "Λαχανόκηπος").code == 0
    ended = change("end", "C.GARDEN", "--successor", "C.GROCERY").document
    assert (ended["valid_to"], ended["maps_to"]) == ("2026-11-23", "C.GROCERY")
    assert change("map", "C.GARDEN", "C.CLOTHES").document["maps_to"] == "C.CLOTHES"
    assert change("reopen", "C.GARDEN").document["valid_to"] is None
    listed = {entry["code"]: entry for entry in change("list").document}
    assert listed["C.GARDEN"]["title_el"] == "Λαχανόκηπος"
    assert listed["C.MINOR"]["restricted"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "Α.ΕΕΕ", "--title-el", "x"), "code_malformed"),
        (("add", "A.EEE", "--title-el", "x"), "code_taken"),
        (("end", "A.NONE"), "unknown_request"),
        (("reopen", "A.EEE"), "code_still_valid"),
    ],
)
def test_what_the_list_cannot_be_is_refused(admin, words, code):
    said = admin.json("catalogue", *words)

    assert (said.code, said.document["error"]["code"]) == (1, code)


def test_the_same_answers_are_lines_for_people(admin, visit):
    record(admin, visit, {"requests": ["A.EEE"], "next_step": "τηλ.", "next_due": "+0"})

    assert "A.EEE" in admin("contact", "show", visit).out
    assert "τηλ." in admin("contact", "due").out
    assert "A.EEE" in admin("catalogue", "list").out
