"""Any sheet of a day as a PDF."""

from kentro_app.reports.daily_pdf import daily_pdf
from kentro_app.reports.signin_pdf import sign_in_pdf
from kentro_app.reports.slip_pdf import slip_pdf
from kentro_app.services.sheets_model import AnySheet, DailySheet, SignInSheet, SlipSheet


def sheet_pdf(sheet: AnySheet) -> bytes:
    """The sheet in the current language, its fonts embedded, made in memory."""
    match sheet:
        case SignInSheet():
            return sign_in_pdf(sheet)
        case SlipSheet():
            return slip_pdf(sheet)
        case DailySheet():
            return daily_pdf(sheet)
