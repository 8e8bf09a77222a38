"""Refusals at the reception desk, and about the site."""

from kentro_app.i18n import N_
from kentro_app.i18n.sentences.forms import Sentence

SENTENCES: dict[str, Sentence] = {
    "unknown_person": N_("This person is not in the registry. Please search again."),
    "unknown_visit": N_("This visit does not exist. Please refresh the list."),
    "already_here": N_("This person is already checked in today."),
    "not_waiting": N_("This person is no longer waiting: only somebody who waits can be called."),
    "visit_closed": N_("This visit has already ended and cannot be changed at the desk."),
    "nobody_waiting": N_("Nobody is waiting."),
    "changed_meanwhile": N_(
        "Somebody has gone on with this visit in the meantime, so this can no longer be undone."
    ),
    "times_out_of_order": N_(
        "This time lies before the step before it: arrival, call, end. Please check the times."
    ),
    "time_in_future": N_("This time lies in the future. Please check it."),
    "other_day": N_(
        "A ticket belongs to its day. Please cancel this visit and enter it anew on the other day."
    ),
    "step_not_taken": N_(
        "A time can be corrected only for a step that was taken, and not be taken away."
    ),
    "not_a_double": N_(
        "Only two visits of one day that both count can be one and the same. "
        "Please choose another one."
    ),
    "room_name_taken": N_("There is already a room called “{value}”. Please choose another name."),
    "arrival_in_future": N_("The time of arrival lies in the future. Please check the time."),
    "name_or_anonymous": N_(
        "A visit is either of a registered person or anonymous. Please choose one of the two."
    ),
    "unknown_site": N_("There is no site with the code “{value}” here. Please check the code."),
    "unknown_profile": N_("There is no site profile with this name. Please check the name."),
    "profile_damaged": N_(
        "The site profile cannot be read. Please install the program again or repair the file."
    ),
}
