"""What can be wrong with a table that somebody brings, its header and its rows."""

from kentro_app.i18n import N_
from kentro_app.i18n.sentences.forms import Sentence, by

SENTENCES: dict[str, Sentence] = {
    "table_unusable": by(
        "reason",
        {
            "missing": N_("The file cannot be opened. Please check its name and its rights."),
            "large": N_("The file is too large. Please split it into several smaller ones."),
            "foreign": N_(
                "This is not a table that can be read here. "
                "Please save it as an Excel workbook (.xlsx) or as CSV."
            ),
            "encrypted": N_(
                "The file is protected with a password. Please save it without one and try again."
            ),
            "text": N_("The letters in this file cannot be read. Please save it as UTF-8."),
            "empty": N_("There is nothing in this file. Its first line should name the columns."),
            "wide": N_("The file has too many columns. Is its first line really the header?"),
        },
        N_("The file is damaged from here on; nothing after this point was read."),
    ),
    "unknown_columns": N_(
        "These columns are not known here: {names}. "
        "Please rename them, or say that they may be left out."
    ),
    "column_given_twice": N_("The column “{name}” is there twice. Please keep one of them."),
    "no_surname_column": N_(
        "There is no column with the surname. The first line of the table must name its columns."
    ),
    "not_a_sex": N_("“{value}” is not known as a sex. Please write F, M, X or leave it empty."),
    "cell_broken": N_("A formula failed in this cell ({value}). Please write the value."),
    "more_cells_than_columns": N_(
        "This line has more cells than the header has columns. Is there a stray separator in it?"
    ),
}
