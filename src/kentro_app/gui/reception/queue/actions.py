"""What can be done with the selected visit: buttons below the list, keys, and a menu."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kentro_app.domain.visits import OPEN_STAGES, Stage
from kentro_app.gui.bar import Bar
from kentro_app.gui.keys import write_keys
from kentro_app.gui.reception.queue.presenter import Step
from kentro_app.gui.widgets.buttons import Button
from kentro_app.i18n import _, pgettext

RECORD_KEY = "F4"
KEYS = {Step.CALL: "Return", Step.FINISH: "F8", Step.LEAVE: "F9", Step.CANCEL: "Del"}

_WRITTEN = {**KEYS, Step.CALL: "Enter"}


def step_word(step: Step) -> str:
    """The step as something one does."""
    match step:
        case Step.CALL:
            return pgettext("step", "Call")
        case Step.FINISH:
            return pgettext("step", "Served")
        case Step.LEAVE:
            return pgettext("step", "Left")
        case Step.CANCEL:
            return pgettext("step", "Cancel")


def possible(stage: Stage | None) -> list[Step]:
    """What comes next for somebody that far."""
    if stage is None or stage not in OPEN_STAGES:
        return []
    first = [Step.CALL] if stage is Stage.WAITING else []
    return [*first, Step.FINISH, Step.LEAVE, Step.CANCEL]


class Actions(QWidget):
    """`taken` carries a Step; which visit it is about, the list knows.

    `record_asked` opens the form for what is written down about the visit; whoever may not do
    that never sees it (`offers_record`).
    """

    taken = Signal(object)
    record_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage: Stage | None = None
        self.offers_record = False
        self.buttons = {step: Button() for step in Step}
        self.record = Button()
        self.bar = Bar([*self.buttons.values(), self.record])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        for step, button in self.buttons.items():
            button.clicked.connect(self._taker(step))
        self.record.clicked.connect(self.record_asked)
        self.retranslate()
        self.show_for(None)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for step, button in self.buttons.items():
            write_keys(button, step_word(step), _WRITTEN[step])  # the list listens to them
            button.setToolTip(_tip(step))
        write_keys(self.record, pgettext("step", "Write down"), RECORD_KEY)
        self.record.setToolTip(_("Write down what the visit was about and what follows"))

    def show_for(self, stage: Stage | None) -> None:
        """Offer what is possible with a visit that far."""
        self._stage = stage
        steps = possible(stage)
        for step, button in self.buttons.items():
            button.setVisible(step in steps)
        self.record.setVisible(self._may_record())
        self.setVisible(bool(steps) or self._may_record())

    def take_key(self, key: QKeySequence) -> bool:
        """Do what the key stands for; whether it stands for anything here."""
        steps = possible(self._stage)
        exact = QKeySequence.SequenceMatch.ExactMatch
        if self._may_record() and key.matches(QKeySequence(RECORD_KEY)) == exact:
            self.record_asked.emit()
            return True
        chosen = [s for s in steps if key.matches(QKeySequence(KEYS[s])) == exact]
        if not chosen and steps and key.matches(QKeySequence(KEYS[Step.CALL])) == exact:
            chosen = [Step.FINISH]  # Enter is the next step, whichever that is
        if chosen:
            self.taken.emit(chosen[0])
        return bool(chosen)

    def open_menu(self, place: QPoint) -> QMenu | None:
        """The same as a menu at that place of the screen."""
        steps = possible(self._stage)
        if not steps and not self._may_record():
            return None
        menu = QMenu(self)
        for step in steps:
            action = QAction(step_word(step), menu)
            action.setShortcut(QKeySequence(KEYS[step]))
            action.triggered.connect(self._taker(step))
            menu.addAction(action)
        if self._may_record():
            action = QAction(pgettext("step", "Write down"), menu)
            action.setShortcut(QKeySequence(RECORD_KEY))
            action.triggered.connect(lambda *_checked: self.record_asked.emit())
            menu.addAction(action)
        menu.popup(place)
        return menu

    def _may_record(self) -> bool:
        return self.offers_record and self._stage not in (None, Stage.CANCELLED)

    def _taker(self, step: Step) -> Callable[..., None]:
        return lambda *_checked: self.taken.emit(step)


def _tip(step: Step) -> str:
    match step:
        case Step.CALL:
            return _("Call this person in")
        case Step.FINISH:
            return _("The visit is over and the person was served")
        case Step.LEAVE:
            return _("The person went away without being served")
        case Step.CANCEL:
            return _("The check-in was a mistake; it is kept, but counted nowhere")
