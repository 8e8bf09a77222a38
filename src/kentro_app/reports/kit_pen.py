"""Drawing a form to fill in by hand: sections, lines to write on, boxes to tick, from the top."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kentro_app.reports import pdf
from kentro_app.reports.kit_words import Both
from kentro_app.reports.lettering import MEDIUM, drawable, width
from kentro_app.reports.pdf import Type

_BOX = 3.2 * mm
_GAP = 3 * mm
_SECTION = Type(MEDIUM, 9, pdf.ACCENT)
_GREEK = Type(size=9)
_ENGLISH = Type(size=7, colour=pdf.QUIET)
_LABEL = Type(size=8)


@dataclass(slots=True)
class Pen:
    """Where the next line goes; everything it draws moves it down."""

    canvas: Canvas
    y: float

    def section(self, words: Both) -> None:
        """The name of what follows, with a hairline above."""
        self.y -= 0.6 * mm
        pdf.rule(self.canvas, self.y)
        self.y -= 4.2 * mm
        self._both((pdf.MARGIN, self.y), words, _SECTION)
        self.y -= 5.2 * mm

    def fields(self, *wanted: tuple[Both, float]) -> None:
        """Lines to write on, beside each other; the shares of the width add up to 1."""
        left = pdf.MARGIN
        for words, share in wanted:
            room = pdf.ROOM * share
            end = self._both((left, self.y), words, _LABEL)
            self._line(end + 1.5 * mm, left + room - _GAP)
            left += room
        self.y -= 7.4 * mm

    def boxes(self, choices: Sequence[Both], *, lead: Both | None = None) -> None:
        """Boxes to tick with their words behind, as many to a line as fit."""
        start = left = pdf.MARGIN
        if lead is not None:
            start = left = self._both((left, self.y), lead, _LABEL) + _GAP
        for words in choices:
            needed = _BOX + 1.2 * mm + _width(words) + _GAP
            if left + needed > pdf.RIGHT + _GAP:
                left, self.y = start, self.y - 5 * mm
            self._tick(left, words)
            left += needed
        self.y -= 6 * mm

    def columns(self, choices: Sequence[Both], count: int) -> None:
        """Boxes to tick in columns, down and then across; long words lose their end."""
        rows = -(-len(choices) // count)
        room, top = pdf.ROOM / count, self.y
        for place, words in enumerate(choices):
            column, row = divmod(place, rows)
            self.y = top - row * 5 * mm
            self._tick(pdf.MARGIN + column * room, words, room - _BOX - _GAP)
        self.y = top - rows * 5 * mm - 1 * mm

    def _tick(self, left: float, words: Both, room: float = pdf.ROOM) -> None:
        self.canvas.setStrokeColor(pdf.EDGE)
        self.canvas.setLineWidth(0.7)
        self.canvas.rect(left, self.y - 0.5 * mm, _BOX, _BOX)
        self._both((left + _BOX + 1.2 * mm, self.y), words, _GREEK, room)

    def _both(
        self, at: tuple[float, float], words: Both, kind: Type, room: float = pdf.ROOM
    ) -> float:
        """The Greek, and the English small behind it; gives where they end."""
        left, y = at
        greek = pdf.line_of(words[0], kind, room)
        pdf.write(self.canvas, at, greek, kind)
        left += width(greek, kind.font, kind.size)
        rest = room - (left - at[0]) - 1 * mm
        english = drawable(words[1])
        if not english or width(english, _ENGLISH.font, _ENGLISH.size) > rest:
            return left
        pdf.write(self.canvas, (left + 1 * mm, y), english, _ENGLISH)
        return float(left + 1 * mm + width(english, _ENGLISH.font, _ENGLISH.size))

    def _line(self, left: float, right: float) -> None:
        self.canvas.setStrokeColor(pdf.EDGE)
        self.canvas.setLineWidth(0.5)
        self.canvas.line(left, self.y - 0.8 * mm, right, self.y - 0.8 * mm)


def _width(words: Both) -> float:
    greek = width(drawable(words[0]), _GREEK.font, _GREEK.size)
    if not words[1]:
        return greek
    return float(greek + 1 * mm + width(drawable(words[1]), _ENGLISH.font, _ENGLISH.size))
