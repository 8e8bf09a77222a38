"""The sheets of a day as tables: XLSX for people, CSV for whatever comes after.

Both hold the columns of the paper; of the sheet people sign also how far each visit came. Both are
made in memory.
"""

import csv
from datetime import datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from kentro_app.i18n import _
from kentro_app.i18n.dates import date_long, date_short, here, time_of_day
from kentro_app.reports.cells import guarded, plain
from kentro_app.reports.letterhead import correction
from kentro_app.reports.table_content import Cell, Content, content
from kentro_app.services.sheets_model import AnySheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_OPTIONS = {
    "in_memory": True,  # without it every sheet passes through a readable temporary file
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_HEAD_ROW = 4
_A4 = 9
_INK, _QUIET, _ACCENT, _LINE = "#1E2A32", "#5A6670", "#17608F", "#DEDACF"


def sheet_csv(sheet: AnySheet) -> bytes:
    """The sheet as CSV: UTF-8 with BOM, semicolons, every field quoted, CRLF.

    Semicolons, because a Greek Windows separates lists with them (its comma is the decimal
    sign): double-clicked there, a comma-separated file opens with all in one column. What
    could be taken for a formula has an apostrophe before it (`cells.guarded`). One line of
    headings, then one line per visit; blank lines for walk-ins are for paper only.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    told = content(sheet)
    writer.writerow([_("Date"), *told.headings])
    for row in told.rows:
        cells = [date_short(sheet.day), *map(_as_text, row)]
        writer.writerow([guarded(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def sheet_xlsx(sheet: AnySheet) -> bytes:
    """The sheet as an XLSX workbook that can be printed on A4 and signed.

    Text is text whatever it looks like, numbers of people and visits included; times are
    real dates on the centre's clock, shown as hours and minutes. Blank lines are ruled.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - three megabytes that few sessions need

    paper, told = BytesIO(), content(sheet)
    with Workbook(paper, _OPTIONS) as book:
        book.set_properties({"title": plain(told.title), "author": plain(sheet.site_name)})
        page = book.add_worksheet(plain(told.title)[:31])
        _set_up(page, sheet, told)
        _head(book, page, sheet, told)
        _body(book, page, told)
    return paper.getvalue()


# The names the sheet people sign had when it was the only one.
sign_in_csv, sign_in_xlsx = sheet_csv, sheet_xlsx


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    return time_of_day(cell) if isinstance(cell, datetime) else plain(cell)


def _set_up(page: "Worksheet", sheet: AnySheet, told: Content) -> None:
    page.set_paper(_A4)
    page.set_portrait()
    page.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.7)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD_ROW)
    page.freeze_panes(_HEAD_ROW + 1, 0)
    page.hide_gridlines(2)
    pages = _("page {page} of {pages}").format(page="&P", pages="&N")
    copy = _("copy {copy} · mark {mark}").format(copy=sheet.copy_number, mark=sheet.audit_mark)
    page.set_footer(f"&L&8{_harmless(copy)}&R&8{pages}")
    for column, width in enumerate(told.widths):
        page.set_column(column, column, width)


def _harmless(text: str) -> str:
    """A footer's own commands begin with an ampersand; two of them print one."""
    return plain(text).replace("&", "&&")[:120]


def _head(book: "Workbook", page: "Worksheet", sheet: AnySheet, told: Content) -> None:
    reach = " · ".join(filter(None, (sheet.municipality, sheet.address, sheet.phone)))
    about = " · ".join(filter(None, (sheet.operation, correction(sheet))))
    place = book.add_format({"font_size": 15, "bold": True, "font_color": _INK})
    title = book.add_format({"font_size": 13, "bold": True, "font_color": _ACCENT})
    quiet = book.add_format({"font_size": 9, "font_color": _QUIET})
    page.write_string(0, 0, plain(sheet.site_name), place)
    page.write_string(1, 0, plain(reach), quiet)
    page.write_string(2, 0, f"{told.title} · {date_long(sheet.day)}", title)
    page.write_string(3, 0, plain(about), quiet)
    head = book.add_format(
        {"bold": True, "font_color": _QUIET, "bottom": 2, "bottom_color": _ACCENT}
    )
    for column, heading in enumerate(told.headings):
        page.write_string(_HEAD_ROW, column, plain(heading), head)


def _body(book: "Workbook", page: "Worksheet", told: Content) -> None:
    ruled = {"bottom": 1, "bottom_color": _LINE, "valign": "vcenter", "font_color": _INK}
    text = book.add_format({**ruled, "num_format": "@"})
    clock = book.add_format({**ruled, "num_format": "hh:mm", "align": "left"})
    lines = [*told.rows, *told.blanks]
    for row, cells in enumerate(lines, start=_HEAD_ROW + 1):
        page.set_row(row, told.height)
        for column, cell in enumerate(cells):
            _write(page, (row, column), cell, clock if isinstance(cell, datetime) else text)
    note = book.add_format({"font_size": 9, "font_color": _QUIET, "num_format": "@"})
    for row, line in enumerate(told.notes, start=_HEAD_ROW + len(lines) + 2):
        page.write_string(row, 0, plain(line), note)


def _write(page: "Worksheet", at: tuple[int, int], cell: Cell, style: "Format") -> None:
    if isinstance(cell, datetime):
        page.write_datetime(*at, here(cell).replace(tzinfo=None), style)
    elif text := plain(cell or ""):
        page.write_string(*at, text, style)
    else:
        page.write_blank(*at, None, style)
