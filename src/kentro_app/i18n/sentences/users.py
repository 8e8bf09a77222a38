"""Refusals about accounts, passwords and the recovery code."""

from kentro_app.i18n import N_, _
from kentro_app.i18n.sentences.forms import Facts, Sentence, by, waiting_time


def _too_soon(facts: Facts) -> str:
    wait = waiting_time(int(facts["seconds"]))
    return _("Too many attempts. Please try again in {time}.").format(time=wait)


SENTENCES: dict[str, Sentence] = {
    "unknown_user": N_("There is no user with this name. Please check the name."),
    "no_such_user": N_("There is no user with this name. Please check the name."),
    "user_name_taken": N_("There is already a user with this name. Please choose another."),
    "user_name_invalid": N_(
        "A user name has 1 to {longest} visible characters. Please choose another."
    ),
    "too_many_users": N_("There are already {most} users; no more fit. Please disable one first."),
    "last_administrator": N_(
        "This is the last administrator. Please make somebody else an administrator first."
    ),
    "account_closed": N_("This account is closed. Please ask an administrator to open it."),
    "already_disabled": N_("This user is already disabled."),
    "already_enabled": N_("This user is already enabled."),
    "role_held_already": N_("This user has this role already."),
    "role_not_held": N_("This user does not have this role. Please look at the list of users."),
    "nothing_left": N_(
        "Without this role nothing would be left that the user may do. "
        "Please give another role, or disable the account."
    ),
    "own_role": N_("You cannot change your own role. Please ask another administrator."),
    "account_changed": N_("Somebody has changed this account meanwhile. Please try again."),
    "wrong_password": N_("The name or the password is not right. Please try again."),
    "wrong_recovery_code": by(
        "reason",
        {
            "length": N_(
                "The recovery code is too short or too long. Please type it all, as on the card."
            ),
            "character": N_(
                "The recovery code contains a character that no card has. Please check it."
            ),
            "other": N_("This recovery code belongs to another building's data."),
        },
        N_("The recovery code is mistyped. Please compare it with the card."),
    ),
    "password_too_short": N_(
        "The password is too short: it needs at least {shortest} characters. "
        "A few words in a row are easy to remember."
    ),
    "password_too_weak": by(
        "reason",
        {
            "common": N_("Very many people use this password. Please choose another."),
            "personal": N_(
                "The password contains your name or the centre's. Please choose another."
            ),
            "unprintable": N_(
                "The password contains an invisible character. Please type it again."
            ),
            "generated": N_(
                "This role needs a passphrase made by the program, of {words} words. "
                "Please use the one that is shown."
            ),
        },
        N_("This password is easy to guess. Please choose a longer or less usual one."),
    ),
    "too_soon": _too_soon,
}
