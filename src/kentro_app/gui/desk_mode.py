"""Desk mode: any user enters it at once; her password ends it (domain §1.5).

The screen is seen by people of other structures and by whoever stands in front of it. In desk mode
the window is built anew for what the desk may see, so that nothing of before is left behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kentro_app.domain.roles import Role
from kentro_app.gui.ask_password import Check, PasswordCard
from kentro_app.gui.login.ports import Runs
from kentro_app.i18n import _
from kentro_app.services.ports import Actor

KEYS = "Ctrl+D"


@dataclass(frozen=True, slots=True)
class Modes:
    """`switch` writes the change into the access log and gives who acts from now on; `check`
    takes the password and returns, or raises. Both are slow and run beside the window."""

    switch: Callable[[bool], Actor]
    check: Check


def is_choice_of(actor: Actor) -> bool:
    """Whether there is another mode to work in: the desk's own people know no other."""
    return actor.role is not Role.DESK


class ModeSwitch(QObject):
    """Goes into desk mode at once and out of it after the password.

    `who` is whoever acts, and what she is called. `changed` carries who acts from now on,
    `failed` the error and what tries again.
    """

    changed = Signal(object)
    failed = Signal(object, object)

    def __init__(self, modes: Modes, who: tuple[Actor, str], run: Runs, parent: QWidget) -> None:
        super().__init__(parent)
        self._modes, self._run = modes, run
        self._actor, self._name = who
        self._over = parent

    def change(self) -> None:
        """To the other mode, where there is one."""
        if not is_choice_of(self._actor):
            return
        if not self._actor.desk_mode:
            self._switch(on=True)
            return
        dialog = LeaveDeskMode(self._name, self._modes.check, self._run, self._over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.left.connect(partial(self._switch, on=False))
        dialog.open()

    def _switch(self, *, on: bool) -> None:
        again = partial(self._switch, on=on)
        self._run(
            partial(self._modes.switch, on),
            self.changed.emit,
            lambda error: self.failed.emit(error, again),
            self,
        )


class LeaveDeskMode(QDialog):
    """Asks for the password; `left` fires when it was right."""

    left = Signal()

    def __init__(self, name: str, check: Check, run: Runs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.card = PasswordCard(check, run)
        self.card.accepted.connect(self.accept)
        self.card.accepted.connect(self.left)
        self.card.other_asked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.setWindowTitle(_("Leave desk mode"))
        words = _("{name}, please type your password: the screen then shows everything again.")
        self.card.ask(
            _("Leave desk mode"),
            words.format(name=name),
            button=_("Leave desk mode"),
            other=_("Stay in desk mode"),
        )

    # Qt's interface

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._fit()
        return taken

    def _fit(self) -> None:
        # Qt leaves no room of its own for lines that wrap: the field and a refusal would be cut.
        layout = self.card.layout()
        if layout is not None:
            layout.activate()
            self.setMinimumHeight(layout.totalHeightForWidth(self.card.width()))
