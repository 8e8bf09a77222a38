import pytest
from PySide6.QtCore import Qt

from kentro_app.domain.roles import Role
from kentro_app.domain.visits import Stage
from kentro_app.services import registry
from kentro_app.services.access import NotAllowed
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")

HOSTILE = ("Ω" * 10_000, "'; DROP TABLE persons; --", '" OR *', "NEAR(", "names:", "a\x00b\u202e")


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.eleni = world.register(
            "Παπαδοπούλου", "Ελένη", birth_date="12/03/1971", phones=("6971234567",)
        )
        world.show(qtbot)
        yield world


def new_person(world, typed=""):
    world.place.open_new_person(typed)
    return world.place.new_person


def candidates(view):
    model = view.candidates.rows.model()
    return [model.index(i, 0).data() for i in range(model.rowCount())]


def people(world):
    with world.centre.store.view() as work:
        return [found.surname for found in work.persons.find("χασαν", 10)]


def test_what_was_typed_into_the_search_is_in_the_form(world):
    world.search.field.setText("χασάν μοχάμεντ")

    world.search.new.click()

    view = world.place.new_person
    assert view.isVisible()
    assert view.form.line("surname").text() == "Χασάν"
    assert view.form.line("given_name").text() == "Μοχάμεντ"


def test_ctrl_enter_registers_and_checks_in_at_once(qtbot, world):
    view = new_person(world, "χασάν μοχάμεντ")

    qtbot.keyClick(
        view.form.line("surname"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )

    qtbot.waitUntil(lambda: world.waiting() == ["Χασάν"])
    qtbot.waitUntil(lambda: world.place.currentWidget() is world.place.reception)
    assert "PET-A-2026-00002" in world.window.toast._words.text()
    assert view.form.typed().is_empty


def test_the_check_in_of_a_new_person_can_be_taken_back(qtbot, world):
    new_person(world, "χασάν μοχάμεντ").go.click()
    qtbot.waitUntil(lambda: world.window.toast.isVisible())

    world.window.toast._button.click()

    qtbot.waitUntil(lambda: world.stages() == [Stage.CANCELLED])


def test_somebody_can_be_registered_without_waiting(qtbot, world):
    new_person(world, "χασάν μοχάμεντ").only.click()

    qtbot.waitUntil(lambda: people(world) == ["Χασάν"])
    assert world.rows() == []


def test_whoever_is_known_appears_while_typing_with_the_reasons(qtbot, world):
    view = new_person(world, "papadopoulou eleni")
    view.form.line("phone").setText("697 1234567")

    qtbot.waitUntil(lambda: candidates(view) == ["Παπαδοπούλου Ελένη · born 1971"])

    qtbot.waitUntil(lambda: "same telephone" in view.candidates.about.text())


def test_the_known_one_is_checked_in_instead(qtbot, world):
    view = new_person(world, "παπαδοπούλου ελένη")
    qtbot.waitUntil(lambda: candidates(view) != [])

    view.candidates.open.click()

    qtbot.waitUntil(lambda: world.waiting() == ["Παπαδοπούλου"])
    assert world.rows()[0].visit.person_id == world.eleni.id
    assert view.form.typed().is_empty


def test_a_field_is_found_fault_with_only_after_somebody_left_it(qtbot, world):
    view = new_person(world, "Χασάν")
    entry = view.form.entries["phone"]
    view.form.line("phone").setText("697")
    qtbot.waitUntil(lambda: "phone" in view.presenter._review.problems)
    assert not entry.error.isVisible()

    view.form.line("phone").editingFinished.emit()

    assert entry.error.isVisible()
    view.form.line("phone").setText("6971112223")
    qtbot.waitUntil(lambda: not entry.error.isVisible())


def test_registering_with_a_fault_says_what_and_goes_there(qtbot, world):
    view = new_person(world, "Χασάν")
    view.form.line("birth_date").setText("τότε")

    view.go.click()

    qtbot.waitUntil(lambda: view.form.entries["birth_date"].error.isVisible())
    assert view.form.line("birth_date").hasFocus()
    assert world.rows() == []
    assert view.go.isEnabled()


def test_an_oddity_is_a_hint_and_no_hindrance(qtbot, world):
    view = new_person(world, "Χασάν")
    view.form.line("phone").setText("6851234567")
    qtbot.waitUntil(lambda: view.form.entries["phone"].hint.isVisible())

    view.go.click()

    qtbot.waitUntil(lambda: world.waiting() == ["Χασάν"])


def test_esc_goes_back_and_keeps_what_was_typed(qtbot, world):
    view = new_person(world, "χασάν")
    view.form.line("father_name").setText("Αλή")

    qtbot.keyClick(view.form.line("father_name"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: world.place.currentWidget() is world.place.reception)
    new_person(world)

    assert view.form.line("father_name").text() == "Αλή"
    new_person(world, "Βλάχου")
    assert view.form.line("father_name").text() == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_are_refused_in_words_or_kept_as_they_are(qtbot, world, text):
    view = new_person(world)
    view.form.line("surname").setText(text)
    view.form.line("given_name").setText(text)

    view.go.click()

    error = view.form.entries["surname"].error
    qtbot.waitUntil(lambda: error.isVisible() or world.rows() != [])
    kept = [row.surname for row in world.rows()]
    assert kept == ([] if error.isVisible() else [text])


def test_the_desk_registers_but_does_not_read_files(tmp_path, qtbot):
    with a_world(tmp_path / "other", role=Role.DESK) as world:
        person = world.register("Χασάν")

        with pytest.raises(NotAllowed):
            world.do(registry.show, person_id=person.id)
