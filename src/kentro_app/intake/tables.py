"""A table from a file, whatever its name says: .xlsx, or text with separators."""

from pathlib import Path
from typing import Final

from kentro_app.intake.separated import read_separated
from kentro_app.services.table_rows import Table, TableUnusable

LARGEST: Final = 50 * 1024 * 1024  # bytes; a hundred thousand people with everything fit
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls of old, and everything of Office with a password
_SEALED = "EncryptedPackage".encode("utf-16-le")


def read_table(path: Path) -> Table:
    """Open a table. Raises TableUnusable, with the field `file`."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
            size = file.seek(0, 2)
            sealed = head == _OLE and size <= LARGEST and _is_sealed(path)
    except (OSError, ValueError):
        raise _unusable("missing") from None
    if size > LARGEST:
        raise _unusable("large")
    if not head.strip():
        raise _unusable("empty")
    if head == _OLE:
        raise _unusable("encrypted" if sealed else "foreign")
    if head.startswith(_ZIP):
        from kentro_app.intake.workbook import read_workbook  # noqa: PLC0415 - a large library

        return read_workbook(path)
    return read_separated(path)


def _is_sealed(path: Path) -> bool:
    return _SEALED in path.read_bytes()


def _unusable(reason: str) -> TableUnusable:
    return TableUnusable(field="file", reason=reason)
