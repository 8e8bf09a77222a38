"""What can be done with the selected visit: buttons below the list, keys, and a menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from kentro_app.domain.users import User
from kentro_app.domain.visits import Stage, Visit
from kentro_app.gui.keys import write_keys
from kentro_app.gui.reception.queue import menu as menus
from kentro_app.gui.reception.queue.steps import (
    FOR_KEY,
    KEYS,
    PRIORITY_KEY,
    RECORD_KEY,
    WRITTEN,
    Act,
    Step,
    is_open,
    possible,
    step_tip,
    step_word,
)
from kentro_app.gui.theme import S
from kentro_app.gui.widgets.buttons import Button
from kentro_app.i18n import _, pgettext


class Actions(QWidget):
    """`taken` carries an Act; which visit it is about, the list knows.

    `record_asked` opens the form for what is written down about the visit; whoever may not do
    that never sees it (`offers_record`). `colleagues` is empty for who may not see whom a visit
    is for.
    """

    taken = Signal(object)
    record_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._visit: Visit | None = None
        self.offers_record = False
        self.colleagues: Sequence[User] = ()
        self.buttons = {step: Button() for step in Step}
        self.record, self.more = Button(), Button()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        for button in (*self.buttons.values(), self.record, self.more):
            line.addWidget(button)
        line.addStretch(1)
        for step, button in self.buttons.items():
            button.clicked.connect(self._taker(step))
        self.record.clicked.connect(self.record_asked)
        self.more.clicked.connect(lambda: self.open_menu(_below(self.more)))
        self.retranslate()
        self.show_for(None)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for step, button in self.buttons.items():
            write_keys(button, step_word(step), WRITTEN[step])  # the list listens to them
            button.setToolTip(step_tip(step))
        write_keys(self.record, pgettext("step", "Write down"), RECORD_KEY)
        self.record.setToolTip(_("Write down what the visit was about and what follows"))
        self.more.set_words(pgettext("step", "More"))
        self.more.setText(f"{self.more.text()} ▾")
        self.more.setToolTip(_("Priority, for whom, cancel, correct, history"))

    def show_for(self, visit: Visit | None) -> None:
        """Offer what is possible with the visit."""
        self._visit = visit
        self.record.setVisible(self._may_record())
        self.setVisible(visit is not None)
        self._fit()

    def take_key(self, key: QKeySequence) -> bool:
        """Do what the key stands for; whether it stands for anything here."""
        if self._visit is None:
            return False
        if _same(key, RECORD_KEY) and self._may_record():
            self.record_asked.emit()
            return True
        choose = self._choices(key)
        if choose is not None:
            _pop_up(choose, _below(self.more))
            return True
        return self._take_step(key)

    def open_menu(self, place: QPoint) -> QMenu | None:
        """The same as a menu at that place of the screen."""
        if self._visit is None:
            return None
        menu = QMenu(self)
        if self._may_record():
            action = QAction(pgettext("step", "Write down"), menu)
            action.setShortcut(QKeySequence(RECORD_KEY))
            action.triggered.connect(lambda *_checked: self.record_asked.emit())
            menu.addAction(action)
        menus.fill(menu, self._visit, self.taken.emit, self.colleagues)
        _pop_up(menu, place)
        return menu

    # Qt's interface

    def minimumSizeHint(self) -> QSize:
        """Room for one step; the others are in the menu."""
        always = [self.record.sizeHint().width(), self.more.sizeHint().width()]
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        return QSize(widest + sum(always) + 2 * S, self.more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # the parts

    def _fit(self) -> None:
        """As many steps as there is room for beside each other, the likeliest first."""
        steps = [step for step in possible(self._visit) if step is not Step.CANCEL]
        room = self.width() - self.more.sizeHint().width()
        if self._may_record():
            room -= self.record.sizeHint().width() + S
        shown: list[Step] = []
        for step in steps:
            room -= self.buttons[step].sizeHint().width() + S
            if room >= 0 or not shown:
                shown.append(step)
        for each, button in self.buttons.items():
            button.setVisible(each in shown)

    def _choices(self, key: QKeySequence) -> QMenu | None:
        if self._visit is None or not is_open(self._visit):
            return None
        if _same(key, PRIORITY_KEY):
            return menus.priorities(self, self._visit, self.taken.emit)
        if _same(key, FOR_KEY) and self.colleagues:
            return menus.hosts(self, self._visit, self.taken.emit, self.colleagues)
        return None

    def _take_step(self, key: QKeySequence) -> bool:
        steps = possible(self._visit)
        chosen: Act | None = next(
            (act for act, keys in KEYS.items() if _same(key, keys) and _is_offered(act, steps)),
            None,
        )
        if chosen is None and Step.CALL_AGAIN in steps and _same(key, KEYS[Step.CALL]):
            chosen = Step.FINISH  # Enter is the next step, whichever that is
        if chosen is not None:
            self.taken.emit(chosen)
        return chosen is not None

    def _may_record(self) -> bool:
        visit = self._visit
        return self.offers_record and visit is not None and visit.stage is not Stage.CANCELLED

    def _taker(self, step: Step) -> Callable[..., None]:
        return lambda *_checked: self.taken.emit(step)


def _is_offered(act: object, steps: Sequence[Step]) -> bool:
    return not isinstance(act, Step) or act in steps


def _same(key: QKeySequence, keys: str) -> bool:
    return key.matches(QKeySequence(keys)) == QKeySequence.SequenceMatch.ExactMatch


def _pop_up(menu: QMenu, place: QPoint) -> None:
    menu.aboutToHide.connect(menu.deleteLater)  # each is made anew: of a long day none stays
    menu.popup(place)


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, widget.height()))
