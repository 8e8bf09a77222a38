"""The sheet is read back the way a person would: page by page, by its text."""

import re

import pytest
from pypdfium2 import PdfDocument

from kentro_app.i18n import Voice, speak
from kentro_app.reports.render import page_texts
from kentro_app.reports.signin_pdf import sign_in_pdf
from kentro_app.services.sheets_model import NameStyle, SheetTotals
from tests.reports.builders import busy, english, greek, row, sheet

VOICES = pytest.mark.parametrize("voice", [greek(), english()], ids=["el", "en"])
CODE = re.compile(r"\bA-\d{3,4}\b")


def lines(*pages: str) -> list[str]:
    return [line.strip() for page in pages for line in page.splitlines()]


@VOICES
@pytest.mark.parametrize("count", [0, 1, 22, 23, 500, 2000])
def test_every_visit_stands_on_the_sheet_once_and_in_order(count: int, voice: Voice):
    speak(voice)

    pages = page_texts(sign_in_pdf(busy(count)))

    assert CODE.findall("\n".join(pages)) == [f"A-{number:03}" for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("voice", "words"),
    [(greek(), "σελίδα {} από {}"), (english(), "page {} of {}")],
    ids=["el", "en"],
)
def test_each_page_says_which_of_how_many_it_is(voice: Voice, words: str):
    speak(voice)

    pages = page_texts(sign_in_pdf(busy(500)))

    assert len(pages) > 15
    for number, page in enumerate(pages, start=1):
        assert page.rstrip().endswith(words.format(number, len(pages)))


def test_each_page_repeats_the_column_heads_the_day_and_who_printed_which_copy():
    speak(english())

    pages = page_texts(sign_in_pdf(busy(60)))

    for page in pages:
        assert "No. Time in Name For Signature Time out" in page
        assert "Monday 23 November 2026" in page
        assert "Printed by Μαρκάκη Ε. on 23/11/2026 17:00 · copy 3 · mark 7F3A-91C0" in page


def test_the_letterhead_names_the_office_and_how_to_reach_it():
    first = page_texts(sign_in_pdf(sheet()))[0]

    assert "Κέντρο Κοινότητας Δήμου Πετρούπολης" in lines(first)
    assert "Αθ. Διάκου 88Α & Αγ. Δημητρίου, Πετρούπολη · 210 5065885" in first


def test_a_greek_sheet_says_its_day_in_the_genitive_and_its_hours_on_the_centres_clock():
    speak(greek())

    page = page_texts(sign_in_pdf(sheet(row(0, name="Προϋπηρέτου Ἀθηνᾶ"))))[0]

    assert "Δευτέρα 23 Νοεμβρίου 2026" in page
    assert "A-001 09:00 Προϋπηρέτου Ἀθηνᾶ Ε. Μαρκάκη 09:20" in lines(page)


def test_somebody_who_is_still_there_has_no_time_out():
    speak(english())

    page = page_texts(sign_in_pdf(sheet(row(0, name="Χασάν Μ.", left=None, for_whom=""))))[0]

    assert "A-001 09:00 Χασάν Μ." in lines(page)


@pytest.mark.parametrize(
    ("style", "heading"),
    [
        (NameStyle.FULL, "Name"),
        (NameStyle.INITIALS, "Initials"),
        (NameStyle.NUMBER, "Person's number"),
    ],
)
def test_the_heading_says_what_stands_instead_of_the_name(style: NameStyle, heading: str):
    page = page_texts(sign_in_pdf(sheet(names=style)))[0]

    assert f"No. Time in {heading} For Signature Time out" in page


def test_a_sheet_with_initials_does_not_print_the_number_of_the_person():
    page = page_texts(sign_in_pdf(sheet(row(name="Π. Ε.", number="ΠΕΤ-A-2026-00318"))))[0]

    assert "00318" not in page


def test_an_empty_day_says_so_instead_of_showing_an_empty_table():
    assert "Nobody has signed in on this day." in page_texts(sign_in_pdf(sheet()))[0]


def test_blank_lines_take_room_as_visits_do():
    forty_blanks = sign_in_pdf(sheet(blank_lines=40))

    assert len(page_texts(forty_blanks)) == 2
    assert "Nobody" not in page_texts(forty_blanks)[0]


def test_a_page_is_not_begun_for_the_last_few_blank_lines():
    assert len(page_texts(sign_in_pdf(busy(14, blank_lines=10)))) == 1


def test_a_full_page_of_visits_is_followed_by_a_page_of_blank_lines():
    assert len(page_texts(sign_in_pdf(busy(21, blank_lines=10)))) == 2


def test_only_a_sheet_with_late_entries_explains_their_mark():
    marked = page_texts(sign_in_pdf(sheet(row(0), row(1, late_entry=True))))[0]
    unmarked = page_texts(sign_in_pdf(busy(2)))[0]

    assert [code for code in CODE.findall(marked) if f"{code} 07:01 *" in marked] == ["A-002"]
    assert "written down afterwards" in marked
    assert "written down afterwards" not in unmarked


def test_the_last_page_counts_who_came():
    pages = page_texts(sign_in_pdf(busy(60, totals=SheetTotals(60, anonymous=4))))

    assert "60 arrivals · 4 of them anonymous" in pages[-1]
    assert "arrivals" not in pages[0]


def test_the_operation_stands_in_the_letterhead():
    page = page_texts(sign_in_pdf(sheet(operation="Απόφαση ένταξης 21639/28-11-2016")))[0]

    assert "Απόφαση ένταξης 21639/28-11-2016" in lines(page)


def test_a_name_of_ten_thousand_letters_stays_in_its_cell():
    page = page_texts(sign_in_pdf(sheet(row(name="Παπα" * 2500), row(1))))[0]

    cut = next(line for line in lines(page) if line.startswith("A-001"))
    assert re.fullmatch(r"A-001 07:00 (Παπα)+[Παπ]*… Ε. Μαρκάκη 07:20", cut)


def test_a_sheet_of_nothing_but_endless_texts_is_still_a_sheet():
    endless = "Ω\x00\u202e漢\n" * 2000
    hostile = row(name=endless, for_whom=endless, code=endless)

    pages = page_texts(
        sign_in_pdf(
            sheet(
                *[hostile] * 50,
                site_name=endless,
                address=endless,
                municipality=endless,
                operation=endless,
                printed_by=endless,
                audit_mark=endless,
            )
        )
    )

    assert len(pages) == 3
    assert "page 3 of 3" in pages[-1]


def test_an_arabic_name_appears_in_latin_letters():
    page = page_texts(sign_in_pdf(sheet(row(name="محمد", latin_name="Mohamed"))))[0]

    assert "A-001 07:00 Mohamed Ε. Μαρκάκη 07:20" in lines(page)


def test_every_font_of_the_sheet_is_embedded_as_a_subset():
    made = sign_in_pdf(busy(30))

    fonts = re.findall(rb"/BaseFont /(\S+)", made)
    assert sorted(fonts) == [
        b"AAAAAA+Roboto-Bold",
        b"AAAAAA+Roboto-Medium",
        b"AAAAAA+Roboto-Regular",
    ]
    assert made.count(b"/FontFile2") == len(fonts)
    assert len(made) < 100_000


@VOICES
def test_the_properties_name_the_sheet_and_its_language_and_no_person(voice: Voice):
    speak(voice)

    made = sign_in_pdf(busy(5))

    with PdfDocument(made) as document:
        properties = document.get_metadata_dict()
    assert properties["Title"].startswith("Sign-in sheet · ")
    assert properties["Author"] == "Κέντρο Κοινότητας Δήμου Πετρούπολης"
    assert "Μαρκάκη" not in str(properties)
    assert f"/Lang ({voice.language})".encode() in made
