"""How large the letters on the wall must be. No Qt here.

The rule for signs: a letter is read without effort from 200 times its height (ISO 9241-302 asks
for 16 to 22 minutes of arc, and 1/200 is 17). From five metres that is 25 mm; a person of normal
sight reads a quarter of it, which leaves room for those who see badly.
"""

from dataclasses import dataclass

DISTANCE_MM = 5000
TIMES_ITS_HEIGHT = 200
FIGURE_OF_EM = 0.711
"""How high a figure or a capital of Roboto is, of its font size."""

_MM_PER_INCH = 25.4
_USUAL_DPI = 92.0  # 1920 x 1080 on 24 inches
_BELIEVABLE = (30.0, 500.0)  # televisions and projectors tell all sorts of things
_NUMBER, _MOST_NUMBER, _ROOM, _EARLIER, _SMALL, _HEAD = 0.27, 0.5, 0.08, 0.09, 0.042, 0.055


@dataclass(frozen=True, slots=True)
class Sizes:
    """Font sizes in pixels."""

    number: int
    room: int
    earlier: int
    small: int
    head: int


def least_px(dpi: float, distance_mm: float = DISTANCE_MM) -> int:
    """The smallest font size whose figures can be read from that far; `dpi` is the screen's own."""
    low, high = _BELIEVABLE
    known = dpi if low <= dpi <= high else _USUAL_DPI
    return round(distance_mm / TIMES_ITS_HEIGHT / _MM_PER_INCH * known / FIGURE_OF_EM)


def figure_mm(px: int, dpi: float) -> float:
    """How high the figures of that font size stand on a screen, in millimetres."""
    return px * FIGURE_OF_EM / dpi * _MM_PER_INCH


def sizes(height: int, dpi: float) -> Sizes:
    """Sizes for a window so many pixels high: they grow with it, the number never too small."""
    number = min(max(round(height * _NUMBER), least_px(dpi)), round(height * _MOST_NUMBER))
    return Sizes(
        number=max(number, 1),
        room=max(round(height * _ROOM), 1),
        earlier=max(round(height * _EARLIER), 1),
        small=max(round(height * _SMALL), 1),
        head=max(round(height * _HEAD), 1),
    )
