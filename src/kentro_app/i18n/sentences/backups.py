"""What can be wrong with a backup, or with restoring it."""

from kentro_app.i18n import N_
from kentro_app.i18n.sentences.forms import Sentence

SENTENCES: dict[str, Sentence] = {
    "backup_missing": N_("There is no such backup file. Please check the name and the folder."),
    "backup_foreign": N_("This file is not a backup made by Kentro. Please choose another."),
    "backup_damaged": N_(
        "This backup is damaged and was not used. Please choose another one, "
        "and make a new backup today."
    ),
    "backup_newer": N_(
        "A newer version of Kentro has made this backup. Please install that version first."
    ),
    "backup_exists": N_(
        "A file of this name is there already; nothing was overwritten. Please choose another name."
    ),
    "backup_not_verified": N_(
        "The new backup did not stand its check and was removed. "
        "Please try again, and use another disk if this happens again."
    ),
    "backup_target_not_empty": N_(
        "A backup is restored into an empty folder only. Please choose an empty folder."
    ),
    "not_an_administrator": N_(
        "Only an administrator can restore a backup. Please log in as one, "
        "or use the recovery code."
    ),
    "head_unreadable": N_(
        "This is not the mark at the foot of a sheet. Please type it exactly as it is printed."
    ),
}
