"""Tables in .xlsx: the first sheet, read row by row, its formulas by their last result.

Whoever sent the file may mean harm: what would unpack to more than fits is refused before.
"""

import warnings
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from kentro_app.intake.separated import MOST_COLUMNS
from kentro_app.services.table_rows import Cell, Row, Table, TableUnusable

_UNPACKED: Final = 300 * 1024 * 1024
_WORDS: Final = 60 * 1024 * 1024  # the list of texts is the one part that is held in memory
_BOOK, _TEXTS = "xl/workbook.xml", "xl/sharedstrings.xml"
# What the library and Python's zip and XML raise for a file that is not what it says.
_BROKEN = (
    *(BadZipFile, InvalidFileException, ParseError, OSError, EOFError, RuntimeError, zlib.error),
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
)


def read_workbook(path: Path) -> Table:
    """Open the first sheet. Raises TableUnusable."""
    _require_workbook(path)
    warnings.filterwarnings("ignore", module="openpyxl")  # colours and styles it does not know
    file = path.open("rb")  # a name, the library would judge by its ending
    try:
        return _opened(file)
    except BaseException:
        file.close()
        raise


def _opened(file: BinaryIO) -> Table:
    try:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except _BROKEN:
        raise _unusable("damaged") from None
    rows = _rows(book)
    header = next(rows, None)
    if header is None:
        raise _unusable("empty")
    names = tuple("" if cell is None else str(cell) for cell in header.cells)
    if len(names) > MOST_COLUMNS:
        raise _unusable("wide")
    return Table(names, rows, typed=True, close=file.close)


def _require_workbook(path: Path) -> None:
    try:
        with ZipFile(path) as parts:
            sizes = {part.filename.lower(): part.file_size for part in parts.infolist()}
            sealed = any(part.flag_bits & 1 for part in parts.infolist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        raise _unusable("damaged") from None
    if sealed:
        raise _unusable("encrypted")
    if _BOOK not in sizes:
        raise _unusable("foreign")
    if sum(sizes.values()) > _UNPACKED or sizes.get(_TEXTS, 0) > _WORDS:
        raise _unusable("large")


def _rows(book: Any) -> Iterator[Row]:
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # other programs write them wrong
        for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
            cells = tuple(map(_cell, values))
            if any(cell not in (None, "") for cell in cells):
                yield Row(line, cells)
    except _BROKEN:
        raise _unusable("damaged") from None


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | date | datetime):
        return value.strip() if isinstance(value, str) else value
    if isinstance(value, bool):
        return str(value)
    return value if isinstance(value, int | float) else str(value)


def _unusable(reason: str) -> TableUnusable:
    return TableUnusable(field="file", reason=reason)
