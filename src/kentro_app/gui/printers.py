"""Which printer: A4 paper upright, chosen through the system's own dialog."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from kentro_app.domain.errors import Unavailable


class NoPrinter(Unavailable):
    """This computer knows no printer; the paper can still be saved."""


def choose_printer(parent: QWidget) -> QPrinter | None:
    """Ask which printer; None if she thought better of it. Raises NoPrinter.

    Without a printer the system's dialog offers nothing, and its properties can bring it down.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = a4_printer()
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def a4_printer() -> QPrinter:
    """A printer with A4 paper upright; the pages bring their own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    return printer
