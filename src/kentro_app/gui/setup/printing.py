"""Pages onto a printer of the system, through its own dialog."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from kentro_app.gui.printers import choose_printer
from kentro_app.gui.setup.picture import image_of
from kentro_app.gui.setup.ports import Picture


def print_pages(parent: QWidget, pages: list[Picture]) -> bool:
    """Ask which printer and print; gives whether it was printed. Raises NoPrinter."""
    printer = choose_printer(parent)
    return printer is not None and paint_pages(printer, pages)


def paint_pages(printer: QPrinter, pages: list[Picture]) -> bool:
    """Fill the sheets of a printer; the pages bring their own margins."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
        image = image_of(page)
        scale = min(sheet.width() / image.width(), sheet.height() / image.height())
        painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
    return painter.end()
