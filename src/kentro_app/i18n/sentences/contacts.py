"""Refusals about what is written down beside a visit, and about the list of requests."""

from kentro_app.i18n import N_
from kentro_app.i18n.sentences.forms import Sentence

SENTENCES: dict[str, Sentence] = {
    "presenter_missing": N_("Please say who came on behalf of the person."),
    "presenter_is_subject": N_(
        "Somebody cannot come on their own behalf in another capacity. Please choose “Self”."
    ),
    "capacity_missing": N_("Please say in what capacity somebody else came."),
    "not_a_language": N_("“{value}” is not a language. Please choose one from the list."),
    "too_many_subjects": N_("One visit can be about at most {most} more people."),
    "code_still_valid": N_("This request has not ended, so there is nothing to reopen."),
    "code_ended": N_("The request {value} has ended already."),
    "ends_before_begin": N_("A request cannot end before the day it began."),
    "successor_unusable": N_(
        "The successor must be another request of the list that has not ended itself."
    ),
    "next_step_missing": N_("Please say what has to be done by that date."),
    "not_a_due_date": N_(
        "“{value}” is not a date. Please write day/month/year, or +14 for fourteen days."
    ),
    "due_too_far": N_("This date is more than ten years away. Please check the year."),
    "due_before_contact": N_("The next step falls due before the visit. Please check the date."),
    "subject_twice": N_("This person is already part of the visit."),
    "unknown_contact": N_("Nothing has been written down about this visit yet."),
    "code_taken": N_("The list already has a request with the code {value}."),
    "code_malformed": N_(
        "A code begins with A, B or C and a dot, then plain capitals or digits: C.LEGAL."
    ),
    "draft_too_long": N_("The text is too long to be kept. Please shorten it."),
    "unknown_room": N_("The centre has no such room. Please choose one from the list."),
    "not_called": N_("Only somebody who was called can be called again or be missing."),
    "not_ended": N_("This visit has not ended, so there is nothing to take up again."),
    "never_waited": N_(
        "A contact by telephone, by letter or elsewhere never waited here, "
        "so it cannot go back to those who wait."
    ),
}
