"""The menu of a visit: every step with its keys, and the choices that need more than a key."""

from collections.abc import Callable, Iterable
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kentro_app.domain.users import User
from kentro_app.domain.visits import CancelReason, Priority, Visit
from kentro_app.gui.reception.queue.steps import (
    FOR_KEY,
    PRIORITY_KEY,
    WRITTEN,
    Act,
    CancelAs,
    Door,
    MeantFor,
    Prioritise,
    Step,
    is_open,
    possible,
    step_word,
)
from kentro_app.gui.reception.reasons import priority_word, reason_word
from kentro_app.gui.words import escaped
from kentro_app.i18n import _, pgettext

Take = Callable[[Act], None]


def fill(menu: QMenu, visit: Visit, take: Take, colleagues: Iterable[User]) -> None:
    """All that can be done with the visit, except writing down what it was about."""
    for step in possible(visit):
        if step is Step.CANCEL:
            _reasons(menu, take)
        else:
            _add(menu, f"{step_word(step)}\t{WRITTEN[step]}", step, take)
    if is_open(visit):
        menu.addSeparator()
        menu.addMenu(priorities(menu, visit, take))
        people = list(colleagues)
        if people:
            menu.addMenu(hosts(menu, visit, take, people))
    menu.addSeparator()
    for door in Door:
        _add(menu, f"{step_word(door)}\t{WRITTEN[door]}", door, take)


def priorities(parent: QWidget, visit: Visit, take: Take) -> QMenu:
    """Why the person is called before others; the present reason is ticked."""
    title = f"{pgettext('step', 'Priority')}\t{PRIORITY_KEY}"
    menu = QMenu(title, parent)
    choices: tuple[Priority | None, ...] = (None, *Priority)
    for choice in choices:
        _tick(_add(menu, priority_word(choice), Prioritise(choice), take), choice, visit.priority)
    return menu


def hosts(parent: QWidget, visit: Visit, take: Take, colleagues: Iterable[User]) -> QMenu:
    """Whom the visit is for; the present one is ticked."""
    menu = QMenu(f"{pgettext('step', 'For')}\t{FOR_KEY}", parent)
    names: dict[UUID | None, str] = {None: _("whoever is free")}
    names |= {user.id: user.display_name or user.name for user in colleagues}
    for user_id, name in names.items():
        _tick(_add(menu, escaped(name), MeantFor(user_id), take), user_id, visit.for_user)
    return menu


def _reasons(menu: QMenu, take: Take) -> None:
    inner = menu.addMenu(step_word(Step.CANCEL))
    for because in CancelReason:
        keys = WRITTEN[Step.CANCEL] if because is CancelReason.MISTAKE else ""
        _add(inner, f"{reason_word(because)}\t{keys}".rstrip(), CancelAs(because), take)


def _add(menu: QMenu, words: str, act: Act, take: Take) -> QAction:
    action = QAction(words, menu)
    action.triggered.connect(lambda *_checked: take(act))
    menu.addAction(action)
    return action


def _tick(action: QAction, value: object, present: object) -> None:
    action.setCheckable(True)
    action.setChecked(value == present)
