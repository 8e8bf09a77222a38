"""The day's sign-in sheet on paper: who came, when, to whom, and room for a signature.

Rows have one height, so the number of pages is known before the first is drawn, «page x of y»
costs no second pass and a sheet of 500 rows is made by writing each line of text once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from kentro_app.i18n import _, ngettext
from kentro_app.i18n.dates import date_long, number, time_of_day
from kentro_app.reports import letterhead as head
from kentro_app.reports import pdf
from kentro_app.reports.columns import blank_codes, sheet_title, signin_columns
from kentro_app.reports.lettering import MEDIUM, drawable, folded, width
from kentro_app.reports.pdf import Type
from kentro_app.services.sheets_model import SheetRow, SignInSheet

_ROW = 9.6 * mm
_HEADER = 8 * mm
_GAP = 3 * mm
_COLUMNS = tuple(width * mm for width in (18, 22, 49, 36, 35, 20))
_LEFT = tuple(pdf.MARGIN + sum(_COLUMNS[:index]) for index in range(len(_COLUMNS)))
_SIGNATURE = 4
_WORTH_A_PAGE = 5
_LATE = " *"

_HEAD = Type(MEDIUM, 8.5, pdf.QUIET)
_CELL = Type(size=10.5)
_CODE = Type(MEDIUM, 10.5)
_BLANK = Type(size=8)
_FOLDED = Type(size=8.5)
_LEADING = 10.0

_Line = SheetRow | str  # nobody yet: a blank line, and the number it is typed back by


@dataclass(frozen=True, slots=True)
class _Page:
    """What one page shows: its number, of how many, its lines and where they begin."""

    number: int
    of: int
    top: float
    lines: Sequence[_Line]


def sign_in_pdf(sheet: SignInSheet) -> bytes:
    """The sheet as a PDF in the current language, its fonts embedded; never touches a disk."""
    title = f"{sheet_title()} · {date_long(sheet.day)}"
    pages = _pages(sheet)

    def draw(canvas: Canvas) -> None:
        for page in pages:
            _draw_page(canvas, sheet, page)
            canvas.showPage()

    return pdf.document(title, sheet.site_name, draw)


def _pages(sheet: SignInSheet) -> list[_Page]:
    first, later = head.first_top(sheet), head.LATER_TOP
    lines, step = _lines(sheet, _held(first), _held(later)), _held(later)
    chunks = [(first, lines[: _held(first)])]
    for start in range(_held(first), len(lines), step):
        chunks.append((later, lines[start : start + step]))
    return [
        _Page(index, len(chunks), top, part) for index, (top, part) in enumerate(chunks, start=1)
    ]


def _lines(sheet: SignInSheet, first: int, later: int) -> list[_Line]:
    """Visits, then blank lines; a handful of these is not worth a page of its own."""
    visits, blanks = len(sheet.rows), max(sheet.blank_lines, 0)
    free = first - visits if visits <= first else -(visits - first) % later
    if 0 < blanks - free < _WORTH_A_PAGE and free >= _WORTH_A_PAGE:
        blanks = free
    return [*sheet.rows, *blank_codes(sheet, blanks)]


def _held(top: float) -> int:
    """How many lines stand between a table's top and the foot of the page."""
    return int((top - _HEADER - head.FOOT) // _ROW)


def _draw_page(canvas: Canvas, sheet: SignInSheet, page: _Page) -> None:
    if page.number == 1:
        head.letterhead(canvas, sheet, sheet_title())
    else:
        head.running_head(canvas, sheet, sheet_title())
    _column_heads(canvas, sheet, page.top)
    top = page.top - _HEADER
    if page.lines:
        _rows(canvas, page.lines, top)
        _writing_lines(canvas, len(page.lines), top)
    else:
        nobody = _("Nobody has signed in on this day.")
        pdf.write(canvas, (pdf.MARGIN, top - 7 * mm), drawable(nobody), _CELL)
    _foot(canvas, sheet, page)


def _column_heads(canvas: Canvas, sheet: SignInSheet, top: float) -> None:
    for left, room, text in zip(_LEFT, _COLUMNS, signin_columns(sheet.names), strict=True):
        head = pdf.line_of(text, _HEAD, room - _GAP / 2)
        pdf.write(canvas, (left, top - _HEADER + 2.6 * mm), head, _HEAD)
    pdf.rule(canvas, top - _HEADER, pdf.ACCENT, 1)


def _rows(canvas: Canvas, lines: Sequence[_Line], top: float) -> None:
    """All the cells of a page; one text object, because each change of state costs time."""
    text = canvas.beginText()
    text.setFillColor(pdf.INK)
    for index, row in enumerate(lines):
        y = top - index * _ROW - 6.1 * mm
        if isinstance(row, SheetRow):
            _row(text, row, y)
        elif row:
            _cell(text, (0, y), row, _BLANK)
    canvas.drawText(text)


def _row(text: PDFTextObject, row: SheetRow, y: float) -> None:
    _cell(text, (0, y), row.code, _CODE)
    late = _LATE if row.late_entry else ""
    _cell(text, (1, y), time_of_day(row.arrived) + late, _CELL)
    _two_lines(text, (2, y), drawable(row.name, row.latin_name))
    _two_lines(text, (3, y), drawable(row.for_whom))
    if row.left:
        _cell(text, (5, y), time_of_day(row.left), _CELL)


def _cell(text: PDFTextObject, at: tuple[int, float], words: str, kind: Type) -> None:
    column, y = at
    text.setFont(kind.font, kind.size)
    text.setTextOrigin(_LEFT[column], y)
    text.textOut(pdf.line_of(words, kind, _COLUMNS[column] - _GAP))


def _two_lines(text: PDFTextObject, at: tuple[int, float], words: str) -> None:
    """The words on one line, or small on two: few are longer, and those lose their end."""
    column, y = at
    room = _COLUMNS[column] - _GAP
    parts, size = folded(words, room, _FOLDED.font, _FOLDED.size), _FOLDED.size
    if width(words, _CELL.font, _CELL.size) <= room:
        parts, size = (words,), _CELL.size
    text.setFont(_CELL.font, size)
    y += _LEADING / 2 * (len(parts) - 1)
    for part in parts:
        text.setTextOrigin(_LEFT[column], y)
        text.textOut(part)
        y -= _LEADING


def _writing_lines(canvas: Canvas, count: int, top: float) -> None:
    """A hairline under each line, and a darker one where a pen is to write."""
    bottoms = [top - (index + 1) * _ROW for index in range(count)]
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(pdf.LINE)
    canvas.lines([(pdf.MARGIN, y, pdf.RIGHT, y) for y in bottoms])
    start = _LEFT[_SIGNATURE]
    canvas.setStrokeColor(pdf.EDGE)
    canvas.lines([(start, y, start + _COLUMNS[_SIGNATURE] - _GAP, y) for y in bottoms])


def _foot(canvas: Canvas, sheet: SignInSheet, page: _Page) -> None:
    y = pdf.BOTTOM + 9 * mm
    if page.number == page.of:
        pdf.write(canvas, (pdf.MARGIN, y), drawable(_totals(sheet)), Type(MEDIUM, 9))
    if any(isinstance(row, SheetRow) and row.late_entry for row in page.lines):
        late = drawable(_("* written down afterwards"))
        pdf.write_right(canvas, (pdf.RIGHT, y), late, head.TINY)
    head.foot(canvas, sheet, page.number, page.of)


def _totals(sheet: SignInSheet) -> str:
    if sheet.totals is None:
        return ""
    come = sheet.totals.arrivals
    said = ngettext("{n} arrival", "{n} arrivals", come).format(n=number(come))
    unnamed = sheet.totals.anonymous
    if not unnamed:
        return said
    of_them = ngettext("{n} of them anonymous", "{n} of them anonymous", unnamed)
    return f"{said} · {of_them.format(n=number(unnamed))}"
