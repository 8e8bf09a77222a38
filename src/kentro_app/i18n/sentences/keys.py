"""What can be wrong with the key file."""

from kentro_app.i18n import N_
from kentro_app.i18n.sentences.forms import Sentence, by

SENTENCES: dict[str, Sentence] = {
    "key_file_missing": N_(
        "The key file (keys.json) is missing, so the data cannot be opened. "
        "Please put it back from a backup, in the data folder."
    ),
    "key_file_unreadable": N_(
        "The system does not let this program read the key file. "
        "Please ask a technician to check the rights of the data folder."
    ),
    "key_file_damaged": N_(
        "The key file and its older copies are damaged. Please restore the latest backup."
    ),
    "key_file_tampered": N_(
        "Somebody has changed the key file outside this program, so it is not used. "
        "Please tell the administrator and restore the latest backup."
    ),
    "key_file_older": N_(
        "An older key file has been put in place of the current one, so it is not used. "
        "Please tell the administrator."
    ),
    "key_file_newer": N_(
        "A newer version of Kentro has written the key file. Please install that version here."
    ),
    "key_file_not_saved": by(
        "full",
        {True: N_("The disk is full, so the key file was not changed. Please free some space.")},
        N_("The key file could not be written and was not changed. Please check the data folder."),
    ),
    "not_enough_memory": N_(
        "Opening the data needs {mib} MB of free memory. Please close other programs and try again."
    ),
}
