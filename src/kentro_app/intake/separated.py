"""Tables as text: semicolon, comma or tab; UTF-8, UTF-16 as Excel saves it, or Windows' Greek."""

import codecs
import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

from kentro_app.services.table_rows import Row, Table, TableUnusable

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODINGS: Final = ("utf-8", "cp1253")
_SEPARATORS: Final = ";\t,"
_DECLARED = re.compile(r"sep=(.)\s*")  # Excel's own first line
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")
_PIECE: Final = 1024 * 1024
_QUOTED = re.compile(r'"[^"]*"')
MOST_COLUMNS: Final = 200


def read_separated(path: Path) -> Table:
    """Open a text file with a header. Raises TableUnusable."""
    file = path.open("r", encoding=_coding(path), newline="")
    try:
        declared = _DECLARED.fullmatch(file.readline(_PIECE))
        first = 1 if declared else 0
        if not declared:
            file.seek(0)
        separator = declared[1] if declared else _separator(file)
        rows = _rows(file, separator, first)
        header = next(rows, None)
        if header is None:
            raise _unusable("empty")
        if len(header.cells) > MOST_COLUMNS:
            raise _unusable("wide")
        names = tuple(str(cell) for cell in header.cells)
        return Table(names, rows, typed=False, close=file.close)
    except BaseException:
        file.close()
        raise


def _coding(path: Path) -> str:
    """The first encoding in which all of it makes sense."""
    with path.open("rb") as raw:
        head = raw.read(4)
    for mark, coding in _MARKS:
        if head.startswith(mark):
            return _proven(path, coding)
    for coding in _CODINGS[:-1]:
        try:
            return _proven(path, coding)
        except TableUnusable as error:
            if error.facts["reason"] == "foreign":
                raise
    return _proven(path, _CODINGS[-1])


def _proven(path: Path, coding: str) -> str:
    try:
        with path.open("r", encoding=coding, newline="") as text:
            while piece := text.read(_PIECE):
                if _BINARY.search(piece):
                    raise _unusable("foreign")
    except UnicodeError:
        raise _unusable("text") from None
    return coding


def _separator(file: TextIO) -> str:
    """What the header has most of, outside of quotation marks; the file is where it was."""
    line = ""
    while not line.strip() and (line := file.readline(_PIECE)):
        pass
    file.seek(0)
    bare = _QUOTED.sub("", line)
    return max(_SEPARATORS, key=bare.count)


def _rows(file: TextIO, separator: str, first: int) -> Iterator[Row]:
    reader = csv.reader(file, delimiter=separator, strict=True)
    line = first
    try:
        for cells in reader:
            begun, line = line + 1, first + reader.line_num
            if any(cell.strip() for cell in cells):
                yield Row(begun, tuple(cells))
    except csv.Error:
        raise TableUnusable(field="file", reason="damaged") from None


def _unusable(reason: str) -> TableUnusable:
    return TableUnusable(field="file", reason=reason)
