"""The paper kit: intake forms, one to a page, then tickets to tear off, twenty-four to a page."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kentro_app.i18n.dates import moment_short
from kentro_app.reports import kit_words as words
from kentro_app.reports import pdf
from kentro_app.reports.kit_pen import Pen
from kentro_app.reports.lettering import BOLD, MEDIUM, drawable
from kentro_app.reports.pdf import Type
from kentro_app.services.sheets_model import KitPaper

_ACROSS, _DOWN = 3, 8

_PLACE = Type(MEDIUM, 12)
_SMALL = Type(size=8, colour=pdf.QUIET)
_TITLE = Type(BOLD, 15, pdf.ACCENT)
_NUMBER = Type(BOLD, 20)
_TEXT = Type(size=9.5)
_TICKET = Type(BOLD, 24)


def kit_pdf(kit: KitPaper) -> bytes:
    """The kit as a PDF, made in memory; Greek with short English whatever the language."""

    def draw(canvas: Canvas) -> None:
        for number in kit.forms:
            _form(canvas, kit, number)
            canvas.showPage()
        per_page = _ACROSS * _DOWN
        for start in range(0, len(kit.tickets), per_page):
            _tickets(canvas, kit, kit.tickets[start : start + per_page])
            canvas.showPage()

    return pdf.document(" / ".join(words.TITLE), kit.site_name, draw)


def _form(canvas: Canvas, kit: KitPaper, number: str) -> None:
    _form_head(canvas, kit, number)
    pen = Pen(canvas, pdf.TOP - 27 * mm)
    pen.fields((words.DAY, 0.24), (words.ARRIVED, 0.24), (words.LEFT, 0.27), (words.STAFF, 0.25))
    pen.boxes(words.CHANNELS, lead=words.CHANNEL)
    pen.section(words.PERSON)
    pen.fields((words.SURNAME, 0.5), (words.GIVEN_NAME, 0.5))
    pen.fields((words.FATHER, 0.42), (words.BIRTH, 0.58))
    pen.fields((words.PHONE, 0.42), (words.PERSON_NUMBER, 0.58))
    pen.boxes(words.SEXES, lead=words.SEX)
    pen.boxes(words.AGES, lead=words.ANONYMOUS)
    pen.boxes(words.CAPACITIES, lead=words.PRESENTER)
    pen.fields((words.PRESENTER_NAME, 1))
    pen.boxes(words.REFERRERS, lead=words.REFERRED)
    pen.section(words.REQUESTS)
    pen.columns([(greek, code) for code, greek, _english in kit.requests], 2)
    pen.y -= 1.5 * mm
    pen.fields((words.OTHER_REQUEST, 1))
    pen.section(words.OUTCOME)
    pen.boxes(words.OUTCOMES)
    pen.y -= 1.5 * mm
    pen.fields((words.NEXT_STEP, 0.52), (words.DUE, 0.2), (words.LANGUAGE, 0.28))
    pen.boxes(words.INTERPRETERS, lead=words.INTERPRETER)
    pen.y -= 1 * mm
    pen.fields((words.NOTE, 1))
    _sign(canvas, kit, pen)


def _form_head(canvas: Canvas, kit: KitPaper, number: str) -> None:
    y = pdf.TOP - 2 * mm
    half = pdf.ROOM * 0.6
    office = " · ".join(filter(None, (kit.municipality, kit.reach)))
    pdf.write(canvas, (pdf.MARGIN, y), pdf.line_of(kit.site_name, _PLACE, half), _PLACE)
    pdf.write(canvas, (pdf.MARGIN, y - 5 * mm), pdf.line_of(office, _SMALL, half), _SMALL)
    title = f"{words.TITLE[0]} / {words.TITLE[1]}"
    pdf.write(canvas, (pdf.MARGIN, y - 14 * mm), pdf.line_of(title, _TITLE, half), _TITLE)
    pdf.write_right(canvas, (pdf.RIGHT, y), drawable(" / ".join(words.NUMBER)), _SMALL)
    pdf.write_right(canvas, (pdf.RIGHT, y - 9 * mm), drawable(number), _NUMBER)
    for place, sentence in enumerate(words.TYPE_BACK):
        line = pdf.line_of(sentence, _SMALL, pdf.ROOM * 0.55)
        pdf.write_right(canvas, (pdf.RIGHT, y - (14 + 4 * place) * mm), line, _SMALL)


def _sign(canvas: Canvas, kit: KitPaper, pen: Pen) -> None:
    y = pdf.BOTTOM + 17 * mm
    for place, sentence in enumerate(words.NOTICE):
        kind = _SMALL if place else _TEXT
        pdf.write(canvas, (pdf.MARGIN, y - place * 4 * mm), pdf.line_of(sentence, kind), kind)
    pen.y = y - 9.5 * mm
    pen.fields((words.SIGNATURE, 0.62), (words.DAY, 0.38))
    pdf.write(canvas, (pdf.MARGIN, pdf.BOTTOM), pdf.line_of(_printed(kit), _SMALL), _SMALL)


def _printed(kit: KitPaper) -> str:
    parts = (f"{words.PRINTED[0]} / {words.PRINTED[1]}", kit.printed_by)
    return f"{' · '.join(parts)} · {moment_short(kit.printed_at)} · {kit.audit_mark}"


def _tickets(canvas: Canvas, kit: KitPaper, numbers: tuple[str, ...]) -> None:
    wide, high = pdf.WIDTH / _ACROSS, pdf.HEIGHT / _DOWN
    _tear_lines(canvas, wide, high)
    for place, number in enumerate(numbers):
        row, column = divmod(place, _ACROSS)
        middle, top = (column + 0.5) * wide, pdf.HEIGHT - row * high
        room = wide - 8 * mm
        for text, kind, down in (
            (kit.site_name, _SMALL, 6),
            (" / ".join(words.TICKET), _SMALL, 11),
            (number, _TICKET, 22),
            (" / ".join(words.TICKET_WAIT), Type(size=6.5, colour=pdf.QUIET), 29),
        ):
            line = pdf.line_of(text, kind, room)
            canvas.setFont(kind.font, kind.size)
            canvas.setFillColor(kind.colour)
            canvas.drawCentredString(middle, top - down * mm, line)


def _tear_lines(canvas: Canvas, wide: float, high: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(pdf.EDGE)
    canvas.setLineWidth(0.4)
    canvas.setDash(4, 3)
    for column in range(1, _ACROSS):
        canvas.line(column * wide, 0, column * wide, pdf.HEIGHT)
    for row in range(1, _DOWN):
        canvas.line(0, row * high, pdf.WIDTH, row * high)
    canvas.restoreState()
