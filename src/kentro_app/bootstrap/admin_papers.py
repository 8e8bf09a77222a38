"""Papers for the command line."""

from collections.abc import Callable

from kentro_app.reports.card import recovery_card
from kentro_app.reports.signin_pdf import sign_in_pdf
from kentro_app.reports.tables import sign_in_csv, sign_in_xlsx
from kentro_app.services.sheets_model import RecoveryCardContent, SignInSheet

_DRAWN: dict[str, Callable[[SignInSheet], bytes]] = {
    "pdf": sign_in_pdf,
    "xlsx": sign_in_xlsx,
    "csv": sign_in_csv,
}


class ReportPapers:
    """Fits `cli.context.Papers`."""

    def sheet(self, kind: str, sheet: SignInSheet) -> bytes:
        """The sign-in sheet as `pdf`, `xlsx` or `csv`."""
        return _DRAWN[kind](sheet)

    def card(self, content: RecoveryCardContent) -> bytes:
        """The recovery card as PDF."""
        return recovery_card(content)
