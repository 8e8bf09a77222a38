"""What can be wrong with a command's input, its password and its files."""

from kentro_app.i18n import N_
from kentro_app.i18n.sentences.forms import Sentence, by

SENTENCES: dict[str, Sentence] = {
    "not_json": N_("This line is not a JSON object. Please write one object on each line."),
    "not_utf8": N_("This line is not UTF-8 text. Please save the file as UTF-8."),
    "line_too_long": N_("This line is longer than {most} kB. Please write one record on a line."),
    "unknown_field": N_("There is no field “{name}” here. Known are: {known}."),
    "given_twice": N_("The field “{name}” is given twice. Please keep one of them."),
    "wrong_kind": by(
        "expected",
        {
            "text": N_("A text in quotation marks is expected here."),
            "texts": N_("A list of texts is expected here."),
            "object": N_("A JSON object is expected here."),
            "objects": N_("A list of JSON objects is expected here."),
        },
        N_("A value of another kind is expected here."),
    ),
    "not_a_choice": N_("“{value}” is not one of the possible values: {choices}."),
    "not_a_moment": N_(
        "“{value}” is not a time with its offset. Please write it like 2026-11-23T09:41:00+02:00."
    ),
    "not_an_id": N_("“{value}” is not the id of a record. Please copy it whole."),
    "password_not_given": N_(
        "A password is needed and nobody can be asked here. "
        "Please set {variable} or {variable}_FILE."
    ),
    "password_file_unusable": N_(
        "The password file {path} is empty or cannot be read. Please check it."
    ),
    "passwords_differ": N_("The two passwords are not the same. Please type them again."),
    "user_not_chosen": N_("Several people work here: {names}. Please name one with --as."),
    "input_unusable": N_("The file {path} cannot be read. Please check its name and its rights."),
    "not_a_file": N_("What lies at {path} is not a file. Please choose another name."),
    "file_there": N_(
        "There is already a file at {path}; nothing was overwritten. Please choose another name."
    ),
    "output_not_written": N_(
        "The file {path} could not be written; what lay there before is unchanged. "
        "Please check the folder and the free space."
    ),
}
