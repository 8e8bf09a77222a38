"""Nothing on the sheet lies over anything else or leaves the page, whatever is written on it.

Planted faults these notice: one row too many per page, cells not cut, a gap of no width.
"""

from itertools import combinations

import pytest
from pypdfium2 import PdfDocument

from kentro_app.i18n import speak
from kentro_app.reports.signin_pdf import sign_in_pdf
from kentro_app.services.sheets_model import SignInSheet
from tests.reports.builders import busy, greek, row, sheet

A4_WIDTH, A4_HEIGHT = 595.3, 841.9
PRINTABLE = 5 / 25.4 * 72  # what office printers cannot reach: five millimetres
LONG = "Παπακωνσταντίνου-Χατζηδημητρίου Αικατερίνη Ευαγγελία " * 40
UNBROKEN = "Ω" * 10_000
Box = tuple[float, float, float, float]


def boxes(made: bytes) -> list[list[Box]]:
    """Of each page the rectangles (left, bottom, right, top) of its pieces of text."""
    with PdfDocument(made) as document:
        return [_boxes(document, index) for index in range(len(document))]


def _boxes(document: PdfDocument, index: int) -> list[Box]:
    page = document[index]
    text = page.get_textpage()
    found = [text.get_rect(number) for number in range(text.count_rects())]
    text.close()
    page.close()
    return found


def overlap(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0.5 and down > 0.5


def written_full(text: str) -> SignInSheet:
    rows = [row(index, name=text, for_whom=text, late_entry=True) for index in range(70)]
    return sheet(
        *rows,
        site_name=text,
        municipality=text,
        address=text,
        operation=text,
        printed_by=text,
        audit_mark=text,
    )


SHEETS = {
    "ordinary": busy(70, blank_lines=10),
    "with an operation": busy(70, operation="Απόφαση ένταξης 21639/28-11-2016"),
    "long words": written_full(LONG),
    "one endless word": written_full(UNBROKEN),
}


@pytest.mark.parametrize("filled", SHEETS.values(), ids=SHEETS.keys())
def test_no_piece_of_text_lies_over_another(filled: SignInSheet):
    speak(greek())

    for page in boxes(sign_in_pdf(filled)):
        assert page
        assert [pair for pair in combinations(page, 2) if overlap(*pair)] == []


@pytest.mark.parametrize("filled", SHEETS.values(), ids=SHEETS.keys())
def test_every_piece_of_text_is_where_a_printer_can_reach(filled: SignInSheet):
    speak(greek())

    for page in boxes(sign_in_pdf(filled)):
        for left, bottom, right, top in page:
            assert PRINTABLE <= left < right <= A4_WIDTH - PRINTABLE
            assert PRINTABLE <= bottom < top <= A4_HEIGHT - PRINTABLE


def test_the_last_row_of_a_full_page_leaves_the_foot_a_lines_height():
    for page in boxes(sign_in_pdf(busy(70)))[:-1]:
        bottoms = sorted({round(bottom) for left, bottom, _right, _top in page if left < 60})

        foot, last_row = bottoms[0], next(bottom for bottom in bottoms if bottom > bottoms[0] + 3)
        assert last_row - foot > 40
