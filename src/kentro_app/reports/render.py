"""PDFs looked at again: as pictures for a preview, as text for a search or a test.

All in memory: pdfium is handed the bytes, so previewing a sheet leaves nothing on the disk.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from pypdfium2 import PdfDocument, PdfPage
from pypdfium2.raw import FPDFBitmap_BGRA

POINTS_PER_INCH = 72

# pdfium is not made for several threads; previews are, one per screen.
_pdfium = Lock()

PageImage = tuple[int, int, bytes]


def page_images(pdf: bytes, dpi: float = 96) -> Iterator[PageImage]:
    """Each page as (width, height, RGBA bytes): 4 bytes a pixel, rows from the top, no gaps.

    Pages are drawn one by one as they are asked for, so that a preview can begin with the
    first, and stop.
    """
    for index in range(page_count(pdf)):
        with _page(pdf, index) as page:
            image = _drawn(page, dpi / POINTS_PER_INCH)
        yield image


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points."""
    with _pdfium, PdfDocument(pdf) as document:
        return tuple(document.get_page_size(index) for index in range(len(document)))


def page_image(pdf: bytes, index: int, width: int) -> PageImage:
    """One page, the first is 0, as wide as `width` pixels (or one more: halves are kept)."""
    with _page(pdf, index) as page:
        return _drawn(page, width / page.get_width())


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, as one would copy it."""
    with _pdfium, PdfDocument(pdf) as document:
        return [_text(page) for page in document]


def page_count(pdf: bytes) -> int:
    """How many pages the document has."""
    with _pdfium, PdfDocument(pdf) as document:
        return len(document)


@contextmanager
def _page(pdf: bytes, index: int) -> Iterator[PdfPage]:
    # Opened anew for every page: it takes well under a millisecond, and no document stays
    # open inside a generator that a closed preview never finishes.
    with _pdfium, PdfDocument(pdf) as document:
        page = document[index]
        try:
            yield page
        finally:
            page.close()


def _drawn(page: PdfPage, scale: float) -> PageImage:
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=FPDFBitmap_BGRA)
    try:
        row = bitmap.width * 4
        raw = bytes(bitmap.buffer)
        if bitmap.stride != row:
            starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
            raw = b"".join(raw[start : start + row] for start in starts)
        return bitmap.width, bitmap.height, raw
    finally:
        bitmap.close()


def _text(page: PdfPage) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_bounded())
    finally:
        text.close()
        page.close()
