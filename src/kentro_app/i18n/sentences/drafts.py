"""Refusals about drafts."""

from kentro_app.i18n import N_
from kentro_app.i18n.sentences.forms import Sentence

SENTENCES: dict[str, Sentence] = {
    "unknown_draft": N_("You have no such draft. It may have been saved or discarded."),
}
