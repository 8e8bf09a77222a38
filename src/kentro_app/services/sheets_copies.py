"""What an earlier copy carried, in as few bytes as tell a correction from a day that went on.

A copy made at noon lacks the afternoon, and the one made in the evening is no correction of it:
lines were added, times filled in. It is one when something that stood there reads otherwise now or
is gone. So each line is remembered by its key and each of its cells by a digest, empty ones as
zeros. The store they lie in is encrypted.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import zip_longest

from kentro_app.services.ports import Print
from kentro_app.services.sheets_model import Replaced

Line = tuple[str, Sequence[str]]
"""What a line is known by, and what stands in its cells, in no language."""

_KEY, _CELL = 8, 4
_EMPTY = bytes(_CELL)


def carried(lines: Iterable[Line]) -> bytes:
    """The lines as they are remembered; all have as many cells."""
    return b"".join(_short(key, _KEY) + b"".join(map(_cell, cells)) for key, cells in lines)


def corrected(before: bytes, now: bytes, cells: int) -> bool:
    """Whether something that stood in `before` reads otherwise in `now`, or is gone."""
    found = dict(_lines(now, cells))
    return any(
        key not in found or _changed(line, found[key]) for key, line in _lines(before, cells)
    )


def replaced(last: Print | None, now: bytes, cells: int) -> Replaced | None:
    """The copy that the one about to be made corrects, if it does."""
    if last is None or not last.content or not corrected(last.content, now, cells):
        return None
    return Replaced(last.copy_number, last.at)


def _lines(content: bytes, cells: int) -> Iterator[tuple[bytes, bytes]]:
    size = _KEY + cells * _CELL
    for start in range(0, len(content), size):
        line = content[start : start + size]
        yield line[:_KEY], line[_KEY:]


def _changed(before: bytes, now: bytes) -> bool:
    pairs = zip_longest(_cells(before), _cells(now), fillvalue=_EMPTY)
    return any(old not in (_EMPTY, new) for old, new in pairs)


def _cells(line: bytes) -> list[bytes]:
    return [line[start : start + _CELL] for start in range(0, len(line), _CELL)]


def _cell(text: str) -> bytes:
    return _short(text, _CELL) if text else _EMPTY


def _short(text: str, size: int) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()[:size]
