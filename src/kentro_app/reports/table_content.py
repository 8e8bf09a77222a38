"""What the table of each sheet holds, before it is a workbook or a CSV file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kentro_app.i18n import _, pgettext
from kentro_app.reports.columns import blank_codes, sheet_title, signin_columns, stage_column
from kentro_app.reports.daily_pdf import daily_cells
from kentro_app.reports.daily_words import daily_columns, daily_title, definitions, totals_words
from kentro_app.reports.slip_pdf import notice_line, slip_title
from kentro_app.services.sheets_model import (
    AnySheet,
    DailySheet,
    SheetRow,
    SignInSheet,
    SlipSheet,
)

Cell = str | datetime | None
"""A datetime is shown as the time of day, None as nothing."""

_TO_SIGN, _TO_READ = 26, 18


@dataclass(frozen=True, slots=True)
class Content:
    """A title, columns with their widths in letters, and lines; `blanks` are for pens only.

    `notes` stand below the table of a workbook, `height` is that of its lines in points.
    """

    title: str
    headings: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[Cell]]
    blanks: Sequence[Sequence[Cell]] = ()
    notes: Sequence[str] = ()
    height: int = _TO_SIGN


def content(sheet: AnySheet) -> Content:
    """The table of a sheet, in the current language."""
    match sheet:
        case SignInSheet():
            return _signin(sheet)
        case SlipSheet():
            return _slips(sheet)
        case DailySheet():
            return _daily(sheet)


def _signin(sheet: SignInSheet) -> Content:
    widths = (9, 11, 34, 24, 22, 11, 18)
    empty = (None,) * (len(widths) - 1)
    return Content(
        sheet_title(),
        (*signin_columns(sheet.names), stage_column()),
        widths,
        [_visit(row) for row in sheet.rows],
        [(code, *empty) for code in blank_codes(sheet, max(sheet.blank_lines, 0))],
    )


def _visit(row: SheetRow) -> tuple[Cell, ...]:
    stage = row.stage
    if row.late_entry:
        stage = " · ".join(filter(None, (stage, _("written down afterwards"))))
    return (row.code, row.arrived, row.name, row.for_whom, "", row.left, stage)


def _slips(sheet: SlipSheet) -> Content:
    headings = (
        pgettext("slip", "Visit code"),
        pgettext("slip", "Time"),
        notice_line(),
        pgettext("sign-in sheet", "Signature"),
    )
    rows = [(slip.code, slip.arrived, "", "") for slip in sheet.rows]
    return Content(slip_title(), headings, (11, 9, 46, 26), rows)


def _daily(sheet: DailySheet) -> Content:
    rows: list[tuple[Cell, ...]] = []
    for row in sheet.rows:
        number, _time, *rest = daily_cells(row)
        late = _("written down afterwards") if row.late_entry else ""
        rows.append((number, row.arrived, *rest, late))
    totals = [f"{label}: {count}" for label, count in totals_words(sheet.totals)]
    return Content(
        daily_title(),
        (*daily_columns(), pgettext("day's list", "Remark")),
        (6, 8, 18, 18, 7, 26, 20, 8, 24),
        rows,
        notes=[" · ".join(totals), *definitions()],
        height=_TO_READ,
    )
