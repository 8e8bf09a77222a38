"""The two cards beside each other, or below each other where the text is large."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from kentro_app.domain.moments import Clock
from kentro_app.gui.reception.day import Day
from kentro_app.gui.reception.lines import Sight
from kentro_app.gui.reception.ports import Choices
from kentro_app.gui.reception.queue.cards import TodayCard, WaitingCard
from kentro_app.gui.reception.queue.steps import FOR_KEY, KEYS, PRIORITY_KEY, RECORD_KEY, Act
from kentro_app.gui.reception.queue.visit_list import VisitList
from kentro_app.gui.style import look
from kentro_app.gui.theme import ROW_HEIGHT, SLIM_ROW_HEIGHT, L
from kentro_app.gui.widgets.notices import announce
from kentro_app.services.ports import VisitRow

_BESIDE_FROM = 1000
_TICK_MS = 30_000
_ONLY_IN_LISTS = ("Return", "Del")  # elsewhere they mean something else


class QueueView(QWidget):
    """Fits `reception.ports.QueueScreen`; `take` is told the step and the visit.

    Enter and Del work in the lists; the other keys from everywhere in the reception, with the
    list the cursor is in, or with those who wait.
    """

    def __init__(self, now: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._day, self._choices = Day(), Choices()
        self.waiting, self.today = WaitingCard(), TodayCard()
        self.clock = QTimer(self, interval=_TICK_MS)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(L)
        for card in (self.waiting, self.today):
            self._box.addWidget(card, 1)
            card.visits.rows.current_changed.connect(lambda _id: self._offer())
        self.retranslate()

    def on_act(self, take: Callable[[Act, VisitRow], None]) -> None:
        """Whom to tell what is to be done with which visit."""
        for visits in self._lists():
            visits.actions_bar.taken.connect(
                lambda act, visits=visits: self._take(take, act, visits)
            )

    def listen_in(self, place: QWidget) -> None:
        """Hear the keys from everywhere in `place`."""
        for keys in (*KEYS.values(), RECORD_KEY, PRIORITY_KEY, FOR_KEY):
            if keys not in _ONLY_IN_LISTS:
                shortcut = QShortcut(QKeySequence(keys), place)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(partial(self._press, QKeySequence(keys)))

    def offer_record(self, told: Callable[[UUID], None]) -> None:
        """Offer to write down what a visit was about; `told` which one."""
        for visits in self._lists():
            visits.actions_bar.offers_record = True
            visits.actions_bar.record_asked.connect(
                lambda visits=visits: self._record(told, visits)
            )

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.waiting.retranslate()
        self.today.retranslate()
        self.show_day(self._day)

    # QueueScreen

    def show_day(self, day: Day) -> None:
        self._day = day
        self.waiting.show_day(day, Sight(self._now(), self._choices))
        self.today.show_day(day)
        self._offer()

    def show_choices(self, choices: Choices) -> None:
        self._choices = choices
        self.waiting.show_choices(choices)
        self.today.show_choices(choices)
        self.show_day(self._day)

    def select_visit(self, visit_id: UUID) -> None:
        for visits in self._lists():
            visits.rows.select(visit_id)

    def show_refusal(self, words: str) -> None:
        self.waiting.error.setText(words)
        self.waiting.error.setVisible(bool(words))
        if words:
            announce(self.waiting.error)

    # the parts

    def resizeEvent(self, event: QResizeEvent) -> None:
        theme = look().theme
        beside = event.size().width() >= theme.px(_BESIDE_FROM)
        direction = QBoxLayout.Direction
        self.waiting.visits.keep_room_for((3 if beside else 4) * theme.px(ROW_HEIGHT))
        self.today.visits.keep_room_for((2 if beside else 4) * theme.px(SLIM_ROW_HEIGHT))
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        super().resizeEvent(event)

    def _lists(self) -> tuple[VisitList, VisitList]:
        return self.waiting.visits, self.today.visits

    def _offer(self) -> None:
        for visits in self._lists():
            row = self._day.find(visits.rows.current_id())
            visits.actions_bar.show_for(row.visit if row else None)

    def _press(self, keys: QKeySequence) -> None:
        visits = self.today.visits if self.today.visits.rows.hasFocus() else self.waiting.visits
        visits.actions_bar.take_key(keys)

    def _take(self, take: Callable[[Act, VisitRow], None], act: Act, visits: VisitList) -> None:
        row = self._day.find(visits.rows.current_id())
        if row is not None:
            take(act, row)

    def _record(self, told: Callable[[UUID], None], visits: VisitList) -> None:
        row = self._day.find(visits.rows.current_id())
        if row is not None:
            told(row.visit.id)
