"""What is above and below the lines of every sheet: the office, the day, who printed which copy."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kentro_app.i18n import _
from kentro_app.i18n.dates import date_long, moment_short
from kentro_app.reports import pdf
from kentro_app.reports.lettering import BOLD, MEDIUM, drawable, fitted
from kentro_app.reports.pdf import Type
from kentro_app.services.sheets_model import Paper

FOOT = pdf.BOTTOM + 17 * mm
"""Nothing of the lines comes below this."""
LATER_TOP = pdf.TOP - 12 * mm
"""Where the lines of the second page and those after it begin."""

TINY = Type(size=8, colour=pdf.QUIET)
_GAP = 3 * mm
_PLACE = Type(MEDIUM, 15)
_TITLE = Type(BOLD, 15, pdf.ACCENT)
_SMALL = Type(size=9, colour=pdf.QUIET)
_RUNNING = Type(MEDIUM, 10)
_REPLACES = Type(MEDIUM, 8.5, pdf.ACCENT)


def first_top(paper: Paper) -> float:
    """Where the lines of the first page begin."""
    return float(pdf.TOP - (38 if paper.operation else 33) * mm)


def letterhead(canvas: Canvas, paper: Paper, title: str) -> None:
    """The head of a first page."""
    third = pdf.ROOM / 3
    y = pdf.TOP - 3 * mm
    pdf.write(canvas, (pdf.MARGIN, y), pdf.line_of(paper.municipality, _SMALL, third), _SMALL)
    pdf.write_right(canvas, (pdf.RIGHT, y), _reach(paper, pdf.ROOM - third - _GAP), _SMALL)
    y -= 7 * mm
    pdf.write(canvas, (pdf.MARGIN, y), pdf.line_of(paper.site_name, _PLACE), _PLACE)
    if paper.operation:
        y -= 5 * mm
        pdf.write(canvas, (pdf.MARGIN, y), pdf.line_of(paper.operation, _SMALL), _SMALL)
    y -= 4 * mm
    pdf.rule(canvas, y)
    y -= 9 * mm
    pdf.write(canvas, (pdf.MARGIN, y), drawable(title), _TITLE)
    pdf.write_right(canvas, (pdf.RIGHT, y), drawable(date_long(paper.day)), _PLACE)
    pdf.write(
        canvas, (pdf.MARGIN, y - 5 * mm), pdf.line_of(correction(paper), _REPLACES), _REPLACES
    )


def running_head(canvas: Canvas, paper: Paper, title: str) -> None:
    """The head of every later page."""
    y = pdf.TOP - 3 * mm
    pdf.write(canvas, (pdf.MARGIN, y), drawable(f"{title} · {date_long(paper.day)}"), _RUNNING)
    half = pdf.ROOM / 2
    pdf.write_right(canvas, (pdf.RIGHT, y), pdf.line_of(paper.site_name, _SMALL, half), _SMALL)
    y -= 4.5 * mm
    pdf.write(canvas, (pdf.MARGIN, y), pdf.line_of(correction(paper), _REPLACES), _REPLACES)


def foot(canvas: Canvas, paper: Paper, page: int, of: int) -> None:
    """The line at the very bottom."""
    pdf.rule(canvas, pdf.BOTTOM + 6 * mm)
    y = pdf.BOTTOM + 2 * mm
    pages = _("page {page} of {pages}").format(page=page, pages=of)
    pdf.write(canvas, (pdf.MARGIN, y), provenance(paper), TINY)
    pdf.write_right(canvas, (pdf.RIGHT, y), drawable(pages), TINY)


def correction(paper: Paper) -> str:
    """Which copy this one puts right, if it does."""
    if paper.replaces is None:
        return ""
    return _("Corrected reprint – replaces copy {copy} of {moment}").format(
        copy=paper.replaces.copy_number, moment=moment_short(paper.replaces.at)
    )


def provenance(paper: Paper) -> str:
    """Who printed this paper, when, the how-manieth copy, and its mark in the audit log."""
    if not paper.copy_number:
        return drawable(_("Preview: not a copy yet. Print or save to get one."))
    name = fitted(drawable(paper.printed_by), pdf.ROOM * 0.3, TINY.font, TINY.size)
    said = _("Printed by {name} on {moment} · copy {copy} · mark {mark}").format(
        name=name,
        moment=moment_short(paper.printed_at),
        copy=paper.copy_number,
        mark=paper.audit_mark,
    )
    return pdf.line_of(said, TINY, pdf.ROOM * 0.85)


def _reach(paper: Paper, room: float) -> str:
    parts = [part for part in (paper.address, paper.phone) if part]
    return pdf.line_of(" · ".join(parts), _SMALL, room)
