"""Hours at the reception, done by nobody: typed, clicked and waited for as fast as a person can.

What a person would wait for (the right row, the page of a sheet) is waited for.
"""

import sys
from itertools import count, cycle
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kentro_app.bootstrap.bench.memory import own_mib
from kentro_app.bootstrap.bench.steps import Script, Steps, press, type_text
from kentro_app.bootstrap.bench.watchdog import Watchdog
from kentro_app.bootstrap.care import Care
from kentro_app.bootstrap.folders import own_folder
from kentro_app.gui.papers import NO_PAGES
from kentro_app.gui.reception.place import ReceptionPlace
from kentro_app.gui.reception.queue.steps import Step
from kentro_app.services.backups import SUFFIX

_SHEET_EVERY: Final = 15
_NEW_EVERY: Final = 12
_SETTLED_MS: Final = 500


def hour(window: QWidget, told: dict[str, Any]) -> Script:
    """`visitors`, who are `typed` with a `pace`, while one backup is made after the other."""
    facts: dict[str, Any] = {}
    return Script(window, _hour(window, told, facts), facts)


def _hour(window: QWidget, told: dict[str, Any], facts: dict[str, Any]) -> Steps:
    place = place_of(window)
    backups, person = Backups(place), Person(place, told, facts)
    backups.again()
    backups.made = 0
    backups.ask()
    watchdog = Watchdog(window)
    for number in count(1):
        yield from person.visitor(number)
        backups.again()
        if number >= told["visitors"] and backups.made:
            break
    facts |= watchdog.stop()
    yield from backups.over()
    facts |= {"mib": own_mib(), "backups": backups.made}


def eight_hours(window: QWidget, told: dict[str, Any]) -> Script:
    """`visitors`; the memory after the first `begun` of them, and after all."""
    facts: dict[str, Any] = {}
    return Script(window, _eight_hours(window, told, facts), facts)


def _eight_hours(window: QWidget, told: dict[str, Any], facts: dict[str, Any]) -> Steps:
    place = place_of(window)
    backups, person = Backups(place), Person(place, told, facts)
    backups.again()
    backups.ask()
    for number in range(1, told["visitors"] + 1):
        yield from person.visitor(number)
        if number == told["begun"]:
            yield from backups.over()
            facts["begun"] = own_mib()
    yield from backups.over()
    facts["mib"] = own_mib()


def place_of(window: QWidget) -> ReceptionPlace:
    """The reception in a session's window."""
    place = window.findChild(ReceptionPlace)
    assert isinstance(place, ReceptionPlace)
    return place


def care_of(place: ReceptionPlace) -> Care:
    """What the session does by itself."""
    lanes = place._office.desk.parent()
    care = lanes.findChild(Care) if lanes is not None else None
    assert isinstance(care, Care)
    return care


class Backups:
    """Lets the session's own care make the day's backup again and again."""

    def __init__(self, place: ReceptionPlace) -> None:
        self.made = 0
        self._care = care_of(place)
        self._folder = own_folder(Path(sys.argv[sys.argv.index("--data-dir") + 1]))

    def ask(self) -> None:
        """The day's backup, if there is none of today yet."""
        self._care._back_up()

    def again(self) -> None:
        """Where one is finished, throw it away and ask for the next."""
        for path in self._folder.glob(f"*{SUFFIX}"):
            path.unlink()
            self.made += 1
            self.ask()

    def over(self) -> Steps:
        """Until the one that is being made is finished, and nothing is left of the making."""
        done: list[object] = []
        self._care._lanes.care.run(lambda: None, done.append, done.append, self._care)
        yield lambda: bool(done)
        yield _SETTLED_MS


class Person:
    """What somebody at the desk does, step by step; counts in `facts` what was done."""

    def __init__(self, place: ReceptionPlace, told: dict[str, Any], facts: dict[str, Any]) -> None:
        self._place, self._reception = place, place.reception
        self._known, self._pace, self._facts = cycle(told["typed"]), told["pace"], facts
        facts |= {"checked_in": 0, "called": 0, "finished": 0, "sheets": 0, "registered": 0}

    def visitor(self, number: int) -> Steps:
        """The next one comes, and the next one is served; now and then there is more to do."""
        yield from self._check_in(next(self._known))
        yield from self._serve()
        if number % _NEW_EVERY == 0:
            yield from self._newcomer(number)
        if number % _SHEET_EVERY == 0:
            yield from self._sheet()

    def _check_in(self, text: str) -> Steps:
        """Type who has come, take the first who is not here yet, check them in."""
        self._facts["doing"] = f"checking in {text}"
        search, finder = self._reception.search, self._reception.finder
        self._place.find_somebody()
        yield from type_text(search.field, text, self._pace)
        yield lambda: finder._hits.typed == finder._typed
        absent = self.first_absent()
        if absent is None:  # nobody of that name, or all of them are here: that happens too
            search.field.clear()
            return
        for _step in range(absent):
            press(search.field, Qt.Key.Key_Down)
            yield self._pace
        arrivals = len(self._reception.waiting_line.day.rows)
        press(search.field, Qt.Key.Key_Return)
        yield lambda: len(self._reception.waiting_line.day.rows) > arrivals
        self._facts["checked_in"] += 1

    def first_absent(self) -> int | None:
        """Which of those who may be meant is not here yet."""
        found, day = self._reception.finder._hits.found, self._reception.waiting_line.day
        return next((place for place, one in enumerate(found) if day.here(one.id) is None), None)

    def _serve(self) -> Steps:
        """Call the next one, and close the visit."""
        self._facts["doing"] = "calling"
        queue, line = self._reception.queue, self._reception.waiting_line
        waiting = line.day.waiting
        queue.waiting.call.click()
        yield lambda: line.day.waiting < waiting
        self._facts["called"] += 1
        yield 4 * self._pace
        self._facts["doing"] = "closing a visit"
        still_open = len(line.day.open)
        queue.waiting.visits.actions_bar.buttons[Step.FINISH].click()
        yield lambda: len(line.day.open) < still_open
        self._facts["finished"] += 1

    def _newcomer(self, number: int) -> Steps:
        """Somebody nobody knows: the form, opened with what was typed, and checked in from it."""
        self._facts["doing"] = "registering"
        search = self._reception.search
        letters = "".join("αβγδεζηθ"[number // 8**place % 8] for place in range(3))
        name = f"Ζυγοκωστίδης Νεόφυτος{letters}"
        yield from type_text(search.field, name, self._pace)
        yield lambda: search.field.text() == name
        search.new.click()
        form = self._place.new_person
        assert form is not None
        yield 5 * self._pace
        arrivals = len(self._reception.waiting_line.day.rows)
        form.go.click()
        yield lambda: len(self._reception.waiting_line.day.rows) > arrivals
        self._facts["registered"] += 1

    def _sheet(self) -> Steps:
        """The day's sheet as it will be printed; looked at, put away."""
        self._facts["doing"] = "looking at the sheet"
        self._reception.queue.today.sheet.click()
        sheet = self._place.sheet
        assert sheet is not None
        sheet.preview.show_pages(NO_PAGES)
        yield lambda: sheet.preview.drawn
        yield 8 * self._pace
        sheet.back.click()
        yield 3 * self._pace
        self._facts["sheets"] += 1
