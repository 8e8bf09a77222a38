"""How late the event loop is: a timer every millisecond, and how much later than that it came."""

from math import ceil
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

_TICK_MS: Final = 1


class Watchdog(QObject):
    """Runs on the GUI thread as any event does, so it waits for whatever the window waits for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.late: list[float] = []
        self.last = perf_counter()
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> dict[str, float]:
        """The longest and the 99th hundredth of the stalls in milliseconds, and how many ticks."""
        self._timer.stop()
        late = sorted(self.late)
        return {"max": late[-1], "p99": late[ceil(0.99 * len(late)) - 1], "ticks": len(late)}

    def _tick(self) -> None:
        now = perf_counter()
        self.late.append(max(0.0, 1000 * (now - self.last) - _TICK_MS))
        self.last = now
