"""JSON lines in, answers out: strict, line by line, and never stopped by a bad line."""

import json

import pytest

from tests.cli.desk import lines

NOBODY = {"anonymous": {"sex": "F", "age_band": "30-54"}, "channel": "phone"}


def added(terminal, stdin):
    return terminal("person", "add", "--file", "-", stdin=stdin)


def test_a_registration_is_answered_with_exactly_the_promised_fields(admin):
    said = added(admin, lines({"surname": "Παπαδόπουλος", "given_name": "Γιώργος"}))

    assert said.code == 0
    assert [list(line) for line in said.lines] == [["id", "number", "warnings", "candidates"]]
    assert said.lines[0]["number"] == "PET-A-2026-00001"


def test_a_likely_double_comes_with_its_reasons(admin):
    first = admin.person(surname="Παπαδόπουλος", given_name="Γιώργος", phones=["6971234567"])

    said = added(
        admin, lines({"surname": "Papadopoulos", "given_name": "Giorgos", "phones": ["6971234567"]})
    )

    candidate = said.lines[0]["candidates"][0]
    assert list(candidate) == ["id", "number", "score", "reasons"]
    assert candidate["id"] == first
    assert "same_phone" in candidate["reasons"]


def test_a_doubt_warns_and_does_not_refuse(admin):
    said = added(admin, lines({"surname": "Aντωνίου"}))  # the first letter is Latin

    warning = said.lines[0]["warnings"][0]
    assert said.code == 0
    assert list(warning) == ["field", "code", "message"]
    assert (warning["field"], warning["code"]) == ("surname", "mixed_script")


BAD = {
    "{": ("not_json", None),
    "[]": ("not_json", None),
    '"surname"': ("not_json", None),
    '{"surname": NaN}': ("not_json", None),
    '{"surname": "Α\x00"}': ("not_json", None),
    "[" * 100_000: ("not_json", None),
    '{"surname": ' + "9" * 5000 + "}": ("not_json", None),
    '{"surname": "Α", "surname": "Β"}': ("given_twice", "surname"),
    '{"surname": "Α", "nickname": "Β"}': ("unknown_field", "nickname"),
    '{"surname": 7}': ("wrong_kind", "surname"),
    '{"given_name": "Άννα"}': ("missing", "surname"),
    '{"surname": null}': ("missing", "surname"),
    '{"surname": "Α\\u0000Β"}': ("unprintable_text", "surname"),
    '{"surname": "\\ud800"}': ("unprintable_text", "surname"),
    json.dumps({"surname": "Α" * 10_000}): ("too_long", "surname"),
    '{"surname": "Α", "sex": "f"}': ("not_a_choice", "sex"),
    '{"surname": "Α", "phones": "210"}': ("wrong_kind", "phones"),
    '{"surname": "Α", "phones": [210]}': ("wrong_kind", "phones"),
    '{"surname": "Α", "phones": ["210"]}': ("invalid_phone", "phones"),
    '{"surname": "Α", "identifiers": [{"kind": "x", "value": "1"}]}': (
        "not_a_choice",
        "identifiers.kind",
    ),
    '{"surname": "Α", "identifiers": [{"kind": "afm"}]}': ("missing", "identifiers.value"),
    '{"surname": "Α", "address": {"zip": "1"}}': ("unknown_field", "address.zip"),
    '{"surname": "Α", "birth_date": "31/02/1980"}': ("not_a_date", "birth_date"),
}


@pytest.fixture(scope="module")
def refused(founded, tmp_path_factory):
    """All the bad lines in one stream, after a good one and before another."""
    import shutil  # noqa: PLC0415 - only here

    from tests.cli.desk import Terminal  # noqa: PLC0415

    terminal = Terminal(tmp_path_factory.mktemp("refused"))
    shutil.copytree(founded, terminal.data)
    good = '{"surname": "Πρώτος"}\n'
    return added(terminal, good + "".join(f"{line}\n" for line in BAD) + good)


@pytest.mark.parametrize("place", range(len(BAD)), ids=[line[:30] for line in BAD])
def test_a_bad_line_is_answered_with_its_fault_field_and_number(refused, place):
    code, about = list(BAD.values())[place]

    answer = refused.lines[1 + place]

    assert (answer["error"]["code"], answer["error"].get("field")) == (code, about)
    assert answer["error"]["message"].endswith((".", "?"))
    assert answer["line"] == place + 2


def test_the_stream_goes_on_after_bad_lines_and_ends_with_one(refused):
    assert refused.code == 1
    assert refused.lines[-1]["number"] == "PET-A-2026-00002"
    assert f"{len(BAD)} lines were refused." in refused.err


def test_a_line_of_ten_megabytes_is_refused_and_the_next_one_read(admin):
    stdin = b'{"surname":"' + b"x" * 10_000_000 + b'"}\n{"surname":"Next"}\n'

    said = added(admin, stdin)

    assert [line.get("error", {}).get("code") for line in said.lines] == ["line_too_long", None]


def test_bytes_that_are_not_utf8_are_refused(admin):
    said = added(admin, '{"surname":"Άννα"}'.encode("cp1253"))

    assert said.lines[0]["error"]["code"] == "not_utf8"


def test_a_byte_order_mark_blank_lines_and_a_missing_last_line_end_are_fine(admin):
    said = added(admin, b'\xef\xbb\xbf{"surname":"A"}\r\n\r\n   \n{"surname":"B"}')

    assert said.code == 0
    assert len(said.lines) == 2


@pytest.mark.parametrize(
    "name", ["=1+1", "'; DROP TABLE persons; --", 'a" OR "b', "NEAR(a b)", "*"]
)
def test_hostile_names_are_names(admin, name):
    said = added(admin, lines({"surname": name, "given_name": "Ζωή"}))
    found = admin.json("person", "find", "ζωη")

    assert said.code == 0
    assert [one["surname"] for one in found.document] == [name]


def test_a_check_in_gives_visit_and_ticket(admin):
    person = admin.person(surname="Βλάχου", given_name="Άννα")
    visit = {"person": person, "channel": "in_person", "requests": ["A.EEE"], "for": "eleni"}

    said = admin("checkin", "--file", "-", stdin=lines(visit, NOBODY))

    assert said.code == 0
    assert [list(line) for line in said.lines] == [["visit", "ticket"]] * 2
    assert [line["ticket"] for line in said.lines] == ["A-001", "A-002"]


@pytest.mark.parametrize(
    ("change", "code", "about"),
    [
        ({"channel": None}, "missing", "channel"),
        ({"channel": "pigeon"}, "not_a_choice", "channel"),
        ({"anonymous": None}, "name_or_anonymous", "person"),
        ({"person": "1"}, "not_an_id", "person"),
        (
            {"anonymous": None, "person": "01a200c5-9add-7259-97f3-918180a5f276"},
            "unknown_person",
            "person",
        ),
        ({"at": "2026-11-23T09:00"}, "not_a_moment", "at"),
        ({"at": "yesterday"}, "not_a_moment", "at"),
        ({"at": "2026-11-24T09:00+02:00"}, "arrival_in_future", "at"),
        ({"at": "0001-01-01T00:00+14:00"}, "not_a_moment", "at"),
        ({"for": "nobody"}, "unknown_user", "for"),
        ({"requests": ["Α.ΕΕΕ"]}, "unknown_request", "requests"),
        ({"anonymous": {"age_band": "99"}}, "not_a_choice", "anonymous.age_band"),
    ],
)
def test_a_check_in_that_cannot_be_says_which_field(admin, change, code, about):
    said = admin("checkin", "--file", "-", stdin=lines({**NOBODY, **change}))

    error = said.lines[0]["error"]
    assert (said.code, error["code"], error["field"]) == (1, code, about)


def test_a_visit_entered_afterwards_belongs_to_its_own_day(admin):
    admin("checkin", "--file", "-", stdin=lines({**NOBODY, "at": "2026-11-20T10:00:00+02:00"}))

    friday = admin.json("visit", "list", "--date", "2026-11-20").document

    assert friday[0]["arrived_at"] == "2026-11-20T10:00:00+02:00"
    assert friday[0]["late_entry"] is True


def test_a_stream_can_come_from_a_file(admin):
    path = admin.folder / "people.jsonl"
    path.write_text(lines({"surname": "Α"}), "utf-8")

    assert admin("person", "add", "--file", path).code == 0
    assert (
        admin.json("person", "add", "--file", admin.folder).document["error"]["code"]
        == "input_unusable"
    )
    assert admin("person", "add", "--file", admin.folder / "none").code == 1
