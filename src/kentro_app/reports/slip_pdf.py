"""Attendance slips (Φ2): a quarter of a page for each visitor, to sign and to take along.

A slip has a code and a time, and no name: whoever finds it learns that somebody came.
"""

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from kentro_app.i18n import _
from kentro_app.i18n.dates import date_long, time_of_day
from kentro_app.reports import letterhead as head
from kentro_app.reports import pdf
from kentro_app.reports.lettering import BOLD, MEDIUM, drawable
from kentro_app.reports.pdf import Type
from kentro_app.services.sheets_model import Slip, SlipSheet

_PER_PAGE = 4
_WIDE, _HIGH = pdf.WIDTH / 2, pdf.HEIGHT / 2  # A6
_PAD = 10 * mm
_ROOM = _WIDE - 2 * _PAD

_PLACE = Type(MEDIUM, 10.5)
_SMALL = Type(size=8, colour=pdf.QUIET)
_TITLE = Type(BOLD, 15, pdf.ACCENT)
_LABEL = Type(size=8.5, colour=pdf.QUIET)
_VALUE = Type(MEDIUM, 12)
_CODE = Type(BOLD, 26)
_TEXT = Type(size=10)
_CORRECTED = Type(MEDIUM, 6.3, pdf.ACCENT)
_TINY = Type(size=6.5, colour=pdf.QUIET)


def slip_title() -> str:
    """What the slip is called."""
    return _("Attendance slip")


def notice_line() -> str:
    """What the visitor signs (GDPR, article 13)."""
    return _("I was informed about how my personal data are used.")


def slip_pdf(sheet: SlipSheet) -> bytes:
    """The slips as a PDF in the current language, four to a page; made in memory."""
    title = f"{slip_title()} · {date_long(sheet.day)}"

    def draw(canvas: Canvas) -> None:
        for start in range(0, max(len(sheet.rows), 1), _PER_PAGE):
            _cutting_lines(canvas)
            for place, slip in enumerate(sheet.rows[start : start + _PER_PAGE]):
                _slip(canvas, sheet, slip, place)
            if not sheet.rows:
                nobody = drawable(_("Nobody has signed in on this day."))
                pdf.write(canvas, (_PAD, pdf.HEIGHT - 20 * mm), nobody, _TEXT)
            canvas.showPage()

    return pdf.document(title, sheet.site_name, draw)


def _cutting_lines(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setStrokeColor(pdf.EDGE)
    canvas.setLineWidth(0.4)
    canvas.setDash(4, 3)
    canvas.line(_WIDE, 0, _WIDE, pdf.HEIGHT)
    canvas.line(0, _HIGH, pdf.WIDTH, _HIGH)
    canvas.restoreState()


def _slip(canvas: Canvas, sheet: SlipSheet, slip: Slip, place: int) -> None:
    down, across = divmod(place, 2)
    left, top = across * _WIDE + _PAD, pdf.HEIGHT - down * _HIGH - _PAD
    _head(canvas, sheet, left, top)
    y = top - 40 * mm
    pdf.write(canvas, (left, y), drawable(slip.code), _CODE)
    pdf.write(canvas, (left, y + 10 * mm), drawable(_("Visit code")), _LABEL)
    y -= 10 * mm
    for label, value, at in (
        (_("Date"), date_long(sheet.day), left),
        (_("Time"), time_of_day(slip.arrived), left + _ROOM * 0.78),
    ):
        pdf.write(canvas, (at, y), drawable(label), _LABEL)
        value = pdf.line_of(value, _VALUE, _ROOM * 0.75)
        pdf.write(canvas, (at, y - 5.5 * mm), value, _VALUE)
    _sign(canvas, left, y - 20 * mm)
    said = pdf.line_of(head.provenance(sheet), _TINY, _ROOM)
    pdf.write(canvas, (left, top - _HIGH + 2 * _PAD - 3 * mm), said, _TINY)


def _head(canvas: Canvas, sheet: SlipSheet, left: float, top: float) -> None:
    y = top - 3 * mm
    reach = " · ".join(filter(None, (sheet.municipality, sheet.phone)))
    pdf.write(canvas, (left, y), pdf.line_of(reach, _SMALL, _ROOM), _SMALL)
    pdf.write(canvas, (left, y - 5 * mm), pdf.line_of(sheet.site_name, _PLACE, _ROOM), _PLACE)
    operation = pdf.line_of(sheet.operation, _SMALL, _ROOM)
    pdf.write(canvas, (left, y - 9 * mm), operation, _SMALL)
    pdf.write(canvas, (left, y - 17 * mm), drawable(slip_title()), _TITLE)
    corrected = pdf.line_of(head.correction(sheet), _CORRECTED, _ROOM)
    pdf.write(canvas, (left, y - 22 * mm), corrected, _CORRECTED)


def _sign(canvas: Canvas, left: float, y: float) -> None:
    canvas.setStrokeColor(pdf.EDGE)
    canvas.setLineWidth(0.8)
    canvas.rect(left, y - 0.6 * mm, 3.6 * mm, 3.6 * mm)
    room = _ROOM - 6 * mm
    for line in simpleSplit(drawable(notice_line()), _TEXT.font, _TEXT.size, room):
        pdf.write(canvas, (left + 6 * mm, y), line, _TEXT)
        y -= 5 * mm
    y -= 20 * mm
    canvas.line(left, y, left + _ROOM, y)
    pdf.write(canvas, (left, y - 4 * mm), drawable(_("Signature")), _LABEL)
