"""What a line of text becomes before it is put on paper: one line, in letters the font has.

Names arrive from people and from imports: 10,000 characters long, with control characters,
with marks that turn the direction of a line around, in scripts that no one font holds.
"""

from functools import lru_cache
from importlib.resources import files
from unicodedata import category, normalize

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

REGULAR = "Kentro"
MEDIUM = "Kentro-Medium"
BOLD = "Kentro-Bold"
_FILES = {REGULAR: "Roboto-Regular.ttf", MEDIUM: "Roboto-Medium.ttf", BOLD: "Roboto-Bold.ttf"}

# No cell of an A4 page holds more; whoever has a longer name is shown its beginning.
_LONGEST = 300
_ELLIPSIS = "…"
_UNKNOWN = "[?]"


@lru_cache(maxsize=1)
def register_fonts() -> None:
    """Make the three weights known to reportlab, once per process."""
    folder = files("font_roboto") / "files"
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))


@lru_cache(maxsize=len(_FILES))
def _face(font: str) -> TTFontFace:
    register_fonts()
    return pdfmetrics.getFont(font).face


def one_line(text: str) -> str:
    """The text on one line: controls and line ends become spaces, direction marks vanish.

    Composed (NFC), so that an accent typed as a separate mark finds its letter.
    """
    text = normalize("NFC", text)
    if not text.isprintable():
        text = "".join(map(_printable, text))
    return " ".join(text.split())


def _printable(letter: str) -> str:
    kind = category(letter)
    if kind in ("Cf", "Cs", "Co", "Cn"):
        return ""
    return " " if kind in ("Cc", "Zl", "Zp", "Zs") else letter


def covered(text: str, font: str = REGULAR) -> bool:
    """Whether the font can draw every letter of the text."""
    known: dict[int, int] = _face(font).charToGlyph
    return known.keys() >= set(map(ord, text))


def drawable(text: str, instead: str = "", font: str = REGULAR) -> str:
    """One line that the font can draw.

    `instead` is taken when it can be drawn and `text` cannot. Otherwise a foreign run
    becomes one replacement mark per word and a stray combining mark is left out: the reader
    sees that something stands there, and no row of black boxes.
    """
    line = one_line(text[:_LONGEST])
    if covered(line, font):
        return line
    latin = one_line(instead[:_LONGEST])
    if latin and covered(latin, font):
        return latin
    return " ".join(_marked(word, font) for word in line.split())


def _marked(word: str, font: str) -> str:
    known, marked = _face(font).charToGlyph, ""
    for letter in word:
        if ord(letter) in known:
            marked += letter
        elif category(letter)[0] != "M" and not marked.endswith(_UNKNOWN):
            marked += _UNKNOWN
    return marked


def width(text: str, font: str, size: float) -> float:
    """How wide the font sets the text, in points."""
    return sum(_advances(text, font)) * size / 1000


def fitted(text: str, room: float, font: str, size: float) -> str:
    """The text, or as much of its beginning as `room` points hold, with an ellipsis."""
    if width(text, font, size) <= room:
        return text
    kept = _holds(text, room - width(_ELLIPSIS, font, size), font, size)
    return text[:kept].rstrip() + _ELLIPSIS


def folded(text: str, room: float, font: str, size: float) -> tuple[str, ...]:
    """The text on one line or, broken between words, on two; the second ends as `fitted` does."""
    if width(text, font, size) <= room:
        return (text,)
    most = _holds(text, room, font, size)
    cut = max(text.rfind(" ", 0, most + 1), text.rfind("-", 0, most) + 1)
    if cut <= 0:
        return (fitted(text, room, font, size),)
    return text[:cut].rstrip(), fitted(text[cut:].lstrip(), room, font, size)


def _holds(text: str, room: float, font: str, size: float) -> int:
    """How many letters of the text's beginning `room` points hold."""
    taken, limit = 0.0, room * 1000 / size
    for count, advance in enumerate(_advances(text, font)):
        taken += advance
        if taken > limit:
            return count
    return len(text)


def _advances(text: str, font: str) -> list[float]:
    """The advance of every letter, in thousandths of the font's size."""
    face = _face(font)
    widths, otherwise = face.charWidths, face.defaultWidth
    return [widths.get(ord(letter), otherwise) for letter in text]
