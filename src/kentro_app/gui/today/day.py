"""The day so far: its numbers across the top, and who waits now. One question serves both."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kentro_app.domain.changes import Topic
from kentro_app.gui.office import Office
from kentro_app.gui.reception.lines import name_of
from kentro_app.gui.speaker import Speaker
from kentro_app.gui.theme import XL
from kentro_app.gui.today.fresh import Fresh
from kentro_app.gui.today.list_card import ListCard
from kentro_app.gui.today.presenter import DayPresenter
from kentro_app.gui.widgets.rows import Row
from kentro_app.gui.widgets.text import Number, Quiet
from kentro_app.gui.words import joined
from kentro_app.i18n import _, current, ngettext, pgettext
from kentro_app.i18n.dates import number, time_of_day
from kentro_app.services.access import Permission, may
from kentro_app.services.ports import VisitRow
from kentro_app.services.today import DaySoFar

_TOPICS = frozenset({Topic.VISITS, Topic.PERSONS, Topic.SITE, Topic.USERS})
_TICK_MS = 30_000
_NEVER = date.min


class DayFeed(QObject):
    """Fits `ports.DayScreen`; `came` carries the day to whoever shows a part of it."""

    came = Signal(object)

    def __init__(self, office: Office, speaker: Speaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.day = DaySoFar(day=_NEVER)
        self.presenter = DayPresenter(self, office.desk, speaker, office.now)
        self._clock = QTimer(self, interval=_TICK_MS)

    def follow(self, seen: QWidget) -> None:
        """Read the day for as long as somebody looks at this."""
        self.setParent(seen)
        fresh = Fresh(seen, self._office.desk, _TOPICS, self.presenter.refresh)
        self._clock.timeout.connect(fresh.look_again)
        self._clock.start()

    def show_day(self, day: DaySoFar) -> None:
        """The answer is here."""
        self.day = day
        self.came.emit(day)


class DayNumbers(QWidget):
    """Five numbers that matter, on the paper itself."""

    def __init__(self, feed: DayFeed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: DaySoFar | None = None
        self.figures = [Number("–") for _n in range(5)]
        self.words: list[QLabel] = [Quiet() for _n in range(5)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * XL)
        self._grid.setVerticalSpacing(0)
        self._columns = 0
        self._arrange(5)
        feed.came.connect(self._show)
        feed.follow(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(_("The day so far"))
        self._draw()

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(5 if event.size().width() >= self._needed() else 3)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Three beside each other at least."""
        widths = sorted(words.sizeHint().width() for words in self.words)
        return QSize(sum(widths[-3:]) + 4 * XL, super().minimumSizeHint().height())

    # the parts

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, (figure, words) in enumerate(zip(self.figures, self.words, strict=True)):
            row, column = divmod(place, columns)
            self._grid.addWidget(figure, 2 * row, column)
            self._grid.addWidget(words, 2 * row + 1, column)
        for column in range(6):
            self._grid.setColumnStretch(column, int(column == columns))

    def _needed(self) -> int:
        pairs = zip(self.figures, self.words, strict=True)
        widths = [max(f.sizeHint().width(), w.sizeHint().width()) for f, w in pairs]
        return sum(widths) + 10 * XL

    def _show(self, day: DaySoFar) -> None:
        self._day = day
        self._draw()

    def _draw(self) -> None:
        day = self._day or DaySoFar(day=_NEVER)
        said = _said(day)
        for place, (value, words) in enumerate(said):
            shown = number(value) if self._day else "–"
            self.figures[place].setText(shown)
            self.figures[place].setAccessibleName(f"{shown} {words}")
            self.words[place].setText(words)


class WaitingNow(ListCard):
    """Who waits, in the order of their turn; a click or Enter goes to the reception."""

    def __init__(
        self, office: Office, feed: DayFeed, go: Callable[[UUID], None], title: Callable[[], str]
    ) -> None:
        super().__init__(lead_width=58, most=8, kind="wait")
        self._sees_service = may(office.actor, Permission.SEE_SERVICE)
        self._title, self._day = title, feed.day
        self.rows.chosen.connect(go)
        self.rows.clicked.connect(lambda _index: self.rows.chosen.emit(self.rows.current_id()))
        feed.came.connect(self._show)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.set_heading(self._title())
        self.rows.setAccessibleName(self._title())
        self.empty.setText(_("Nobody is waiting. Press F2 and type a name to check somebody in."))
        self._show(self._day)

    # Qt's interface

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self, day: DaySoFar) -> None:
        self._day = day
        count = len(day.waiting)
        self.show_list([self._row(row) for row in day.waiting], number(count) if count else "")
        words = ngettext("{n} waits", "{n} wait", count).format(n=count)
        self.count.setAccessibleName(words)

    def _row(self, row: VisitRow) -> Row:
        visit = row.visit
        since = _("since {time}").format(time=time_of_day(visit.arrived_at))
        host = ""
        if self._sees_service:
            host = _("for: {name}").format(name=row.for_whom or _("whoever is free"))
        return Row(
            id=visit.id,
            lead=visit.code,
            title=name_of(row),
            about=joined(since, host, self._day.room(row, current().language)),
            badge=pgettext("visit", "priority") if visit.priority else "",
            badge_icon="priority" if visit.priority else "",
        )


def _said(day: DaySoFar) -> list[tuple[int, str]]:
    return [
        (day.arrivals, ngettext("arrival", "arrivals", day.arrivals)),
        # Translators: below a number: so many visits were served
        (day.served, pgettext("number", "served")),
        # Translators: below a number: so many people wait
        (len(day.waiting), pgettext("number", "waiting")),
        # Translators: below a number: so many visits of people without a name
        (day.anonymous, pgettext("number", "anonymous")),
        # Translators: below a number of minutes
        (day.longest_wait, _("minutes, the longest wait")),
    ]
