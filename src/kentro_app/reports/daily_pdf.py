"""The day's list without names (Φ4), on paper; below it the day's numbers and what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from kentro_app.i18n import _
from kentro_app.i18n.dates import date_long, time_of_day
from kentro_app.reports import letterhead as head
from kentro_app.reports import pdf
from kentro_app.reports.daily_words import (
    axis_word,
    channel_word,
    daily_columns,
    daily_title,
    definitions,
    outcome_word,
    standing_word,
    totals_words,
)
from kentro_app.reports.lettering import MEDIUM, drawable
from kentro_app.reports.pdf import Type
from kentro_app.services.sheets_model import DailyRow, DailySheet

_ROW = 7 * mm
_HEADER = 8 * mm
_GAP = 2.5 * mm
_COLUMNS = tuple(width * mm for width in (10, 17, 33, 30, 14, 35, 29, 12))
_LEFT = tuple(pdf.MARGIN + sum(_COLUMNS[:index]) for index in range(len(_COLUMNS)))
_NUMBERS = 34 * mm  # the day's numbers and what they mean

_HEAD = Type(MEDIUM, 8.5, pdf.QUIET)
_CELL = Type(size=9.5)
_TOTAL = Type(MEDIUM, 13)
_LABEL = Type(size=8, colour=pdf.QUIET)


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    top: float
    rows: Sequence[DailyRow]


def daily_pdf(sheet: DailySheet) -> bytes:
    """The list as a PDF in the current language; made in memory."""
    title = f"{daily_title()} · {date_long(sheet.day)}"
    pages = _pages(sheet)

    def draw(canvas: Canvas) -> None:
        for page in pages:
            _draw_page(canvas, sheet, page, len(pages))
            canvas.showPage()

    return pdf.document(title, sheet.site_name, draw)


def _pages(sheet: DailySheet) -> list[_Page]:
    pages: list[_Page] = []
    rest = sheet.rows
    top = head.first_top(sheet)
    while True:
        room = top - _HEADER - head.FOOT
        if len(rest) * _ROW <= room - _NUMBERS:
            return [*pages, _Page(len(pages) + 1, top, rest)]
        held = int(room // _ROW)
        pages.append(_Page(len(pages) + 1, top, rest[:held]))
        rest, top = rest[held:], head.LATER_TOP


def _draw_page(canvas: Canvas, sheet: DailySheet, page: _Page, of: int) -> None:
    begin = head.letterhead if page.number == 1 else head.running_head
    begin(canvas, sheet, daily_title())
    if page.rows or page.number == 1:
        _column_heads(canvas, page.top)
    for index, row in enumerate(page.rows):
        _row(canvas, row, page.top - _HEADER - index * _ROW)
    if not page.rows and page.number == 1:
        nobody = _("There were no contacts on this day.")
        pdf.write(canvas, (pdf.MARGIN, page.top - _HEADER - 5 * mm), drawable(nobody), _CELL)
    if page.number == of:
        _numbers(canvas, sheet)
    if any(row.late_entry for row in page.rows):
        late = drawable(_("* written down afterwards"))
        pdf.write_right(canvas, (pdf.RIGHT, pdf.BOTTOM + 8 * mm), late, head.TINY)
    head.foot(canvas, sheet, page.number, of)


def _column_heads(canvas: Canvas, top: float) -> None:
    for left, room, text in zip(_LEFT, _COLUMNS, daily_columns(), strict=True):
        words = pdf.line_of(text, _HEAD, room - _GAP / 2)
        pdf.write(canvas, (left, top - _HEADER + 2.6 * mm), words, _HEAD)
    pdf.rule(canvas, top - _HEADER, pdf.ACCENT, 1)


def _row(canvas: Canvas, row: DailyRow, top: float) -> None:
    for left, room, words in zip(_LEFT, _COLUMNS, daily_cells(row), strict=True):
        line = pdf.line_of(words, _CELL, room - _GAP)
        pdf.write(canvas, (left, top - 4.7 * mm), line, _CELL)
    pdf.rule(canvas, top - _ROW)


def daily_cells(row: DailyRow) -> tuple[str, ...]:
    """What stands in the eight columns."""
    return (
        str(row.number),
        time_of_day(row.arrived) + (" *" if row.late_entry else ""),
        channel_word(row.channel),
        standing_word(row.standing),
        axis_word(row.axis),
        ", ".join(row.requests),
        outcome_word(row),
        row.staff,
    )


def _numbers(canvas: Canvas, sheet: DailySheet) -> None:
    y = head.FOOT + _NUMBERS - 14 * mm
    totals = totals_words(sheet.totals)
    for index, (label, count) in enumerate(totals):
        left = pdf.MARGIN + index * pdf.ROOM / len(totals)
        pdf.write(canvas, (left, y), count, _TOTAL)
        room = pdf.ROOM / len(totals) - _GAP
        pdf.write(canvas, (left, y - 4.5 * mm), pdf.line_of(label, _LABEL, room), _LABEL)
    y -= 12 * mm
    for sentence in definitions():
        for line in simpleSplit(drawable(sentence), _LABEL.font, _LABEL.size, pdf.ROOM):
            pdf.write(canvas, (pdf.MARGIN, y), line, _LABEL)
            y -= 3.6 * mm
