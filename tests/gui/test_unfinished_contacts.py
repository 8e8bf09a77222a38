"""Records, questions and corrections that are interrupted, and how one comes back to them."""

import pytest
from PySide6.QtCore import Qt

from kentro_app.gui.admin.catalogue.view import CatalogueSection
from kentro_app.gui.reception.paper_day.lines import Cell
from kentro_app.services import drafts
from kentro_app.services.transaction import ask
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.person = world.register("Παπαδοπούλου", "Ελένη")
        world.visit = world.check_in(world.person)
        world.show(qtbot)
        yield world


def mine(world):
    return ask(world.centre.store.view, drafts.mine)


def kinds(world):
    return [draft.kind for draft in mine(world)]


def open_record(qtbot, world):
    world.place.contacts.open(world.visit.id)
    record = world.place.contacts.record
    qtbot.waitUntil(lambda: record.drafts.subject == str(world.visit.id))
    return record


def write_note(record, words):
    note = record.form.entries["note"].field
    note.setFocus()
    note.setPlainText(words)
    record.form.changed.emit()
    return note


def go_on_from_home(qtbot, world):
    home = world.window.go_to("today")
    home.build_all()
    card = home.sections["drafts"]
    qtbot.waitUntil(lambda: card.rows.model().rowCount() == 1)
    card.rows.select_first()
    qtbot.keyClick(card.rows, Qt.Key.Key_Return)


def test_a_record_left_by_escape_is_as_it_was(qtbot, world):
    record = open_record(qtbot, world)
    note = write_note(record, "Ζήτησε το έντυπο")
    record.back.click()
    qtbot.waitUntil(lambda: kinds(world) == [drafts.CONTACT])

    go_on_from_home(qtbot, world)
    qtbot.waitUntil(lambda: note.toPlainText() == "Ζήτησε το έντυπο" and note.isVisible())

    assert "Παπαδοπούλου Ελένη" in mine(world)[0].title


def test_a_record_written_down_is_no_draft(qtbot, world):
    record = open_record(qtbot, world)
    write_note(record, "Ζήτησε το έντυπο")
    record.drafts.flush()
    qtbot.waitUntil(lambda: kinds(world) == [drafts.CONTACT])

    record.go.click()

    qtbot.waitUntil(lambda: kinds(world) == [])


def test_questions_interrupted_by_f2_go_on_with_f3(qtbot, world):
    world.place.open_anonymous()
    quick = world.place.contacts.quick
    quick.rows["age"].buttons[2].setChecked(True)
    quick.rows["group"].take_cursor()
    world.place.find_somebody()
    qtbot.waitUntil(lambda: kinds(world) == [drafts.ANONYMOUS])

    world.place.open_anonymous()
    qtbot.waitUntil(lambda: quick.rows["age"].buttons[2].isChecked())

    assert any(button.hasFocus() for button in quick.rows["group"].buttons)


def test_questions_left_by_escape_are_given_up(qtbot, world):
    world.place.open_anonymous()
    quick = world.place.contacts.quick
    quick.rows["age"].buttons[2].setChecked(True)
    quick.drafts.flush()
    qtbot.waitUntil(lambda: kinds(world) == [drafts.ANONYMOUS])

    quick.back.click()

    qtbot.waitUntil(lambda: kinds(world) == [])


def test_a_correction_goes_on_from_the_home_screen(qtbot, world):
    people = world.window.go_to("people")
    people.correct(world.person.id)
    qtbot.waitUntil(lambda: people.edit is not None and people.edit.isVisible())
    people.edit.form.line("father_name").setText("Νικόλαος")
    people.edit.back.click()
    qtbot.waitUntil(lambda: kinds(world) == [drafts.PERSON_CHANGE])

    go_on_from_home(qtbot, world)
    qtbot.waitUntil(people.edit.isVisible)

    qtbot.waitUntil(lambda: people.edit.form.line("father_name").text() == "Νικόλαος")


def test_a_new_request_of_the_list_goes_on_from_the_home_screen(qtbot, world):
    place = world.window.go_to("administration")
    place.show_section(CatalogueSection)
    section = next(s for s in place.sections if isinstance(s, CatalogueSection))
    section.new.click()
    section.entry.code.setText("C.LEGAL")
    world.place.find_somebody()
    world.window.go_to("reception")
    qtbot.waitUntil(lambda: kinds(world) == [drafts.CATALOGUE])
    section.entry.ask(None)

    go_on_from_home(qtbot, world)

    qtbot.waitUntil(lambda: section.entry.code.text() == "C.LEGAL" and section.isVisible())


def test_a_request_of_the_list_given_up_is_no_draft(qtbot, world):
    place = world.window.go_to("administration")
    place.show_section(CatalogueSection)
    section = next(s for s in place.sections if isinstance(s, CatalogueSection))
    section.new.click()
    section.entry.code.setText("C.LEGAL")
    section.drafts.flush()
    qtbot.waitUntil(lambda: kinds(world) == [drafts.CATALOGUE])

    section.entry.cancel.click()

    qtbot.waitUntil(lambda: kinds(world) == [])


def test_a_day_on_paper_goes_on_where_it_was_left(qtbot, world):
    world.place.papers.open_day()
    page = world.place.papers.day
    page.presenter.edit(0, Cell.CODE, "A-001")
    page.changed.emit()
    world.place.find_somebody()
    qtbot.waitUntil(lambda: kinds(world) == [drafts.PAPER_DAY])
    world.window.close()
    world.end()
    world.window.deleteLater()

    world.show(qtbot)
    go_on_from_home(qtbot, world)
    page = world.place.papers.day

    qtbot.waitUntil(lambda: page.presenter.lines[0].code == "A-001" and page.isVisible())


def test_a_day_on_paper_written_down_is_no_draft(qtbot, world):
    world.place.papers.open_day()
    page = world.place.papers.day
    page.presenter.edit(0, Cell.CODE, "A-001")
    page.presenter.edit(0, Cell.SIGNED, "x")
    page.changed.emit()
    page.drafts.flush()
    qtbot.waitUntil(lambda: kinds(world) == [drafts.PAPER_DAY])

    page.save.click()

    qtbot.waitUntil(lambda: kinds(world) == [])
