"""What is wrong with something typed, and what looks wrong but may well be right."""

from kentro_app.i18n import N_
from kentro_app.i18n.sentences.forms import Sentence, by

_IDENTIFIERS: dict[str, Sentence] = {
    "amka": by(
        "reason",
        {
            "checksum": N_(
                "This AMKA is not right: one of its digits is mistyped. Please check it."
            ),
            "date": N_("An AMKA begins with the date of birth (DDMMYY); this one does not."),
        },
        N_("An AMKA has 11 digits and begins with the date of birth. Please check it."),
    ),
    "afm": by(
        "reason",
        {"checksum": N_("This AFM is not right: one of its digits is mistyped. Please check it.")},
        N_("An AFM has 9 digits. Please check it."),
    ),
    "adt": N_("An identity card number has one or two letters and 6 to 8 digits, e.g. ΑΒ 123456."),
    "pa": by(
        "reason",
        {
            "afm": N_(
                "The last nine digits of a Personal Number are the person's AFM; these are not."
            )
        },
        N_("A Personal Number has 12 characters, of which the last nine are the person's AFM."),
    ),
    "paaypa": N_("A PAAYPA has 6 to 12 digits. Please check it."),
    "passport": N_("A passport number has only letters and digits. Please check it."),
}

SENTENCES: dict[str, Sentence] = {
    "missing": N_("This field must be filled in."),
    "too_long": N_("This text is too long: at most {longest} characters fit here."),
    "unprintable_text": N_(
        "This text contains an invisible character ({character}). Please type it again."
    ),
    "not_a_date": N_(
        "“{value}” is not a date. Please write day/month/year, month/year or only the year, "
        "with all four digits of the year."
    ),
    "in_the_future": N_("This date lies in the future. Please check the year."),
    "too_long_ago": N_("This date lies before {earliest}. Please check the year."),
    "invalid_identifier": by(
        "reason",
        {"empty": N_("The number is empty. Please type it, or leave the line out.")},
        by("kind", _IDENTIFIERS, N_("This number cannot be right. Please check it.")),
    ),
    "invalid_phone": by(
        "reason",
        {
            "too_short": N_("This telephone number is too short. A Greek one has 10 digits."),
            "too_long": N_("This telephone number is too long. A Greek one has 10 digits."),
            "extension": N_("Please write only the number; the extension belongs in the note."),
            "unknown": N_("There is no such telephone number. Please check the digits."),
        },
        N_("This is not a telephone number. Please write digits, e.g. 210 5065885."),
    ),
    "too_many_parts": N_("At most {most} entries fit here. Please leave the others out."),
    "unknown_request": N_("“{value}” is not in the centre's list of requests."),
}

DOUBTS: dict[str, Sentence] = {
    "mixed_script": N_("This name mixes Greek and Latin letters. Is “{offered}” meant?"),
    "amka_date_differs": N_("The AMKA says another date of birth. Please check both."),
    "amka_sex_differs": N_("The AMKA says another sex. Please check both."),
    "zero_put_back": N_("The zero at the front was missing and was put back. Please check it."),
    "not_a_greek_mobile": N_("This is not a Greek mobile number: it cannot receive messages."),
}
