"""The queue and its corrections without a window."""

import json

import pytest

from tests.cli.desk import lines

NOBODY = {"anonymous": {"sex": "F", "age_band": "30-54"}, "channel": "in_person"}


def checked_in(terminal, **fields):
    said = terminal("checkin", "--file", "-", stdin=lines({**NOBODY, **fields}))
    return said.lines[0]["visit"]


def step(terminal, *words):
    said = terminal.json("visit", *words)
    assert said.code == 0, said.out
    return said.document


def correct(terminal, visit, **fields):
    return terminal.json("visit", "correct", visit, "--file", "-", stdin=json.dumps(fields))


def test_a_visit_goes_through_the_queue(admin):
    visit = checked_in(admin)

    said = [step(admin, name, visit) for name in ("call", "call-again", "not-here", "call")]

    assert [(one["stage"], one["missed"]) for one in said] == [
        ("called", 0),
        ("called", 1),
        ("waiting", 2),
        ("called", 2),
    ]
    assert step(admin, "finish", visit)["stage"] == "done"
    assert step(admin, "take-up", visit)["stage"] == "called"
    assert step(admin, "cancel", visit, "--because", "double")["stage"] == "cancelled"
    assert step(admin, "show", visit)["cancelled_because"] == "double"


def test_priority_is_called_first_into_the_room_of_the_caller(admin):
    checked_in(admin)
    second = checked_in(admin)
    admin("room", "add", "Γραφείο 7", "--name-en", "Office 7")
    assert admin.json("user", "room", "eleni", "Γραφείο 7").document == {
        "user": "eleni",
        "room": "Office 7",
    }

    step(admin, "priority", second, "pregnancy")
    called = step(admin, "call-next")

    assert called["visit"] == second
    shown = step(admin, "show", second)
    assert (shown["room"], shown["priority"]) == ("Office 7", "pregnancy")
    assert step(admin, "priority", second, "none")["ticket"] == "A-002"
    assert step(admin, "show", second)["priority"] is None


def test_whom_a_visit_is_for_can_change(admin):
    visit = checked_in(admin)

    step(admin, "for", visit, "eleni")
    assert step(admin, "show", visit)["for"] == "eleni"
    step(admin, "for", visit)

    assert step(admin, "show", visit)["for"] == ""
    assert admin.json("visit", "for", visit, "nobody").document["error"]["code"] == "unknown_user"


def test_a_correction_is_in_the_history(admin):
    visit = checked_in(admin, at="2026-11-23T10:29:00+02:00")
    eleni = admin.person(surname="Παπαδοπούλου", given_name="Ελένη")

    said = correct(admin, visit, person=eleni, arrived_at="2026-11-23T09:05:00+02:00")

    assert (said.code, said.document["late_entry"]) == (0, True)
    told = step(admin, "history", visit)
    assert [change["field"] for change in told] == [
        "person_id",
        "anonymous_sex",
        "anonymous_age",
        "arrived_at",
        "late_entry",
    ]
    assert told[0] == {
        "at": "2026-11-23T10:30:00+02:00",
        "who": "eleni",
        "field": "person_id",
        "before": None,
        "value": eleni,
    }


def test_two_check_ins_of_one_visit_are_joined(admin):
    first, second = checked_in(admin, requests=["A.EEE"]), checked_in(admin)

    said = correct(admin, second, double=first)

    assert (said.code, said.document["visit"]) == (0, second)
    stages = {row["visit"]: row["stage"] for row in step(admin, "list", "--day", "2026-11-23")}
    assert stages == {first: "cancelled", second: "waiting"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "missing"),
        ({"person": "x"}, "not_an_id"),
        ({"person": "01a200c5-9add-7259-97f3-918180a5f276"}, "unknown_person"),
        ({"arrived_at": "9:30"}, "not_a_moment"),
        ({"arrived_at": "2026-11-23T23:00:00+02:00"}, "time_in_future"),
        ({"arrived_at": "2026-11-22T09:00:00+02:00"}, "other_day"),
        ({"called_at": "2026-11-23T10:31:00+02:00"}, "step_not_taken"),
        ({"double": "01a200c5-9add-7259-97f3-918180a5f276"}, "unknown_visit"),
        ({"colour": "blue"}, "unknown_field"),
    ],
)
def test_a_correction_that_cannot_be_changes_nothing(admin, fields, code):
    visit = checked_in(admin)
    before = step(admin, "show", visit)

    said = correct(admin, visit, **fields)

    assert (said.code, said.document["error"]["code"]) == (1, code)
    assert said.err.count("\n") == 1
    assert step(admin, "show", visit) == before


def test_a_correction_happens_whole_or_not_at_all(admin):
    visit = checked_in(admin)
    eleni = admin.person(surname="Παπαδοπούλου")

    said = correct(admin, visit, person=eleni, arrived_at="2026-11-23T23:00:00+02:00")

    assert said.code == 1
    assert step(admin, "show", visit)["person"] is None


@pytest.mark.parametrize("name", ["show", "history", "call-again", "take-up"])
def test_a_visit_that_does_not_exist_is_refused(admin, name):
    said = admin.json("visit", name, "01a200c5-9add-7259-97f3-918180a5f276")

    assert (said.code, said.document["error"]["code"]) == (1, "unknown_visit")


def test_nobody_to_call_is_a_refusal(admin):
    said = admin.json("visit", "call-next")

    assert (said.code, said.document["error"]["code"]) == (1, "nobody_waiting")


def test_rooms_are_listed_and_renamed(admin):
    first = step_rooms(admin)[0]

    renamed = admin.json("room", "rename", first["id"], "Γωνιά", "--name-en", "Corner").document
    taken = admin.json("room", "add", "γωνιά")

    assert (renamed["id"], renamed["name_en"]) == (first["id"], "Corner")
    assert renamed in step_rooms(admin)
    assert (taken.code, taken.document["error"]["code"]) == (1, "room_name_taken")
    assert admin.json("room", "rename", "nowhere", "Χ").document["error"]["code"] == "unknown_room"


def step_rooms(terminal):
    return terminal.json("room", "list").document


def test_people_read_lines_where_no_json_is_asked_for(admin):
    visit = checked_in(admin)
    admin("visit", "call", visit)

    assert "A-001" in admin("visit", "show", visit).out
    assert "called_by" in admin("visit", "history", visit).out
    assert "Office" in admin("room", "list").out
