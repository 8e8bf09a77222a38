"""Words for what a visit is at, on the command line and on its papers."""

from kentro_app.domain.visits import Stage
from kentro_app.i18n import pgettext


def stage_word(stage: Stage) -> str:
    """How far a visit came, in the current language."""
    return stage_words()[stage]


def stage_words() -> dict[Stage, str]:
    """The word for every stage."""
    return {
        Stage.WAITING: pgettext("visit", "waiting"),
        Stage.CALLED: pgettext("visit", "called in"),
        Stage.DONE: pgettext("visit", "served"),
        Stage.LEFT: pgettext("visit", "left"),
        Stage.CANCELLED: pgettext("visit", "cancelled"),
    }
