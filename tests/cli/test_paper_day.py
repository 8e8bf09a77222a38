"""A day on paper from the command line: the kit before, the sheets, and typing back after."""

import csv
from datetime import UTC, datetime
from io import StringIO

import pytest
from openpyxl import load_workbook

from kentro_app.reports.render import page_texts
from tests.cli.desk import lines

EVENING = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # five o'clock in Petroupoli
NOBODY = {"sex": "F", "age_band": "30-54"}


@pytest.fixture
def evening(admin):
    person = admin.person(surname="=1+1", given_name="Ζωή")
    admin("checkin", "--file", "-", stdin=lines({"person": person, "channel": "in_person"}))
    admin.json("paper-kit", "--out", admin.folder / "kit.pdf", "--forms", 3, "--tickets", 2)
    admin.now = EVENING
    return admin


def typed(admin, *objects, options=()):
    words = ("paper-day", "--day", "2026-11-23", "--file", "-", *options)
    return admin.json(*words, stdin=lines(*objects))


def test_the_kit_says_which_numbers_it_holds(admin):
    path = admin.folder / "kit.pdf"
    said = admin.json("paper-kit", "--out", path, "--forms", 2, "--tickets", 30)

    assert said.document["forms"] == {"first": "A-K0001", "last": "A-K0002"}
    assert said.document["tickets"] == {"first": "A-T0001", "last": "A-T0030"}
    pages = page_texts(path.read_bytes())
    assert ["A-K0001" in pages[0], "A-K0002" in pages[1]] == [True, True]
    assert len(pages) == 4


@pytest.mark.parametrize(
    ("options", "code"),
    [(("--forms", 0, "--tickets", 0), "kit_empty"), (("--forms", 999), "kit_too_large")],
)
def test_a_kit_of_nothing_or_too_much_is_refused(admin, options, code):
    said = admin.json("paper-kit", "--out", admin.folder / "kit.pdf", *options)

    assert (said.code, said.document["error"]["code"]) == (1, code)
    assert not (admin.folder / "kit.pdf").exists()


def test_lines_of_paper_are_typed_back_and_a_second_time_change_nothing(evening):
    paper = (
        {"code": "A-001", "left": "10:55", "signed": True},
        {"paper_number": "K2", "anonymous": NOBODY, "arrived": "930", "left": "9:50"},
        {"paper_number": "T1", "new": {"surname": "Γκίκας"}, "arrived": "12", "left": "1230"},
    )
    first, second = typed(evening, *paper), typed(evening, *paper)

    assert [line["outcome"] for line in first.lines] == ["filled", "added", "added"]
    assert [line["outcome"] for line in second.lines] == ["unchanged"] * 3
    assert first.lines[1]["arrived_at"] == "2026-11-23T09:30:00+02:00"
    assert first.lines[1]["late_entry"] is True
    assert len(evening.json("visit", "list", "--date", "2026-11-23").document) == 3


def test_a_bad_line_is_answered_with_its_number_and_the_others_stay(evening):
    said = typed(
        evening,
        {"code": "A-099", "left": "10"},
        {"anonymous": NOBODY, "arrived": "25:00"},
        {"anonymous": NOBODY, "arrived": "10", "signed": "perhaps"},
        {"code": "A-001", "left": "11"},
    )

    codes = [line["error"]["code"] for line in said.lines[:3]]
    assert (said.code, codes) == (1, ["no_such_ticket", "not_a_time", "not_a_choice"])
    assert [line.get("line") for line in said.lines] == [1, 2, 3, None]


def test_a_difference_waits_for_a_confirmation(evening):
    typed(evening, {"code": "A-001", "left": "11"})

    refused = typed(evening, {"code": "A-001", "left": "11:30"})
    confirmed = typed(evening, {"code": "A-001", "left": "11:30"}, options=["--confirm"])

    assert refused.lines[0]["error"]["code"] == "typed_otherwise"
    assert confirmed.lines[0]["outcome"] == "changed"


def test_a_table_is_typed_back_like_lines(evening):
    person = evening.json("person", "find", "Ζωή").document[0]
    path = evening.folder / "paper.csv"
    path.write_text(
        "code;person;surname;anonymous;arrived;left;signed\r\n"
        "1;;;;;10:50;x\r\n"
        f"K1;{person['number']};;;11:00;1130;\r\n"
        ";;;M;12:00;12:05;όχι\r\n"
        "K9;;Νέος;;12:00;;\r\n",
        "utf-8-sig",
    )

    said = evening.json("paper-day", "--day", "2026-11-23", "--file", path)

    assert [row.get("outcome") for row in said.document] == ["filled", "added", "added", None]
    assert [row.get("signed") for row in said.document] == [True, None, False, None]
    assert said.document[3]["error"]["code"] == "paper_unknown"
    assert said.document[3]["line"] == 5


@pytest.mark.parametrize("layout", ["signin", "slip", "daily"])
@pytest.mark.parametrize("kind", ["pdf", "xlsx", "csv"])
def test_every_layout_is_written_in_every_format(evening, layout, kind):
    path = evening.folder / f"sheet.{kind}"

    said = evening.json("sign-in-sheet", "--layout", layout, "--out", path)

    assert (said.document["rows"], said.document["layout"]) == (1, layout)
    text = READ[kind](path)
    assert ("A-001" in text) == (layout != "daily")
    assert ("Ζωή" in text) == (layout == "signin")


READ = {
    "pdf": lambda path: page_texts(path.read_bytes())[0],
    "xlsx": lambda path: str([c.value for row in load_workbook(path).active.rows for c in row]),
    "csv": lambda path: str(list(csv.reader(StringIO(path.read_text("utf-8-sig")), delimiter=";"))),
}


def test_one_visit_has_a_slip_of_its_own_and_an_unknown_site_no_sheet(evening):
    visit = evening.json("visit", "list", "--date", "2026-11-23").document[0]["visit"]
    path = evening.folder / "slip.pdf"

    assert evening.json("sign-in-sheet", "--visit", visit, "--out", path).document["rows"] == 1
    said = evening.json("sign-in-sheet", "--site", "XYZ", "--out", path)
    assert (said.code, said.document["error"]["code"]) == (1, "unknown_site")


def test_a_corrected_sheet_says_which_copy_it_replaces(evening):
    path = evening.folder / "sheet.pdf"
    first = evening.json("sign-in-sheet", "--out", path).document
    typed(evening, {"code": "A-001", "arrived": "9:15"}, options=["--confirm"])

    second = evening.json("sign-in-sheet", "--out", path).document

    assert (first["replaces"], second["replaces"]) == (None, first["copy"])
    assert f"replaces copy {first['copy']} of" in page_texts(path.read_bytes())[0]
