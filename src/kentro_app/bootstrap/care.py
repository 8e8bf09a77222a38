"""What a session does by itself: the day's backup, and signing the access log's head."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer

from kentro_app.bootstrap import backups, settling
from kentro_app.bootstrap.centre import Centre
from kentro_app.domain.changes import Topic
from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.domain.moments import Clock, now
from kentro_app.gui.background import Lanes
from kentro_app.gui.desk import Desk
from kentro_app.services.backups import Kept

_CARE_MS = 60_000
_FIRST_CARE_MS = 3_000  # the desk first; the day's backup can wait for the first paint


class Care(QObject):
    """Begins with the window and ends before the centre is closed."""

    def __init__(self, centre: Centre, desk: Desk, lanes: Lanes, clock: Clock = now) -> None:
        super().__init__(lanes)
        self._time = clock
        self._centre, self._desk, self._lanes = centre, desk, lanes
        self.last_backup: datetime | None = None
        self._ended = False
        self._clock = QTimer(self, interval=_CARE_MS)
        self._clock.timeout.connect(self._sign)
        self._first = QTimer(self, singleShot=True, interval=_FIRST_CARE_MS)
        self._first.timeout.connect(self._back_up)
        desk.data_changed.connect(self._on_change)

    def begin(self) -> None:
        """From now on; the first backup of a day is made once the desk can be used."""
        self._look()
        self._clock.start()
        self._first.start()

    def end(self) -> None:
        """Begin nothing new."""
        self._ended = True
        self._clock.stop()
        self._first.stop()

    def _back_up(self) -> None:
        job = partial(_backed_up, self._centre, self._time)
        self._lanes.care.run(job, lambda _made: self._look(), _let_be, self)

    def _sign(self) -> None:
        job = partial(backups.checkpoint_if_due, self._centre)
        self._lanes.write.run(job, lambda _done: None, _let_be, self)

    def _look(self) -> None:
        if self._ended:
            return
        job = partial(backups.latest, self._centre.directory)
        self._lanes.care.run(job, self._seen, _let_be, self)

    def _seen(self, kept: Kept | None) -> None:
        found = kept.at if kept else None
        if found != self.last_backup:
            self.last_backup = found
            self._desk.data_changed.emit(frozenset({Topic.BACKUPS}))

    def _on_change(self, topics: frozenset[Topic]) -> None:
        if Topic.BACKUPS in topics:
            self._look()


def _backed_up(centre: Centre, clock: Clock) -> None:
    try:
        backups.daily_backup(centre, clock=clock)
    finally:
        settling.give_back()  # copying and checking take a store's worth of pages, once a day


def _let_be(error: Exception) -> None:
    # The status bar tells how old the last backup is; the next minute tries again.
    if not isinstance(error, Unavailable | RuleViolation):
        raise error
