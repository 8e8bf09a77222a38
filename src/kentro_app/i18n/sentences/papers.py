"""Refusals about papers: the kit, and a day on paper typed back."""

from kentro_app.i18n import N_
from kentro_app.i18n.sentences.forms import Sentence, by

SENTENCES: dict[str, Sentence] = {
    "no_printer": N_(
        "No printer was found on this computer. Please save the paper as PDF instead."
    ),
    "kit_empty": N_("A paper kit needs at least one form or one ticket. Please give a number."),
    "kit_too_large": N_("At most {most} can be printed at once. Please give a smaller number."),
    "not_a_code": N_(
        "“{value}” is no code of a visit and no number of a form. Codes look like A-014, numbers "
        "like A-K0012 or A-3/1."
    ),
    "not_a_time": N_("“{value}” is no time of day. Please write it like 9:30 or 930."),
    "no_such_ticket": N_("No visit of this day has the code {value}. Please check code and day."),
    "paper_unknown": N_("No paper with the number {value} was printed at this desk."),
    "paper_of_another_day": N_("{value} is a line of the sheet of {day}. Please check the day."),
    "paper_taken": N_(
        "What stands on {value} has been typed in for somebody else. Please check the number."
    ),
    "who_missing": N_("Please say who came, or that nobody gave a name."),
    "left_before_arrived": N_("Nobody leaves before they arrive. Please check the two times."),
    "left_in_future": N_("The time of leaving lies in the future. Please check the time."),
    "day_in_future": N_("This day has not come yet. Please check the date."),
    "typed_otherwise": by(
        "part",
        {
            "arrived": N_(
                "According to the records the person came on {before}, according to this line on "
                "{after}. Please confirm which is right."
            ),
            "left": N_(
                "According to the records the person left on {before}, according to this line on "
                "{after}. Please confirm which is right."
            ),
        },
        N_("According to the records this line was signed. Please confirm that it was not."),
    ),
}
