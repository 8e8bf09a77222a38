"""The two cards beside each other, or below each other where the text is large."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kentro_app.domain.moments import Clock
from kentro_app.gui.reception.day import Day
from kentro_app.gui.reception.queue.cards import TodayCard, WaitingCard
from kentro_app.gui.reception.queue.presenter import Step
from kentro_app.gui.reception.queue.visit_list import VisitList
from kentro_app.gui.style import look
from kentro_app.gui.theme import ROW_HEIGHT, SLIM_ROW_HEIGHT, L
from kentro_app.gui.widgets.notices import announce

_BESIDE_FROM = 1000
_TICK_MS = 30_000


class QueueView(QWidget):
    """Fits `reception.ports.QueueScreen`; `take` is told the step and the visit."""

    def __init__(self, now: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._day = Day()
        self.waiting, self.today = WaitingCard(), TodayCard()
        self.clock = QTimer(self, interval=_TICK_MS)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(L)
        for card in (self.waiting, self.today):
            self._box.addWidget(card, 1)
            card.visits.rows.current_changed.connect(lambda _id: self._offer())
        self.retranslate()

    def on_step(self, take: Callable[[Step, UUID], None]) -> None:
        """Whom to tell what is to be done with which visit."""
        for visits in self._lists():
            visits.actions_bar.taken.connect(
                lambda step, visits=visits: self._take(take, step, visits)
            )

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
        self.waiting.show_day(day, self._now())
        self.today.show_day(day)
        self._offer()

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
            visits.actions_bar.show_for(row.visit.stage if row else None)

    def _take(self, take: Callable[[Step, UUID], None], step: Step, visits: VisitList) -> None:
        row = self._day.find(visits.rows.current_id())
        if row is not None:
            take(step, row.visit.id)

    def _record(self, told: Callable[[UUID], None], visits: VisitList) -> None:
        row = self._day.find(visits.rows.current_id())
        if row is not None:
            told(row.visit.id)
