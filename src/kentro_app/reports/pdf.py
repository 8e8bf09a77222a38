"""The paper all our PDFs have in common: page, palette, fonts, letters drawn line by line.

A PDF is made in memory and handed over as bytes. Nothing here opens a file for writing:
where a sheet with names comes to lie is decided by a person, not by a report.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kentro_app.i18n import current
from kentro_app.reports.lettering import REGULAR, drawable, fitted, register_fonts

WIDTH, HEIGHT = A4
MARGIN = 15 * mm
TOP = HEIGHT - 14 * mm
BOTTOM = 12 * mm
RIGHT = WIDTH - MARGIN
ROOM = WIDTH - 2 * MARGIN

# The light palette of the screens. Paper is white already, so only ink, lines and one blue.
INK = HexColor("#1E2A32")
QUIET = HexColor("#5A6670")
LINE = HexColor("#DEDACF")
EDGE = HexColor("#8C897C")
ACCENT = HexColor("#17608F")
SOFT = HexColor("#E1EDF5")

# Reportlab writes its streams as text by default, for mail of long ago; that costs a fifth of
# a sheet's time and of its size.
rl_config.useA85 = 0

Draw = Callable[[Canvas], None]


@dataclass(frozen=True, slots=True)
class Type:
    """A font, its size in points, a colour."""

    font: str = REGULAR
    size: float = 9
    colour: HexColor = INK


def document(title: str, author: str, draw: Draw) -> bytes:
    """A PDF that `draw` fills; `title` and `author` (an office, never a person) are its properties.

    The language is the current voice's, so that a screen reader pronounces it.
    """
    register_fonts()
    paper = BytesIO()
    canvas = Canvas(
        paper, pagesize=A4, pageCompression=1, lang=current().language, initialFontName=REGULAR
    )
    canvas.setTitle(drawable(title))
    canvas.setAuthor(drawable(author))
    canvas.setSubject("")
    canvas.setCreator("Kentro")
    canvas.setProducer("Kentro")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    draw(canvas)
    canvas.save()
    return paper.getvalue()


def write(canvas: Canvas, at: tuple[float, float], text: str, kind: Type) -> None:
    """One line that begins at a point; its letters are the font's already (`drawable`)."""
    canvas.setFont(kind.font, kind.size)
    canvas.setFillColor(kind.colour)
    canvas.drawString(*at, text)


def write_right(canvas: Canvas, at: tuple[float, float], text: str, kind: Type) -> None:
    """One line that ends at a point."""
    canvas.setFont(kind.font, kind.size)
    canvas.setFillColor(kind.colour)
    canvas.drawRightString(*at, text)


def line_of(text: str, kind: Type, room: float = ROOM) -> str:
    """The text as one drawable line no wider than `room`."""
    return fitted(drawable(text, font=kind.font), room, kind.font, kind.size)


def rule(canvas: Canvas, y: float, colour: HexColor = LINE, thick: float = 0.5) -> None:
    """A hairline across the page."""
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(thick)
    canvas.line(MARGIN, y, RIGHT, y)
