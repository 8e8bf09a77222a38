"""The place «People»: finding, the page, copying, correcting, who changed what."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kentro_app.bootstrap.day.hands import type_text
from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.domain.roles import Role
from kentro_app.domain.visits import Stage
from kentro_app.gui.clipboard import CLEARED_AFTER_MS, Copier
from kentro_app.gui.registry.edit.changes import change_of, is_nothing, typed_of
from kentro_app.services import registry, registry_changes
from kentro_app.services.registry_changes import Change
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")

AMKA = IdentifierKind.AMKA


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        yield world


@pytest.fixture
def eleni(world):
    return world.register(
        "Παπαδοπούλου",
        "Ελένη",
        phones=("6971234567", "2105065885", "2310123456"),
        identifiers=((AMKA, "12037112344"), (IdentifierKind.PASSPORT, "X1234567")),
        birth_date="12/03/1971",
        address={"street": "Κάλχου", "number": "48"},
        language="el",
    )


@pytest.fixture
def page(world, eleni, qtbot):
    window = world.show(qtbot)
    assert window.open_person(eleni.id)
    person = window.go_to("people").person
    qtbot.waitUntil(lambda: person.presenter.page is not None)
    qtbot.waitUntil(lambda: person.header.name.text() == "Παπαδοπούλου Ελένη")
    return person


def test_somebody_is_found_and_opened_by_keyboard_alone(world, eleni, qtbot):
    window = world.show(qtbot)
    place = window.go_to("people")

    type_text(place.search.field, "papadopoulou")
    qtbot.keyClick(place.search.field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: place.currentWidget() is place.person)
    qtbot.waitUntil(lambda: place.person.header.name.text() == "Παπαδοπούλου Ελένη")
    assert window.top.title.text() == "Person"


def test_the_header_says_number_birth_age_and_the_safe_telephone(page):
    assert page.header.about.text() == "PET-A-2026-00001 · 12/03/1971 · 55 years old · Greek"
    assert page.header.safe.text() == "Safe to call: 697 1234567"


def test_opening_a_page_is_in_the_access_log(world, page):
    assert any('"person.opened"' in record for record in world.audited())


def test_what_looks_odd_is_said_on_the_page(world, page, eleni, qtbot):
    request = Change(eleni.id, birth_date="1980")
    page._office.desk.perform(
        lambda work: registry_changes.change(work, request, now=world.now),
        lambda _done: None,
        lambda error: None,
        owner=page,
    )

    qtbot.waitUntil(lambda: "AMKA" in page.header.warning.text())


def test_check_in_from_the_page_and_not_twice(world, page, qtbot):
    qtbot.waitUntil(page.go.isEnabled)

    page.go.click()

    qtbot.waitUntil(lambda: "here since" in page.header.here.text())
    assert world.stages() == [Stage.WAITING]
    assert not page.go.isEnabled()


def test_visits_stand_newest_first(world, eleni, qtbot):
    for _week in range(3):
        visit = world.check_in(eleni)
        world.do(lambda work, visit=visit: work.visits.save(visit.finish(world.now)))
        world.later(weeks=1)
    window = world.show(qtbot)
    window.open_person(eleni.id)
    visits = window.go_to("people").person.timeline.visits

    qtbot.waitUntil(lambda: visits.rowCount() == 3)

    days = [visits.index(row, 0).data() for row in range(3)]
    assert days == ["07/12/2026", "30/11/2026", "23/11/2026"]
    spoken = visits.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Day: 07/12/2026"


def test_a_copied_number_is_taken_off_the_clipboard_again(page, qtbot):
    copy_amka = next(b for b in page.header.details.buttons if "AMKA" in b.accessibleName())

    copy_amka.click()
    assert QGuiApplication.clipboard().text() == "12037112344"
    assert page.copier.clock.interval() == CLEARED_AFTER_MS == 20_000
    page.copier.clock.timeout.emit()

    assert QGuiApplication.clipboard().text() == ""


def test_what_somebody_else_copied_since_is_left_alone(qapp):
    copier = Copier()
    copier.copy("12037112344")
    QGuiApplication.clipboard().setText("a shopping list")

    copier.clear()

    assert QGuiApplication.clipboard().text() == "a shopping list"


def test_a_form_that_nobody_touched_changes_nothing(world, eleni):
    file = world.do(registry.show, person_id=eleni.id)
    typed = typed_of(file)

    assert is_nothing(change_of(file, typed, typed))


def test_what_the_form_does_not_show_is_kept(world, eleni):
    file = world.do(registry.show, person_id=eleni.id)
    typed = typed_of(file)

    change = change_of(file, typed, replace(typed, phone="6979999999", amka=""))

    assert change.phones == ("6979999999", "210 5065885", "+302310123456")
    assert change.identifiers == ((IdentifierKind.PASSPORT, "X1234567"),)
    assert change.surname is None


def test_a_correction_is_saved_and_stands_in_the_history(world, page, qtbot):
    place = world.window.go_to("people")
    page.edit.click()
    qtbot.waitUntil(lambda: place.currentWidget() is place.edit)
    field = place.edit.form.line("surname")
    field.clear()
    type_text(field, "Βλάχου")

    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: place.currentWidget() is page)
    qtbot.waitUntil(lambda: page.header.name.text() == "Βλάχου Ελένη")
    page.past.click()
    rows = place.past.rows.model()
    qtbot.waitUntil(lambda: rows.rowCount() == 1)
    assert rows.index(0, 0).data() == "Surname: Παπαδοπούλου → Βλάχου"


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_saved(world, page, eleni, qtbot):
    place = world.window.go_to("people")
    page.edit.click()
    qtbot.waitUntil(lambda: place.currentWidget() is place.edit)
    field = place.edit.form.line("birth_date")
    field.setText("31/02/1971")

    place.edit.go.click()

    entry = place.edit.form.entries["birth_date"]
    qtbot.waitUntil(lambda: bool(entry.error.text()))
    assert place.currentWidget() is place.edit
    assert str(world.do(registry.show, person_id=eleni.id).person.birth_date) == "1971-03-12"


def test_a_half_done_correction_waits_while_one_looks_elsewhere(world, page, qtbot):
    place = world.window.go_to("people")
    page.edit.click()
    qtbot.waitUntil(lambda: place.currentWidget() is place.edit)
    place.edit.form.line("given_name").setText("Άννα")

    place.edit.back.click()
    page.edit.click()

    assert place.edit.form.line("given_name").text() == "Άννα"


def test_nobody_elses_data_is_seen_while_a_page_loads(world, page, qtbot):
    other = world.register("Χασάν", "Μαχμούντ")

    page.open(other.id)

    assert page.header.name.text() == ""
    assert not page.go.isEnabled()
    qtbot.waitUntil(lambda: page.header.name.text() == "Χασάν Μαχμούντ")


@pytest.mark.parametrize("role", [Role.DESK, Role.MEDIATOR])
def test_who_may_see_no_files_has_no_such_place(tmp_path, qtbot, role):
    with a_world(tmp_path / "other", role=role) as world:
        person = world.register("Βλάχου", "Άννα")
        window = world.show(qtbot)

        assert "people" not in window.rail.buttons
        assert not window.open_person(person.id)


def test_the_desk_is_led_from_the_palette_to_its_own_search(tmp_path, qtbot):
    with a_world(tmp_path / "other", role=Role.DESK) as world:
        person = world.register("Βλάχου", "Άννα")
        window = world.show(qtbot)
        window.search_everything()
        type_text(window._palette.field, "vlachou")
        qtbot.waitUntil(lambda: bool(window._palette.presenter._results.people))

        qtbot.keyClick(window._palette.field, Qt.Key.Key_Return)

        assert world.search.field.text() == person.number


def test_every_page_fits_the_small_screen_at_twice_the_size(world, page, qtbot):
    window, place = world.window, world.window.go_to("people")
    window.menu.sizes.actions()[-1].trigger()

    for show in (place.find_somebody, lambda: place.setCurrentWidget(page), page.edit.click):
        show()
        qtbot.wait(50)
        assert window.minimumSizeHint().width() <= 1366
        assert window.minimumSizeHint().height() <= 768


def test_age_knows_what_is_not_known(world, qtbot):
    person = world.register("Χ", birth_date="1971")
    window = world.show(qtbot)
    window.open_person(person.id)
    header = window.go_to("people").person.header

    qtbot.waitUntil(lambda: "54–55 years old" in header.about.text())
