"""Why somebody is called first, and why a visit counts nowhere, in words."""

from kentro_app.domain.visits import CancelReason, Priority
from kentro_app.i18n import pgettext


def priority_word(priority: Priority | None) -> str:
    """Why somebody is called before others."""
    return {
        None: pgettext("priority", "none"),
        Priority.DISABILITY: pgettext("priority", "disability"),
        Priority.PREGNANCY: pgettext("priority", "pregnancy"),
        Priority.SMALL_CHILDREN: pgettext("priority", "small children"),
        Priority.URGENT: pgettext("priority", "urgent"),
    }[priority]


def reason_word(because: CancelReason) -> str:
    """Why a visit counts nowhere."""
    return {
        CancelReason.MISTAKE: pgettext("cancelled", "check-in by mistake"),
        CancelReason.DOUBLE: pgettext("cancelled", "checked in twice"),
        CancelReason.WRONG_PERSON: pgettext("cancelled", "wrong person"),
    }[because]
