"""What can be wrong with the store and the disk it lies on."""

from kentro_app.i18n import N_
from kentro_app.i18n.sentences.forms import Sentence

SENTENCES: dict[str, Sentence] = {
    "store_missing": N_(
        "There is no centre's data in this folder. Please check the folder or set up a centre."
    ),
    "store_exists": N_(
        "This folder already holds a centre's data; nothing was overwritten. "
        "Please choose an empty folder."
    ),
    "store_locked": N_(
        "This key does not open the data, or the file is damaged. "
        "Please restore the latest backup if this happens again."
    ),
    "store_foreign": N_(
        "The file kentro.db belongs to another program and was left as it is. "
        "Please check the folder."
    ),
    "store_newer": N_(
        "A newer version of Kentro has written this data: it can be read here, but not changed. "
        "Please install that version."
    ),
    "store_older": N_(
        "This data was written by an older version and must be brought up to date first. "
        "Please log in once in the window."
    ),
    "store_damaged": N_(
        "Part of the data is damaged. Please stop entering data and restore the latest backup."
    ),
    "store_read_only": N_(
        "This folder does not let the program write. Please ask a technician to check its rights."
    ),
    "store_busy": N_(
        "Another program is using the data. Please close it or wait a moment, then try again."
    ),
    "disk_full": N_(
        "The disk is full. What had been saved is safe; please free some space and try again."
    ),
    "disk_failing": N_(
        "The disk or the memory reports an error. What had been saved stays as it is; "
        "please make a backup elsewhere and tell a technician."
    ),
    "unsafe_library": N_(
        "The database library of this computer is not safe to use ({found}). "
        "Please install Kentro again with its own libraries."
    ),
}
