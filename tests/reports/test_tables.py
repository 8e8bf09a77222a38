"""The tables are read back by other programs' eyes: openpyxl and the csv module.

Planted faults these notice: formulas left on in the workbook, no apostrophe in the CSV,
quotes only where csv thinks they are needed.
"""

import csv
from datetime import datetime
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kentro_app.i18n import speak
from kentro_app.reports.cells import guarded, plain
from kentro_app.reports.tables import sign_in_csv, sign_in_xlsx
from kentro_app.services.sheets_model import SignInSheet
from tests.reports.builders import busy, english, greek, row, sheet

HOSTILE = (
    '=HYPERLINK("http://evil.example","x")',
    "=cmd|' /C calc'!A0",
    "+302105065885",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\0=1+1",
    " =1+1",
    "\u200b=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "{=1+1}",
    'a";=1+1;"',
    "a\r\n=1+1",
    "http://evil.example",
    "mailto:x@evil.example",
    "internal:Sheet1!A1",
    "0012345",
    "01019912345",
    "1E5",
    "TRUE",
    "#REF!",
    "_x0041_",
    "'=1+1",
    "\ud800",
    "\ufeff=1",
    "<b>&amp;</b>",
    "Ω" * 40_000,
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")
# Hostile beginnings are common here, because by chance they hardly ever come up.
CELLS = st.one_of(
    st.sampled_from(HOSTILE),
    st.builds(str.__add__, st.sampled_from([*FORMULA, " ", '"', ";"]), st.text(max_size=30)),
    st.text(st.characters(), max_size=60),
)


def workbook(made: bytes) -> Worksheet:
    page = load_workbook(BytesIO(made)).active
    assert isinstance(page, Worksheet)
    return page


def records(made: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))


def hostile_sheet(*texts: str) -> SignInSheet:
    rows = [row(index, code=t, name=t, for_whom=t, stage=t) for index, t in enumerate(texts)]
    return sheet(*rows)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_workbook_holds_hostile_text_as_text(text: str):
    page = workbook(sign_in_xlsx(hostile_sheet(text)))

    cells = [page.cell(6, column) for column in (1, 3, 4, 7)]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert {cell.value for cell in cells} == {plain(text) or None}
    assert [cell for cell in cells if cell.hyperlink] == []


@given(st.lists(CELLS, min_size=25, max_size=25))
@settings(max_examples=60, deadline=None)
def test_no_text_becomes_a_formula_a_link_or_a_number_in_a_workbook(texts: list[str]):
    page = workbook(sign_in_xlsx(hostile_sheet(*texts)))

    shown = [page.cell(6 + index, 3) for index in range(len(texts))]
    assert [cell.value for cell in shown] == [plain(text) or None for text in texts]
    assert {cell.data_type for cell in shown if cell.value is not None} <= {"s"}


@given(st.lists(CELLS, min_size=25, max_size=25))
@settings(max_examples=100, deadline=None)
def test_no_field_of_a_csv_begins_like_a_formula(texts: list[str]):
    lines = records(sign_in_csv(hostile_sheet(*texts)))

    assert {len(line) for line in lines} == {8}
    assert [line[3] for line in lines[1:]] == [guarded(plain(text)) for text in texts]
    assert [field for line in lines for field in line if field.startswith(FORMULA)] == []


@given(st.lists(CELLS, min_size=5, max_size=5))
@settings(max_examples=100, deadline=None)
def test_every_field_of_a_csv_is_quoted(texts: list[str]):
    for line in (
        sign_in_csv(hostile_sheet(*texts)).decode("utf-8-sig").removesuffix("\r\n").split("\r\n")
    ):
        assert line.startswith('"')
        assert line.endswith('"')
        assert line.replace('""', "").count('"') % 2 == 0


@given(CELLS)
def test_guarding_changes_nothing_but_the_beginning(text: str):
    assert guarded(text) in (text, f"'{text}")
    assert not guarded(text).startswith(FORMULA)


@pytest.mark.parametrize("text", ["Παπαδοπούλου", "A-014", "Ο'Νιλ", "210 5065885", "", "–", "9+1"])
def test_harmless_text_is_left_alone(text: str):
    assert guarded(text) == text


def test_a_csv_begins_with_the_mark_that_makes_excel_read_greek():
    assert sign_in_csv(busy(1)).startswith(b"\xef\xbb\xbf")


def test_a_csv_has_one_line_of_headings_and_one_per_visit_and_no_blank_lines():
    speak(english())

    lines = records(sign_in_csv(busy(2, blank_lines=10)))

    assert lines == [
        ["Date", "No.", "Time in", "Name", "For", "Signature", "Time out", "Outcome"],
        ["23/11/2026", "A-001", "09:00", "Παπαδοπούλου Ελένη", "Ε. Μαρκάκη", "", "09:20", "served"],
        ["23/11/2026", "A-002", "09:01", "Νικολαΐδης Πάνος", "Ε. Μαρκάκη", "", "09:21", "served"],
    ]


def test_a_late_entry_says_so_in_the_tables():
    late = sheet(row(late_entry=True))

    assert records(sign_in_csv(late))[1][-1] == "served · written down afterwards"
    assert workbook(sign_in_xlsx(late)).cell(6, 7).value == "served · written down afterwards"


def test_a_workbook_holds_times_as_times_on_the_centres_clock():
    speak(greek())

    page = workbook(sign_in_xlsx(sheet(row(0), row(1, left=None))))

    assert page["B6"].value == datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - a clock on paper
    assert page["B6"].number_format == "hh:mm"
    assert page["F6"].is_date
    assert page["F7"].value is None


def test_a_workbook_keeps_leading_zeros_and_plus_signs():
    page = workbook(sign_in_xlsx(sheet(row(code="007", name="+302105065885"))))

    assert (page["A6"].value, page["C6"].value) == ("007", "+302105065885")
    assert page["A6"].number_format == "@"


def test_a_workbook_is_ready_to_be_printed_and_signed():
    page = workbook(sign_in_xlsx(busy(2, blank_lines=5, site_name="A & B", audit_mark="&Z7")))

    assert page.freeze_panes == "A6"
    assert page.print_title_rows == "$5:$5"
    assert page.page_setup.paperSize == int(page.PAPERSIZE_A4)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0
    assert page.oddFooter.right.text == "page &P of &N"
    assert page.oddFooter.left.text == "copy 3 · mark &&Z7"
    assert page.max_row == 5 + 2 + 5


def test_a_workbook_names_no_person_in_its_properties():
    with ZipFile(BytesIO(sign_in_xlsx(busy(3)))) as book:
        properties = book.read("docProps/core.xml") + book.read("docProps/app.xml")

    assert "Κέντρο Κοινότητας" in properties.decode()
    assert "Μαρκάκη" not in properties.decode()


@pytest.mark.parametrize("count", [0, 1, 500, 2000])
def test_both_tables_hold_every_visit(count: int):
    visits = busy(count)

    assert len(records(sign_in_csv(visits))) == count + 1
    assert workbook(sign_in_xlsx(visits)).max_row == 5 + count
