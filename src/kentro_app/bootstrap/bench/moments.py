"""What is measured in single moments of a session's window: a keystroke, a check-in, a refresh."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kentro_app.bootstrap.bench.steps import PaintWatch, Script, Steps, around, press, type_text
from kentro_app.bootstrap.bench.work import Person, care_of, place_of
from kentro_app.domain.moments import now
from kentro_app.domain.visits import Stage
from kentro_app.gui.reception.place import ReceptionPlace
from kentro_app.services import queue

_QUIET_MS: Final = 1500
"""Until the screens that are opened later are built, and nothing runs beside what is measured."""
_BETWEEN_MS: Final = 12


def painted(window: QWidget, told: dict[str, Any]) -> Script:
    """Each keystroke of what is `typed`, until the rows that answer it are painted."""
    facts: dict[str, Any] = {"taken": []}
    return Script(window, _painted(place_of(window), told, facts), facts)


def _painted(place: ReceptionPlace, told: dict[str, Any], facts: dict[str, Any]) -> Steps:
    card = place.reception.search
    rows = card.hits.viewport()
    watch = PaintWatch(rows, card)
    # Where nobody has such a name there is no list; what is painted is the card that says so.
    shown = partial(_shown, card.hits, rows, card)
    around(card, "show_hits", after=lambda: watch.expect(shown()))
    yield from _quiet(place)
    for text in told["typed"]:
        facts["doing"] = f"typing {text}"
        card.field.clear()
        yield _BETWEEN_MS
        card.field.setFocus()
        for letter in text:
            watch.begin()
            press(card.field, Qt.Key.Key_unknown, letter)
            yield watch.painted
            facts["taken"].append(watch.taken)
            yield _BETWEEN_MS


def _shown(widget: QWidget, one: QWidget, other: QWidget) -> QWidget:
    return one if widget.isVisible() else other


def check_ins(window: QWidget, told: dict[str, Any]) -> Script:
    """F2, a name, Enter: each of what is `typed` until the visit is there and the field ready."""
    facts: dict[str, Any] = {"taken": []}
    return Script(window, _check_ins(place_of(window), told, facts), facts)


def _check_ins(place: ReceptionPlace, told: dict[str, Any], facts: dict[str, Any]) -> Steps:
    search, finder = place.reception.search, place.reception.finder
    person = Person(place, {"typed": [""], "pace": 0}, {})
    watch = PaintWatch(search.field)
    around(search, "start_over", after=lambda: watch.expect(search.field))
    yield from _quiet(place)
    for text in told["typed"]:
        facts["doing"] = f"checking in {text}"
        place.reception.queue.today.visits.rows.setFocus()
        yield 4 * _BETWEEN_MS
        watch.begin()
        place.find_somebody()  # what F2 does
        yield from type_text(search.field, text, 0)
        yield partial(_answered, finder, text)
        absent = person.first_absent()
        if absent is None:
            continue
        for _step in range(absent):
            press(search.field, Qt.Key.Key_Down)
        press(search.field, Qt.Key.Key_Return)
        yield watch.painted
        assert search.field.hasFocus()
        assert not search.field.text()
        facts["taken"].append(watch.taken)


def _answered(finder: Any, text: str) -> bool:
    return bool(finder._hits.typed == text.strip())


def refreshes(window: QWidget, told: dict[str, Any]) -> Script:
    """A day of many visits, of which one goes on and the list is read again, `times` over.

    `taken` is from the asking to the painted list; `turns` only what the window's thread does of
    it, without the reading. Selection and scrolling have to stay where they are.
    """
    facts: dict[str, Any] = {"taken": [], "turns": [], "moved": 0}
    return Script(window, _refreshes(place_of(window), told, facts), facts)


def _refreshes(place: ReceptionPlace, told: dict[str, Any], facts: dict[str, Any]) -> Steps:
    line, rows = place.reception.waiting_line, place.reception.queue.today.visits.rows
    whole, turn = PaintWatch(rows.viewport()), PaintWatch(rows.viewport())
    yield from _quiet(place)

    def shown() -> None:
        whole.expect(rows.viewport())
        turn.expect(rows.viewport())

    around(place.reception.queue, "show_day", before=turn.begin, after=shown)
    facts["rows"] = len(line.day.rows)
    rows.setCurrentIndex(rows.model().index(facts["rows"] // 2, 0))
    rows.scrollTo(rows.currentIndex(), rows.ScrollHint.PositionAtCenter)
    yield _BETWEEN_MS
    kept = _where(rows)
    ids = [row.visit.id for row in line.day.rows if row.visit.stage is Stage.DONE]
    for number in range(told["times"]):
        facts["doing"] = f"refreshing for the {number}. time"
        step = queue.finish if number % 2 else queue.take_up
        use_case = partial(step, visit_id=ids[number // 2 % len(ids)], now=now())
        whole.begin()
        place._office.desk.perform(use_case, _let_be, _let_be, owner=place)
        yield lambda: whole.painted() and turn.painted()
        facts["taken"].append(whole.taken)
        facts["turns"].append(turn.taken)
        facts["moved"] += _where(rows) != kept
        yield _BETWEEN_MS


def _where(rows: Any) -> tuple[object, int, int]:
    selected = rows.currentIndex()
    return rows.current_id(), rows.verticalScrollBar().value(), rows.visualRect(selected).top()


def _quiet(place: ReceptionPlace) -> Steps:
    care_of(place).end()
    yield _QUIET_MS


def _let_be(_answer: object) -> None:
    pass
