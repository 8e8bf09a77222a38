"""Sentences of the windows themselves; those of refusals are in `i18n.messages`."""

from collections.abc import Callable
from typing import Literal

from kentro_app.i18n import _, ngettext

Weight = Literal["plain", "wait", "stop"]

_CODES: dict[str, tuple[Weight, Callable[[], str]]] = {
    "session_crashed": (
        "wait",
        lambda: _("The program closed unexpectedly. What was saved is safe; please log in again."),
    ),
    "unavailable": ("stop", lambda: _("The centre's data could not be opened. Please try again.")),
    "store_busy": (
        "stop",
        lambda: _("Another program is using the centre's data. Close it and log in again."),
    ),
    "store_damaged": (
        "stop",
        lambda: _("The centre's data is damaged. Nothing was changed; restore the last backup."),
    ),
    "store_missing": (
        "stop",
        lambda: _("The centre's data is not in its folder. Restore the last backup."),
    ),
    "store_newer": (
        "stop",
        lambda: _("A newer version of the program has written this data. Install that version."),
    ),
    "disk_full": ("stop", lambda: _("The disk is full. Free some space and log in again.")),
    "store_read_only": (
        "stop",
        lambda: _("The data folder cannot be written to. Check its permissions."),
    ),
    "key_refused": (
        "stop",
        lambda: _("The key file does not belong to this data. Restore the matching backup."),
    ),
    "key_file_older": (
        "stop",
        lambda: _("An older key file was put back. An administrator must restore the right one."),
    ),
    "account_closed": (
        "stop",
        lambda: _("This account has been closed. Ask an administrator of the centre."),
    ),
    "disk_failing": (
        "stop",
        lambda: _("The disk reports an error. Tell your technician before working on."),
    ),
    "already_open": (
        "plain",
        lambda: _("The program is already open for this centre. Look for its window."),
    ),
    "data_dir_unusable": (
        "stop",
        lambda: _("The data folder cannot be used. Check that it exists and may be written to."),
    ),
}


def explain_code(code: str) -> tuple[Weight, str]:
    """How serious a coded reason is, and the sentence for it; unknown codes get a general one."""
    weight, sentence = _CODES.get(code, _CODES["unavailable"])
    return weight, sentence()


def wait_words(seconds: int) -> str:
    """How long to wait: seconds below a minute, else whole minutes, rounded up."""
    if seconds < 60:
        return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
    minutes = -(-seconds // 60)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
