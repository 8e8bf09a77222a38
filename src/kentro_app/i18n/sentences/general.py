"""What can be said of any refusal."""

from kentro_app.i18n import N_
from kentro_app.i18n.sentences.forms import Sentence

SENTENCES: dict[str, Sentence] = {
    "rule_violation": N_("This is not allowed."),
    "unavailable": N_("This is not possible right now. Nothing was lost; please try again."),
    "not_allowed": N_("Your role does not include this. Please ask an administrator."),
}
