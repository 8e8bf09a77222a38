"""Slips, the day's list and the paper kit, read back the way a person would."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from kentro_app.domain.contacts import Outcome
from kentro_app.domain.requests import Axis
from kentro_app.domain.visits import Channel, Stage
from kentro_app.i18n import speak
from kentro_app.reports.kit_pdf import kit_pdf
from kentro_app.reports.render import page_texts
from kentro_app.reports.sheet_pdf import sheet_pdf
from kentro_app.reports.tables import sheet_csv, sheet_xlsx
from kentro_app.services.sheets_model import (
    DailyRow,
    DailySheet,
    DailyTotals,
    KitPaper,
    Replaced,
    Slip,
    SlipSheet,
    Standing,
)
from tests.reports.builders import DAY, OPENING, english, greek, row, sheet

HEAD = {
    "site_name": "Κέντρο Κοινότητας Πετρούπολης",
    "day": DAY,
    "printed_by": "Ε. Μαρκάκη",
    "printed_at": OPENING,
    "copy_number": 4,
    "audit_mark": "77-aabbccdd",
}
TOTALS = DailyTotals(7, 6, 5, 2, 9)
REQUESTS = tuple((f"A.N{n}", f"Επίδομα {n}", f"Benefit {n}") for n in range(20))


def slips(count, **but):
    rows = tuple(Slip(f"A-{n:03}", OPENING + timedelta(minutes=n)) for n in range(1, count + 1))
    return SlipSheet(rows=rows, **{**HEAD, **but})


def contact(number, **but):
    plain = {
        "number": number,
        "arrived": OPENING + timedelta(minutes=number),
        "channel": Channel.IN_PERSON,
        "standing": Standing.NEW,
        "stage": Stage.DONE,
        "axis": Axis.C,
        "requests": ("C.LEGAL",),
        "outcome": Outcome.REFERRED,
        "staff": "Ε.Μ.",
    }
    return DailyRow(**{**plain, **but})


def daily(count, totals=TOTALS, **but):
    return DailySheet(rows=tuple(map(contact, range(1, count + 1))), totals=totals, **HEAD, **but)


def kit(forms=2, tickets=30):
    return KitPaper(
        "Κέντρο Κοινότητας Πετρούπολης",
        "Δήμος Πετρούπολης",
        "Αθ. Διάκου 88Α · 210 5065885",
        "A",
        tuple(f"A-K{n:04}" for n in range(1, forms + 1)),
        tuple(f"A-T{n:04}" for n in range(1, tickets + 1)),
        REQUESTS,
        "Ε. Μαρκάκη",
        OPENING,
        5,
        "80-00112233",
    )


@pytest.fixture(autouse=True)
def in_english():
    speak(english())


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (4, 1), (5, 2), (9, 3)])
def test_four_slips_stand_on_a_page_each_with_code_time_notice_and_signature(count, pages):
    texts = page_texts(sheet_pdf(slips(count)))

    assert len(texts) == pages
    whole = "\n".join(texts)
    for words in ("Attendance slip", "I was informed about how", "Signature"):
        assert whole.count(words) == count
    assert [f"A-{n:03}" in whole for n in range(1, count + 1)] == [True] * count


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (25, 1), (26, 2), (31, 2), (500, 16)])
def test_every_contact_stands_on_the_list_once_and_the_numbers_on_the_last_page(count, pages):
    texts = page_texts(sheet_pdf(daily(count)))

    assert len(texts) == pages
    assert sum(text.count("C.LEGAL") for text in texts) == count
    assert ["People served" in text for text in texts] == [False] * (pages - 1) + [True]
    assert texts[-1].rstrip().endswith(f"page {pages} of {pages}")


def test_few_restricted_requests_are_not_told_apart_and_none_are_not_spoken_of():
    few = DailyTotals(7, 6, 5, 2, 9, restricted=3)
    many = DailyTotals(7, 6, 5, 2, 9, restricted=12)

    assert "<5" in page_texts(sheet_pdf(daily(1, few)))[0]
    assert "12" in page_texts(sheet_pdf(daily(1, many)))[0]
    assert "Restricted requests\n" not in page_texts(sheet_pdf(daily(1)))[0]


def test_greek_axes_are_greek_letters():
    speak(greek())

    assert "Γ" in page_texts(sheet_pdf(daily(1)))[0]


@pytest.mark.parametrize(
    "made", [sheet(row()), slips(1), daily(1)], ids=["signin", "slip", "daily"]
)
def test_a_corrected_paper_says_which_copy_it_replaces(made):
    corrected = type(made)(
        **{name: getattr(made, name) for name in made.__slots__ if name != "replaces"},
        replaces=Replaced(3, OPENING),
    )
    words = "Corrected reprint – replaces copy 3 of 23/11/2026 09:00"

    assert words not in page_texts(sheet_pdf(made))[0]
    assert words in page_texts(sheet_pdf(corrected))[0]
    cells = [c.value for r in load_workbook(BytesIO(sheet_xlsx(corrected))).active.rows for c in r]
    assert words in cells


def test_blank_lines_of_a_copy_are_numbered_and_those_of_a_preview_are_not():
    blank = {"blank_lines": 3, "letter": "A"}

    copy = page_texts(sheet_pdf(sheet(row(), **blank)))[0]
    preview = page_texts(sheet_pdf(sheet(row(), copy_number=0, **blank)))[0]

    assert [f"A-3/{n}" in copy for n in (1, 2, 3, 4)] == [True, True, True, False]
    assert "/1" not in preview.replace("23/11", "")


def test_a_form_of_the_kit_holds_its_number_its_boxes_and_both_languages():
    pages = page_texts(kit_pdf(kit()))

    assert len(pages) == 4
    form = pages[0]
    assert form.count("A-K0001") == 1
    for words in ("Έντυπο υποδοχής / Intake form", "Επώνυμο", "Surname", "Επίδομα 19", "Έκβαση"):
        assert words in form
    assert "Έλαβα ενημέρωση για την επεξεργασία των προσωπικών μου δεδομένων." in form
    assert ("A-T0024" in pages[2], "A-T0025" in pages[3]) == (True, True)


@pytest.mark.parametrize("draw", [lambda: sheet_pdf(slips(1)), lambda: kit_pdf(kit())])
def test_every_font_is_embedded(draw):
    with PdfDocument(draw()) as document:
        fonts = {
            letters.get_font().get_base_name() or "?": letters.get_font()
            for page in document
            for letters in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT])
        }
        embedded = [font.is_embedded for font in fonts.values()]

    assert embedded == [True] * len(embedded) != []


def test_the_list_as_a_table_has_a_line_for_each_contact():
    rows = list(csv.reader(StringIO(sheet_csv(daily(2)).decode("utf-8-sig")), delimiter=";"))

    assert rows[0][:4] == ["Date", "#", "Time", "How"]
    assert rows[1] == [
        "23/11/2026", "1", "09:01", "in person", "new", "C", "C.LEGAL", "referred", "Ε.Μ.", "",
    ]  # fmt: skip
    assert len(rows) == 3
