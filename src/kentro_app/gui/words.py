"""Words that several screens share."""

from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.roles import Role
from kentro_app.domain.visits import Stage
from kentro_app.gui.theme import ChipKind
from kentro_app.i18n import _, pgettext

MIDDLE_DOT = " · "
_KINDS: dict[Stage, ChipKind] = {
    Stage.WAITING: "wait",
    Stage.CALLED: "good",
    Stage.DONE: "good",
    Stage.LEFT: "plain",
    Stage.CANCELLED: "stop",
}


def stage_word(stage: Stage) -> str:
    """How far a visit is, in a word for a chip."""
    match stage:
        case Stage.WAITING:
            return pgettext("visit", "waiting")
        case Stage.CALLED:
            return pgettext("visit", "inside")
        case Stage.DONE:
            return pgettext("visit", "served")
        case Stage.LEFT:
            return pgettext("visit", "left")
        case Stage.CANCELLED:
            return pgettext("visit", "cancelled")


def stage_kind(stage: Stage) -> ChipKind:
    """The colour that repeats what `stage_word` says."""
    return _KINDS[stage]


def role_word(role: Role) -> str:
    """What somebody is at the centre."""
    return {
        Role.DESK: _("Front desk"),
        Role.SOCIAL_WORKER: _("Social worker"),
        Role.PSYCHOLOGIST: _("Psychologist"),
        Role.COORDINATOR: _("Coordinator"),
        Role.MEDIATOR: _("Mediator"),
        Role.CONTRACTOR: _("Contractor"),
        Role.DPO: _("Data protection officer"),
        Role.TECHNICIAN: _("Technician"),
        Role.ADMINISTRATOR: _("Administrator"),
    }[role]


def born(year: int | None) -> str:
    """`born 1971`, or nothing."""
    # Translators: year of birth, in a list of people
    return _("born {year}").format(year=year) if year is not None else ""


def born_on(date: PartialDate | None) -> str:
    """The year of a date that may be known in part only."""
    return born(date.year if date else None)


def joined(*parts: str) -> str:
    """The parts that say something, with dots between them."""
    return MIDDLE_DOT.join(part for part in parts if part)


def escaped(words: str) -> str:
    """Words for a button or a menu, where a single ampersand would underline a letter."""
    return words.replace("&", "&&")


def cut(words: str, longest: int) -> str:
    """At most so many characters, with an ellipsis where something is missing."""
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
