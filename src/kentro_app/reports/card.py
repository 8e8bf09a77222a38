"""The recovery card: the one way back in when nobody can log in any more, on paper.

One A4 page with two equal cards to cut out, one for each of the two sealed envelopes. The
code is set in groups of one width, so that it can be read aloud and typed group by group.
"""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from kentro_app.i18n import _
from kentro_app.i18n.dates import date_short
from kentro_app.reports import pdf
from kentro_app.reports.lettering import BOLD, MEDIUM, drawable, width
from kentro_app.reports.pdf import Type
from kentro_app.services.sheets_model import RecoveryCardContent

_CARDS = 2
_WIDTH, _HEIGHT = 148 * mm, 105 * mm  # A6, lying
_LEFT = (pdf.WIDTH - _WIDTH) / 2
_PAD = 8 * mm
_BETWEEN = 6 * mm
_QR = 40 * mm
_GROUP = 4
_LETTER, _GAP, _LINE = 11.75, 13.0, 25.0
_WIDEST_SPACE = 3.5

_TITLE = Type(BOLD, 20, pdf.ACCENT)
_TEXT = Type(size=10)
_HEADING = Type(MEDIUM, 13)
_CODE = Type(BOLD, 15.5)
_SMALL = Type(size=8.5)
_QUIET = Type(size=8.5, colour=pdf.QUIET)


def recovery_card(content: RecoveryCardContent) -> bytes:
    """The page with the cards as a PDF in the current language, made in memory.

    The code appears on the cards only, not in the document's properties.
    """
    title = f"{_('Recovery card')} · {content.site_name}"

    def draw(canvas: Canvas) -> None:
        _explain(canvas)
        for number in range(1, _CARDS + 1):
            bottom = 13 * mm + (_CARDS - number) * (_HEIGHT + _BETWEEN)
            _card(canvas, bottom, content, number)
        canvas.showPage()

    return pdf.document(title, content.site_name, draw)


def _explain(canvas: Canvas) -> None:
    y = pdf.HEIGHT - 20 * mm
    pdf.write(canvas, (_LEFT, y), drawable(_("Recovery card")), _TITLE)
    steps = (
        _("Print this page and cut out both cards. Seal each in an envelope of its own."),
        _(
            "Keep the envelopes in two different places, for example in the municipality's safe "
            "and with the head of the social service: not at the desk, not near the computers."
        ),
        _("Afterwards delete this file: whoever has it has the code."),
    )
    y -= 9 * mm
    for number, step in enumerate(steps, start=1):
        pdf.write(canvas, (_LEFT, y), f"{number}.", Type(MEDIUM, 10, pdf.ACCENT))
        y = (
            _paragraph(canvas, (_LEFT + 6 * mm, y), step, room=_WIDTH - 6 * mm, kind=_TEXT)
            - 1.5 * mm
        )


def _card(canvas: Canvas, bottom: float, content: RecoveryCardContent, number: int) -> None:
    _cutting_line(canvas, bottom)
    left, top = _LEFT + _PAD, bottom + _HEIGHT - _PAD
    room = _WIDTH - 2 * _PAD
    y = top - 2.5 * mm
    whose = " · ".join(filter(None, (content.site_name, content.municipality)))
    pdf.write(canvas, (left, y), pdf.line_of(whose, _QUIET, room * 0.8), _QUIET)
    which = _("card {number} of {cards}").format(number=number, cards=_CARDS)
    pdf.write_right(canvas, (left + room, y), drawable(which), _QUIET)
    y -= 9 * mm
    pdf.write(canvas, (left, y), drawable(_("Recovery code of the building")), _HEADING)
    y -= 5 * mm
    _code(canvas, (left, y - 8 * mm), groups(content.code))
    _square(canvas, (left + room - _QR, y - _QR), content.code)
    _small_print(canvas, (left, y - _QR - 7 * mm))
    _signature(canvas, bottom + _PAD, content.made_on)


def _cutting_line(canvas: Canvas, bottom: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(pdf.EDGE)
    canvas.setLineWidth(0.6)
    canvas.setDash(4, 3)
    canvas.rect(_LEFT, bottom, _WIDTH, _HEIGHT)
    canvas.restoreState()


def groups(code: str) -> list[str]:
    """The code's groups as written, or in fours where it is written in one piece."""
    parts = code.replace("-", " ").split()
    if len(parts) != 1:
        return parts
    return [code[start : start + _GROUP] for start in range(0, len(code), _GROUP)]


def _code(canvas: Canvas, at: tuple[float, float], parts: Sequence[str]) -> None:
    left, top = at
    wide = max(map(_group_width, parts), default=0.0)
    per_row = max(int((_WIDTH - 2 * _PAD - _QR) // (wide + _GAP)), 1)
    canvas.setFont(_CODE.font, _CODE.size)
    canvas.setFillColor(_CODE.colour)
    for index, part in enumerate(parts):
        row, column = divmod(index, per_row)
        start = left + column * (wide + _GAP)
        canvas.drawString(start, top - row * _LINE, part, charSpace=_letter_space(part))


def _letter_space(part: str) -> float:
    """Sets groups of narrow and of wide letters to one width, as far as it stays one word."""
    spare = _group_width(part) - width(part, _CODE.font, _CODE.size)
    return min(spare / max(len(part) - 1, 1), _WIDEST_SPACE)


def _group_width(part: str) -> float:
    return max(_LETTER * len(part), width(part, _CODE.font, _CODE.size))


def _square(canvas: Canvas, at: tuple[float, float], code: str) -> None:
    """The code as a QR square; level M survives a fold and a fingerprint."""
    # Here, because few sessions draw a card, and these keep four megabytes for good.
    from reportlab.graphics import renderPDF  # noqa: PLC0415
    from reportlab.graphics.barcode.qr import QrCodeWidget  # noqa: PLC0415
    from reportlab.graphics.shapes import Drawing  # noqa: PLC0415

    square = QrCodeWidget(code, barLevel="M", barWidth=_QR, barHeight=_QR, barBorder=0)
    drawing = Drawing(_QR, _QR)
    drawing.add(square)
    renderPDF.draw(drawing, canvas, *at)


def _small_print(canvas: Canvas, at: tuple[float, float]) -> None:
    purpose = _(
        "Opens the centre's data when nobody can log in any more, and on a new computer from a "
        "backup. It does not open the psychologist's notes. Whoever holds this card can read the "
        "rest: keep it sealed, and have a new one made if an envelope was opened."
    )
    _paragraph(canvas, at, purpose, room=_WIDTH - 2 * _PAD, kind=_SMALL)


def _signature(canvas: Canvas, bottom: float, made_on: date) -> None:
    left, middle, right = _LEFT + _PAD, _LEFT + _WIDTH / 2, _LEFT + _WIDTH - _PAD
    made = _("Made on {date}").format(date=date_short(made_on))
    pdf.write(canvas, (left, bottom), drawable(made), _QUIET)
    sealed = drawable(_("Sealed by"))
    pdf.write(canvas, (middle, bottom), sealed, _QUIET)
    canvas.setStrokeColor(pdf.EDGE)
    canvas.setLineWidth(0.5)
    start = middle + width(sealed, _QUIET.font, _QUIET.size) + 2 * mm
    canvas.line(start, bottom - 0.6 * mm, right, bottom - 0.6 * mm)


def _paragraph(
    canvas: Canvas, at: tuple[float, float], text: str, *, room: float, kind: Type
) -> float:
    """Words broken into lines; gives the height at which the next line would stand."""
    left, y = at
    for line in simpleSplit(drawable(text), kind.font, kind.size, room):
        pdf.write(canvas, (left, y), line, kind)
        y -= kind.size * 1.4
    return y
