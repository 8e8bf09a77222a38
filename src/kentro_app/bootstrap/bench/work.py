"""An hour at the reception, done by nobody: typed, clicked and waited for as fast as a person can.

The keys are real key events and the buttons are clicked; what a person would wait for (the right
row, the page of a sheet) is waited for. Backups are made all the while, one after the other.
"""

import json
import sys
from collections.abc import Callable, Generator, Iterator
from itertools import count, cycle, islice
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kentro_app.bootstrap.bench.memory import own_mib
from kentro_app.bootstrap.bench.names import people
from kentro_app.bootstrap.bench.watchdog import Watchdog
from kentro_app.bootstrap.care import Care
from kentro_app.bootstrap.folders import own_folder
from kentro_app.domain.latin import elot743
from kentro_app.domain.text import wrong_layout
from kentro_app.gui.papers import NO_PAGES
from kentro_app.gui.reception.place import ReceptionPlace
from kentro_app.gui.reception.queue.steps import Step
from kentro_app.services.backups import SUFFIX

_SHEET_EVERY: Final = 15
_NEW_EVERY: Final = 12
_BETWEEN_KEYS_MS: Final = 40
_LOOK_MS: Final = 5
_PATIENCE_S: Final = 120.0

# What a step gives: so many milliseconds of doing nothing, or what to wait for.
Wait = int | Callable[[], bool]
Steps = Generator[Wait, None, None]


class Hour(QObject):
    """Works through the hour over a main window, then says what was measured as one JSON line."""

    def __init__(self, window: QWidget, visitors: int) -> None:
        super().__init__(window)
        place = window.findChild(ReceptionPlace)
        assert isinstance(place, ReceptionPlace)
        self._person = _Person(place)
        self._backups = _Backups(place, Path(sys.argv[sys.argv.index("--data-dir") + 1]))
        self._steps = self._person.hour(visitors, self._backups)
        self._watchdog = Watchdog(self)
        self._since = perf_counter()
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        wait = next(self._steps, None)
        if wait is None:
            self._end()
        elif callable(wait):
            self._since = perf_counter()
            self._await(wait)
        else:
            QTimer.singleShot(wait, self, self._next)

    def _await(self, seen: Callable[[], bool]) -> None:
        if seen():
            self._next()
        elif perf_counter() - self._since > _PATIENCE_S:
            self._tell({"gave_up": self._person.doing})
        else:
            QTimer.singleShot(_LOOK_MS, self, lambda: self._await(seen))

    def _end(self) -> None:
        facts: dict[str, Any] = dict(self._watchdog.stop())
        self._tell({**facts, "mib": own_mib(), **self._person.done, "backups": self._backups.made})

    def _tell(self, facts: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(facts) + "\n")
        sys.stdout.flush()


class _Backups:
    """Lets the session's own care make the day's backup again and again."""

    def __init__(self, place: ReceptionPlace, directory: Path) -> None:
        lanes = place._office.desk.parent()
        care = lanes.findChild(Care) if lanes is not None else None
        assert isinstance(care, Care)
        self.made = 0
        self._care, self._folder = care, own_folder(directory)
        self.again()
        self.made = 0
        self.ask()

    def ask(self) -> None:
        """The day's backup, if there is none of today yet."""
        self._care._back_up()

    def again(self) -> None:
        """Where one is finished, throw it away and ask for the next."""
        for path in self._folder.glob(f"*{SUFFIX}"):
            path.unlink()
            self.made += 1
            self.ask()


class _Person:
    """What somebody at the desk does, step by step."""

    def __init__(self, place: ReceptionPlace) -> None:
        self._place, self._reception = place, place.reception
        self._dice = Random(3)
        self.done = {"checked_in": 0, "called": 0, "finished": 0, "sheets": 0, "registered": 0}
        self.doing = ""

    def hour(self, visitors: int, backups: _Backups) -> Steps:
        """Everything, in the order of a busy day."""
        known = cycle(_typed(self._dice))
        for number in count(1):
            yield from self._visitor(next(known))
            yield from self._serve()
            if number % _NEW_EVERY == 0:
                yield from self._newcomer(number)
            if number % _SHEET_EVERY == 0:
                yield from self._sheet()
            backups.again()
            if number >= visitors and backups.made:
                return

    def _visitor(self, text: str) -> Steps:
        """Type who has come, take the first who is not here yet, check them in."""
        self.doing = f"checking in {text}"
        search, finder = self._reception.search, self._reception.finder
        self._place.find_somebody()
        yield from self._type(search.field, text)
        yield lambda: finder._hits.typed == finder._typed
        ids = [found.id for found in finder._hits.found]
        day = self._reception.waiting_line.day
        absent = next((place for place, one in enumerate(ids) if day.here(one) is None), None)
        if absent is None:  # nobody of that name, or all of them are here: that happens too
            search.field.clear()
            return
        for _step in range(absent):
            yield from self._key(search.field, Qt.Key.Key_Down)
        arrivals = len(day.rows)
        yield from self._key(search.field, Qt.Key.Key_Return)
        yield lambda: len(self._reception.waiting_line.day.rows) > arrivals
        self.done["checked_in"] += 1

    def _serve(self) -> Steps:
        """Call the next one, and close the visit."""
        self.doing = "calling"
        queue, line = self._reception.queue, self._reception.waiting_line
        waiting = line.day.waiting
        queue.waiting.call.click()
        yield lambda: line.day.waiting < waiting
        self.done["called"] += 1
        yield 150
        self.doing = "closing a visit"
        still_open = len(line.day.open)
        queue.waiting.visits.actions_bar.buttons[Step.FINISH].click()
        yield lambda: len(line.day.open) < still_open
        self.done["finished"] += 1

    def _newcomer(self, number: int) -> Steps:
        """Somebody nobody knows: the form, opened with what was typed, and checked in from it."""
        self.doing = "registering"
        search = self._reception.search
        yield from self._type(search.field, f"Ζυγοκωστίδης Νεόφυτος{'αβγδεζηθ'[number % 8]}")
        search.new.click()
        form = self._place.new_person
        assert form is not None
        yield 200
        arrivals = len(self._reception.waiting_line.day.rows)
        form.go.click()
        yield lambda: len(self._reception.waiting_line.day.rows) > arrivals
        self.done["registered"] += 1

    def _sheet(self) -> Steps:
        """The day's sheet as it will be printed; looked at, put away."""
        self.doing = "looking at the sheet"
        self._reception.queue.today.sheet.click()
        sheet = self._place.sheet
        assert sheet is not None
        sheet.preview.show_pages(NO_PAGES)
        yield lambda: sheet.preview.drawn
        yield 300
        sheet.back.click()
        yield 100
        self.done["sheets"] += 1

    def _type(self, field: QWidget, text: str) -> Steps:
        field.setFocus()
        for letter in text:
            yield from self._key(field, Qt.Key.Key_unknown, letter)

    def _key(self, field: QWidget, key: Qt.Key, text: str = "") -> Steps:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.postEvent(field, event)
        yield _BETWEEN_KEYS_MS


def _typed(dice: Random) -> Iterator[str]:
    """People of the centre as somebody types them: whole, begun, in Latin, in the wrong layout."""
    for number, one in enumerate(islice(people(3000, seed=2026), 0, None, 7)):
        name = f"{one.surname} {one.given_name}"
        match number % 5:
            case 0:
                yield one.phone.removeprefix("+30") or name
            case 1:
                yield elot743(name)
            case 2:
                yield wrong_layout(name[:9]) or name
            case 3:
                yield name
            case _:
                yield name[: dice.randrange(5, 12)].lower()
