"""What is said after a step, beside the way back."""

from kentro_app.domain.users import User
from kentro_app.domain.visits import Visit, is_gone
from kentro_app.gui.reception.ports import Choices
from kentro_app.gui.reception.queue.steps import (
    Act,
    CancelAs,
    MeantFor,
    Prioritise,
    Step,
)
from kentro_app.gui.reception.reasons import priority_word
from kentro_app.i18n import _, current, ngettext
from kentro_app.services.queue import Stepped


def said(act: Act, stepped: Stepped, choices: Choices) -> str:
    """The sentence for the toast."""
    visit, name = stepped.after, stepped.name or _("Anonymous")
    match act:
        case Step.CALL | Step.CALL_AGAIN:
            words = _called(visit, choices)
        case Step.NOT_HERE:
            words = _missed(visit)
        case Prioritise(None):
            words = _("{ticket} · {name} waits like everybody else.")
        case Prioritise(priority):
            words = _("{ticket} · {name} is called first: {reason}.")
            return words.format(ticket=visit.code, name=name, reason=priority_word(priority))
        case MeantFor(user_id):
            people = {user.id: _name(user) for user in choices.colleagues}
            host = people.get(user_id, _("whoever is free")) if user_id else _("whoever is free")
            words = _("{ticket} · {name} waits for: {host}.")
            return words.format(ticket=visit.code, name=name, host=host)
        case _:
            words = _ended(act)
    return words.format(ticket=visit.code, name=name, n=visit.missed, room=_room(visit, choices))


def _called(visit: Visit, choices: Choices) -> str:
    if _room(visit, choices):
        return _("{ticket} · {name}, please come to: {room}.")
    return _("{ticket} · {name}, please come in.")


def _missed(visit: Visit) -> str:
    if not is_gone(visit):
        return _("{ticket} · {name} did not come and waits on.")
    return ngettext(
        "{ticket} · {name}: {n} call without an answer. If the person has gone, press F9.",
        "{ticket} · {name}: {n} calls without an answer. If the person has gone, press F9.",
        visit.missed,
    )


def _ended(act: Act) -> str:
    match act:
        case Step.FINISH:
            return _("{ticket} · {name} was served.")
        case Step.LEAVE:
            return _("{ticket} · {name} left without being served.")
        case Step.TAKE_UP:
            return _("{ticket} · {name} is here again.")
        case CancelAs() | Step.CANCEL:
            return _("The visit {ticket} · {name} was cancelled.")
    raise TypeError(act)


def _room(visit: Visit, choices: Choices) -> str:
    return choices.room_name(visit.room_id, current().language)


def _name(user: User) -> str:
    return user.display_name or user.name
