"""Papers for the command line."""

from collections.abc import Callable

from kentro_app.reports.card import recovery_card
from kentro_app.reports.kit_pdf import kit_pdf
from kentro_app.reports.sheet_pdf import sheet_pdf
from kentro_app.reports.tables import sheet_csv, sheet_xlsx
from kentro_app.services.sheets_model import AnySheet, KitPaper, RecoveryCardContent

_DRAWN: dict[str, Callable[[AnySheet], bytes]] = {
    "pdf": sheet_pdf,
    "xlsx": sheet_xlsx,
    "csv": sheet_csv,
}


class ReportPapers:
    """Fits `cli.context.Papers`."""

    def sheet(self, kind: str, sheet: AnySheet) -> bytes:
        """A sheet of a day as `pdf`, `xlsx` or `csv`."""
        return _DRAWN[kind](sheet)

    def kit(self, kit: KitPaper) -> bytes:
        """The paper kit as PDF."""
        return kit_pdf(kit)

    def card(self, content: RecoveryCardContent) -> bytes:
        """The recovery card as PDF."""
        return recovery_card(content)
