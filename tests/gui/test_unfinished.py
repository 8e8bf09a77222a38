"""A registration that is interrupted is a draft, and comes back as it was left."""

import pytest

from kentro_app.services import drafts
from kentro_app.services.transaction import ask
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.show(qtbot)
        yield world


def titles(world):
    return [draft.title for draft in ask(world.centre.store.view, drafts.mine)]


def begin(qtbot, world, text):
    world.place.open_new_person(text)
    return world.place.new_person.form


def test_two_people_begun_are_two_drafts(qtbot, world):
    form = begin(qtbot, world, "χασάν")
    form.line("father_name").setText("Αλί")
    begin(qtbot, world, "γκίκας")
    form.line("father_name").setText("Νίκος")
    world.place.find_somebody()

    qtbot.waitUntil(lambda: sorted(titles(world)) == ["Γκίκας", "Χασάν"])


def test_the_name_typed_again_brings_its_text_and_its_cursor_back(qtbot, world):
    form = begin(qtbot, world, "χασάν")
    form.line("father_name").setFocus()
    form.line("father_name").setText("Αλί")
    form.line("father_name").setCursorPosition(2)
    begin(qtbot, world, "γκίκας")
    qtbot.waitUntil(lambda: titles(world) == ["Χασάν"])

    begin(qtbot, world, "Χασαν")
    qtbot.waitUntil(lambda: form.line("father_name").text() == "Αλί")

    assert form.line("father_name").hasFocus()
    assert form.line("father_name").cursorPosition() == 2


def test_whoever_logs_in_again_finds_the_form_as_it_was(qtbot, world):
    begin(qtbot, world, "χασάν").line("phone").setText("6971234567")
    world.window.close()
    world.end()
    world.window.deleteLater()

    world.show(qtbot)
    form = begin(qtbot, world, "")
    qtbot.waitUntil(lambda: form.line("phone").text() == "6971234567")

    assert form.line("surname").text() == "Χασάν"


def test_a_registered_person_leaves_no_draft(qtbot, world):
    begin(qtbot, world, "χασάν").line("father_name").setText("Αλί")
    world.place.new_person.unfinished.keeper.flush()
    qtbot.waitUntil(lambda: titles(world) == ["Χασάν"])

    world.place.new_person.only.click()
    qtbot.waitUntil(lambda: world.place.currentWidget() is world.place.reception)

    qtbot.waitUntil(lambda: titles(world) == [])


def test_emptying_the_form_can_be_taken_back(qtbot, world):
    form = begin(qtbot, world, "χασάν")
    form.line("father_name").setText("Αλί")

    world.place.new_person.clear.click()
    empty = form.typed().is_empty
    toast = world.window.toast
    qtbot.waitUntil(toast.isVisible)
    toast._button.click()

    qtbot.waitUntil(lambda: titles(world) == ["Χασάν"])
    assert empty
    assert form.line("father_name").text() == "Αλί"
