"""What can be done with a visit at the desk, in which words and by which keys. No Qt here."""

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from kentro_app.domain.visits import OPEN_STAGES, CancelReason, Priority, Stage, Visit, is_gone
from kentro_app.i18n import _, pgettext


class Step(Enum):
    """What can be done with somebody who is here, or was."""

    CALL = "call"
    FINISH = "finish"
    CALL_AGAIN = "call_again"
    NOT_HERE = "not_here"
    LEAVE = "leave"
    CANCEL = "cancel"
    TAKE_UP = "take_up"


class Door(Enum):
    """What opens a window or a page of its own."""

    CORRECT = "correct"
    HISTORY = "history"
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Prioritise:
    """Call this one before those who came earlier, or no longer."""

    priority: Priority | None


@dataclass(frozen=True, slots=True)
class MeantFor:
    """The visit is for this colleague, or for whoever is free."""

    user_id: UUID | None


@dataclass(frozen=True, slots=True)
class CancelAs:
    """The visit counts nowhere, for this reason."""

    because: CancelReason


Act = Step | Door | Prioritise | MeantFor | CancelAs

KEYS: dict[Step | Door, str] = {
    Step.CALL: "Return",
    Step.CALL_AGAIN: "F6",
    Step.NOT_HERE: "F7",
    Step.FINISH: "F8",
    Step.LEAVE: "F9",
    Step.CANCEL: "Del",
    Step.TAKE_UP: "Ctrl+U",
    Door.CORRECT: "Ctrl+E",
    Door.HISTORY: "Ctrl+H",
    Door.SLIP: "Ctrl+Shift+P",
}
RECORD_KEY, PRIORITY_KEY, FOR_KEY = "F5", "Ctrl+R", "Ctrl+G"
WRITTEN = {**KEYS, Step.CALL: "Enter"}


def possible(visit: Visit | None) -> list[Step]:
    """What comes next for somebody that far, the likeliest first."""
    if visit is None:
        return []
    match visit.stage:
        case Stage.WAITING if is_gone(visit):
            return [Step.LEAVE, Step.CALL, Step.FINISH, Step.CANCEL]
        case Stage.WAITING:
            return [Step.CALL, Step.FINISH, Step.LEAVE, Step.CANCEL]
        case Stage.CALLED:
            return [Step.FINISH, Step.CALL_AGAIN, Step.NOT_HERE, Step.LEAVE, Step.CANCEL]
    return [Step.TAKE_UP] if visit.channel.queues else []


def is_open(visit: Visit | None) -> bool:
    """Whether the person is still here."""
    return visit is not None and visit.stage in OPEN_STAGES


def step_word(step: Step | Door) -> str:
    """The step as something one does."""
    return {
        Step.CALL: pgettext("step", "Call"),
        Step.CALL_AGAIN: pgettext("step", "Call again"),
        Step.NOT_HERE: pgettext("step", "Not here"),
        Step.FINISH: pgettext("step", "Served"),
        Step.LEAVE: pgettext("step", "Left"),
        Step.CANCEL: pgettext("step", "Cancel"),
        Step.TAKE_UP: pgettext("step", "Take up again"),
        Door.CORRECT: pgettext("step", "Correct…"),
        Door.HISTORY: pgettext("step", "History…"),
        Door.SLIP: pgettext("step", "Attendance slip…"),
    }[step]


def step_tip(step: Step | Door) -> str:
    """What the step means."""
    return {
        Step.CALL: _("Call this person in"),
        Step.CALL_AGAIN: _("Nobody came yet: call this number once more"),
        Step.NOT_HERE: _("Nobody came: the person waits on, behind those who answered"),
        Step.FINISH: _("The visit is over and the person was served"),
        Step.LEAVE: _("The person went away without being served"),
        Step.CANCEL: _("The check-in was a mistake; it is kept, but counted nowhere"),
        Step.TAKE_UP: _("The visit was ended by mistake; it goes on where it was"),
        Door.CORRECT: _("Another person, another time, or checked in twice"),
        Door.HISTORY: _("Who changed what about this visit, and when"),
        Door.SLIP: _("A slip with the visit's code for the visitor to sign"),
    }[step]
