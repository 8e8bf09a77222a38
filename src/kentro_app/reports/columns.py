"""What the sign-in sheet is called and what stands over its columns, on paper and in tables."""

from collections.abc import Sequence

from kentro_app.domain.paper_numbers import blank_line
from kentro_app.i18n import _, pgettext
from kentro_app.services.sheets_model import NameStyle, SignInSheet


def sheet_title() -> str:
    """The name of the sheet, in the current language."""
    return _("Sign-in sheet")


def blank_codes(sheet: SignInSheet, blanks: int) -> Sequence[str]:
    """What the blank lines are typed back by; nothing on a preview, which is no copy yet."""
    if not sheet.copy_number or not sheet.letter:
        return [""] * blanks
    return [blank_line(sheet.letter, sheet.copy_number, n) for n in range(1, blanks + 1)]


def signin_columns(names: NameStyle) -> tuple[str, ...]:
    """The six headings: number, time in, name as chosen, whom for, signature, time out."""
    return (
        # Translators: heading over ticket numbers such as A-014
        pgettext("sign-in sheet", "No."),
        pgettext("sign-in sheet", "Time in"),
        _name_heading(names),
        pgettext("sign-in sheet", "For"),
        pgettext("sign-in sheet", "Signature"),
        pgettext("sign-in sheet", "Time out"),
    )


def stage_column() -> str:
    """The heading over how far a visit came, which only the tables have."""
    return pgettext("sign-in sheet", "Outcome")


def _name_heading(names: NameStyle) -> str:
    match names:
        case NameStyle.FULL:
            return pgettext("sign-in sheet", "Name")
        case NameStyle.INITIALS:
            return pgettext("sign-in sheet", "Initials")
        case NameStyle.NUMBER:
            return pgettext("sign-in sheet", "Person's number")
