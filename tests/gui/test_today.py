"""The home screen through the real window, on a real store."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kentro_app.domain.roles import Role
from kentro_app.gui.qt_words import speak_in
from kentro_app.gui.today.day import DayFeed
from kentro_app.gui.today.view import TodayView
from kentro_app.services import contacts, drafts, queue
from kentro_app.services.contacts import ContactRequest
from kentro_app.services.transaction import ask
from tests.gui.offices import NINE
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", "raise")
MONDAY = date(2026, 11, 23)


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        yield world


def go(qtbot, world):
    if world.window is None:
        world.show(qtbot)
    place = world.window.go_to("today")
    place.build_all()
    return place


def titles(card):
    model = card.rows.model()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def said(card):
    model = card.rows.model()
    return [
        model.index(i, 0).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(model.rowCount())
    ]


def words_of(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel)) if widget else ""


def promise(world, person, words, due):
    visit = world.check_in(person)
    request = ContactRequest(visit.id, next_step=words, next_due=due)
    return world.do(contacts.record, request=request, now=world.now)


def keep(world, title="Γκίκας", **fields):
    kept = drafts.Kept(drafts.PERSON, title, title, '{"surname":"' + title + '"}', "surname:3")
    return world.do(drafts.keep, kept=kept, now=world.now)


def mine(world):
    return [draft.title for draft in ask(world.centre.store.view, drafts.mine)]


def test_who_waits_is_there_and_leads_to_the_reception(qtbot, world):
    world.check_in(world.register("Παπαδοπούλου", "Ελένη"), for_user=world.centre.user.id)
    gikas = world.check_in(world.register("Γκίκας"))
    place = go(qtbot, world)
    waiting = place.sections["waiting"]
    qtbot.waitUntil(lambda: titles(waiting) == ["Παπαδοπούλου Ελένη", "Γκίκας"])

    waiting.rows.setCurrentIndex(waiting.rows.model().index(1, 0))
    qtbot.keyClick(waiting.rows, Qt.Key.Key_Return)

    assert "for: Ε. Μαρκάκη" in said(waiting)[0]
    assert world.window.stack.currentWidget() is world.place
    assert world.queue.waiting.visits.rows.current_id() == gikas.id


def test_the_numbers_follow_the_day(qtbot, world):
    place = go(qtbot, world)
    numbers = place.sections["numbers"]
    visit = world.check_in(world.register("Γκίκας"))
    world.later(minutes=12)
    world.window.office.desk.perform(
        partial(queue.finish, visit_id=visit.id, now=world.now), print, print, owner=place
    )

    qtbot.waitUntil(lambda: [f.text() for f in numbers.figures] == ["1", "1", "0", "0", "12"])

    assert numbers.figures[4].accessibleName() == "12 minutes, the longest wait"


def test_a_new_arrival_neither_rebuilds_the_list_nor_moves_the_choice(qtbot, world):
    world.check_in(world.register("Παπαδοπούλου"))
    second = world.check_in(world.register("Γκίκας"))
    place = go(qtbot, world)
    waiting = place.sections["waiting"]
    qtbot.waitUntil(lambda: len(titles(waiting)) == 2)
    waiting.rows.select(second.id)
    resets = []
    waiting.rows.model().modelReset.connect(lambda: resets.append(True))

    world.check_in(world.register("Χασάν"))
    world.later(minutes=1)
    feed_of(place).presenter.refresh()
    qtbot.waitUntil(lambda: len(titles(waiting)) == 3)

    assert waiting.rows.current_id() == second.id
    assert resets == []


def feed_of(place):
    return place.sections["numbers"].findChild(DayFeed)


def test_a_step_is_done_from_here_and_taken_back(qtbot, world):
    person = world.register("Παπαδοπούλου", "Ελένη", phones=("6971234567",))
    promise(world, person, "Ask for the tax papers", MONDAY)
    world.later(days=2)
    steps = go(qtbot, world).sections["steps"]
    qtbot.waitUntil(lambda: titles(steps) == ["Ask for the tax papers"])
    spoken = said(steps)[0]

    steps.rows.setFocus()
    steps.rows.select_first()
    qtbot.keyClick(steps.rows, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: titles(steps) == [])
    empty = steps.empty.text()
    world.window.toast._button.click()
    qtbot.waitUntil(lambda: titles(steps) == ["Ask for the tax papers"])

    assert spoken == "Ask for the tax papers, Παπαδοπούλου Ελένη · 697 1234567, 2 days late"
    assert empty.startswith("Nothing falls due this week.")
    assert steps.count.text() == "1 late"


def test_a_step_opens_whom_it_is_about(qtbot, world):
    person = world.register("Παπαδοπούλου", "Ελένη")
    promise(world, person, "Call", MONDAY)
    steps = go(qtbot, world).sections["steps"]
    qtbot.waitUntil(lambda: titles(steps) == ["Call"])

    steps.rows.select_first()
    qtbot.keyClick(steps.rows, Qt.Key.Key_Return)

    assert world.window.stack.currentWidget() is world.window.go_to("people")
    qtbot.waitUntil(lambda: "Παπαδοπούλου" in words_of(world.window.go_to("people").person))


def test_a_draft_goes_on_from_here(qtbot, world):
    keep(world)
    cards = go(qtbot, world).sections["drafts"]
    qtbot.waitUntil(lambda: titles(cards) == ["Γκίκας"])

    cards.rows.select_first()
    qtbot.keyClick(cards.rows, Qt.Key.Key_Return)

    form = world.place.new_person.form
    assert world.place.currentWidget() is world.place.new_person
    assert form.line("surname").text() == "Γκίκας"
    assert form.line("surname").cursorPosition() == 3


def test_a_draft_thrown_away_can_be_had_back(qtbot, world):
    keep(world)
    cards = go(qtbot, world).sections["drafts"]
    qtbot.waitUntil(lambda: titles(cards) == ["Γκίκας"])

    cards.rows.select_first()
    qtbot.keyClick(cards.rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: mine(world) == [])
    qtbot.waitUntil(lambda: titles(cards) == [])
    world.window.toast._button.click()

    qtbot.waitUntil(lambda: titles(cards) == ["Γκίκας"])
    assert mine(world) == ["Γκίκας"]


def test_a_backup_is_made_from_here(qtbot, world):
    backup = go(qtbot, world).sections["backup"]
    before = backup.state.text()

    backup.now.click()
    qtbot.waitUntil(lambda: backup.state.text() == "In order", timeout=20_000)

    assert before == "No backup yet"
    assert "made today at" in backup.words.text()
    assert backup.now.isEnabled()


def test_an_empty_day_says_what_to_do(qtbot, world):
    place = go(qtbot, world)
    qtbot.waitUntil(lambda: place.sections["numbers"].figures[0].text() == "0")

    assert "F2" in place.sections["waiting"].empty.text()
    assert place.sections["drafts"].empty.isVisible()
    assert not place.sections["steps"].rows.isVisible()


def test_f2_goes_to_the_field_of_the_reception(qtbot, world):
    go(qtbot, world)

    qtbot.keyClick(world.window, Qt.Key.Key_F2)

    assert world.window.stack.currentWidget() is world.place
    assert world.search.field.hasFocus()


def test_the_reception_opens_except_in_the_morning(qtbot, world):
    world.open_window()
    at_noon = world.window.stack.currentWidget() is world.window.go_to("reception")
    assert at_noon
    assert next(iter(world.window.rail.buttons)) == "today"


def test_in_the_morning_the_home_screen_opens(qtbot, tmp_path):
    with a_world(tmp_path / "centre") as world:
        world.centre = replace(world.centre, last_seen=NINE - timedelta(days=3))
        world.show(qtbot)

        assert isinstance(world.window.stack.currentWidget(), TodayView)


def test_the_desk_is_shown_no_steps_and_nobody_it_is_for(qtbot, tmp_path):
    with a_world(tmp_path / "centre", Role.DESK) as world:
        world.check_in(world.register("Παπαδοπούλου", "Ελένη"), for_user=world.centre.user.id)
        place = go(qtbot, world)
        waiting = place.sections["waiting"]
        qtbot.waitUntil(lambda: titles(waiting) == ["Παπαδοπούλου Ελένη"])

        assert "steps" not in place.sections
        assert "for:" not in said(waiting)[0]
        assert place.sections["backup"].now.isHidden()
        assert "Please tell a colleague" in place.sections["backup"].words.text()


def test_a_technician_sees_drafts_and_the_backup_only(qtbot, tmp_path):
    with a_world(tmp_path / "centre", Role.TECHNICIAN) as world:
        place = go(qtbot, world)

        assert set(place.sections) == {"drafts", "backup"}
        qtbot.waitUntil(place.sections["backup"].now.isVisible)


def test_it_speaks_greek_as_soon_as_it_is_told(qtbot, world):
    place = go(qtbot, world)
    speak_in("el", world.window)
    speak_in("en", world.window)

    assert place.sections["drafts"].heading.text() == "My drafts"
