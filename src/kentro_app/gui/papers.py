"""What the sheet's screen needs from the reports and the disk, without importing either."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kentro_app.services.sheets_model import AnySheet, KitPaper

PageImage = tuple[int, int, bytes]
"""Width, height, RGBA bytes: rows from the top, no gaps."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a paper, drawn only when somebody looks at them.

    `sizes` are width and height of each, in any unit; `draw` gives the picture of a page (the
    first is 0), so many dots wide. Drawing is slow: not on the window's thread.
    """

    sizes: tuple[tuple[float, float], ...]
    draw: Callable[[int, int], PageImage]


def _no_page(page: int, width: int) -> PageImage:
    raise IndexError(page)


NO_PAGES = Pages((), _no_page)


class Format(Enum):
    """The files a sheet can become; the value is the ending of the file's name."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Papers:
    """Everything that turns a sheet into something to look at or to keep.

    `draw` gives the bytes of a file, `kit` those of the paper kit's PDF; `look` a PDF's pages, to
    be looked at; `pages` their pictures at so many dots per inch, one by one; `keep` writes a
    file whole or not at all and raises `Unavailable`.
    """

    draw: Callable[[AnySheet, Format], bytes]
    kit: Callable[[KitPaper], bytes]
    look: Callable[[bytes], Pages]
    pages: Callable[[bytes, float], Iterator[PageImage]]
    keep: Callable[[Path, bytes], None]
