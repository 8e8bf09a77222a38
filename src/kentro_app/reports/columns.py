"""What the sign-in sheet is called and what stands over its columns, on paper and in tables."""

from kentro_app.i18n import _, pgettext
from kentro_app.services.sheets_model import NameStyle


def sheet_title() -> str:
    """The name of the sheet, in the current language."""
    return _("Sign-in sheet")


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
