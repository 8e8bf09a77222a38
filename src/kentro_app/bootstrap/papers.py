"""The reports and the disk, as the sheet's screen wants them."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from secrets import token_hex

from kentro_app.bootstrap.placing import in_our_words
from kentro_app.gui.papers import Format, Pages, Papers
from kentro_app.reports.kit_pdf import kit_pdf
from kentro_app.reports.render import page_image, page_images, page_sizes
from kentro_app.reports.sheet_pdf import sheet_pdf
from kentro_app.reports.tables import sheet_csv, sheet_xlsx
from kentro_app.services.sheets_model import AnySheet

_DRAWN: dict[Format, Callable[[AnySheet], bytes]] = {
    Format.PDF: sheet_pdf,
    Format.XLSX: sheet_xlsx,
    Format.CSV: sheet_csv,
}


def papers() -> Papers:
    """What turns a sheet into pictures and files."""
    return Papers(
        draw=lambda sheet, kind: _DRAWN[kind](sheet),
        kit=kit_pdf,
        look=_look,
        pages=page_images,
        keep=keep,
    )


def _look(pdf: bytes) -> Pages:
    return Pages(page_sizes(pdf), partial(page_image, pdf))


def keep(path: Path, made: bytes) -> None:
    """Write a file whole or not at all: aside, then renamed. Raises DiskFull, StoreReadOnly."""
    aside = path.with_name(f".{path.name[:100]}.{token_hex(4)}.new")
    with in_our_words(path):
        try:
            handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(made)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
