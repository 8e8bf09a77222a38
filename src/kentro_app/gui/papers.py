"""What the sheet's screen needs from the reports and the disk, without importing either."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kentro_app.services.sheets_model import SignInSheet

PageImage = tuple[int, int, bytes]
"""Width, height, RGBA bytes: rows from the top, no gaps."""


class Format(Enum):
    """The files a sheet can become; the value is the ending of the file's name."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Papers:
    """Everything that turns a sheet into something to look at or to keep.

    `draw` gives the bytes of a file; `pages` the pictures of a PDF's pages at so many dots per
    inch, one by one; `keep` writes a file whole or not at all and raises `Unavailable`.
    """

    draw: Callable[[SignInSheet, Format], bytes]
    pages: Callable[[bytes, float], Iterator[PageImage]]
    keep: Callable[[Path, bytes], None]
