import json

import pytest

from tests.cli.desk import lines


@pytest.fixture
def eleni(admin):
    return admin.person(surname="Παπαδοπούλου", given_name="Ελένη", phones=["6971234567"])


def change(admin, person, *objects):
    return admin("person", "change", person, "--file", "-", stdin=lines(*objects))


def test_a_change_is_answered_with_what_differs(admin, eleni):
    said = change(admin, eleni, {"surname": "Παππά", "birth_date": "1971", "given_name": None})

    assert (said.code, said.lines[0]["changed"]) == (0, ["surname", "birth_date"])
    shown = admin.json("person", "show", eleni).document
    assert (shown["surname"], shown["given_name"]) == ("Παππά", "Ελένη")


def test_the_history_tells_every_change(admin, eleni):
    change(admin, eleni, {"surname": "Παππά"}, {"phones": ["2105065885"]})

    told = admin.json("person", "history", eleni).document

    assert [(one["entity"], one["field"], one["before"], one["value"]) for one in told] == [
        ("person", "surname", "Παπαδοπούλου", "Παππά"),
        ("contact_point", "value", "+306971234567", "+302105065885"),
    ]
    assert told[0]["by"]
    assert told[0]["at"] == "2026-11-23T10:30:00+02:00"


def test_what_odd_is_warned_of(admin, eleni):
    given = {"identifiers": [{"kind": "amka", "value": "12037112344"}], "birth_date": "1980"}

    said = change(admin, eleni, given)

    assert said.lines[0]["warnings"][0]["code"] == "amka_date_differs"


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"surname": ""}, "missing", "surname"),
        ({"number": "X"}, "unknown_field", "number"),
        ({"phones": "697"}, "wrong_kind", "phones"),
        ({"sex": "Q"}, "not_a_choice", "sex"),
        ({"address": {"steet": "x"}}, "unknown_field", "address.steet"),
        ({"identifiers": [{"kind": "afm", "value": "1"}]}, "invalid_identifier", "identifiers"),
    ],
)
def test_bad_input_is_refused_with_its_line(admin, eleni, given, code, field):
    said = change(admin, eleni, given)

    error = said.lines[0]
    assert (said.code, error["error"]["code"], error["error"]["field"]) == (1, code, field)
    assert error["line"] == 1


@pytest.mark.parametrize("command", ["history", "change"])
def test_nobody_of_that_id_is_one_clear_refusal(admin, command):
    nobody = "00000000-0000-7000-8000-000000000000"
    more = ("--file", "-") if command == "change" else ()

    said = admin.json("person", command, nobody, *more, stdin='{"surname":"Χ"}')

    assert said.code == 1
    assert json.loads(said.out.splitlines()[0])["error"]["code"] == "unknown_person"
