"""Script 3 of the domain brief: somebody new, with identity card and ΑΜΚΑ, and the notice."""

import pytest
from PySide6.QtCore import Qt

from kentro_app.domain.identifiers import IdentifierKind
from kentro_app.gui.papers import Format
from kentro_app.gui.people.view import NewPersonView
from kentro_app.reports.render import page_texts
from kentro_app.reports.slip_pdf import notice_line
from tests.gui.conftest import dressed, light_look, qapp_args  # noqa: F401 - fixtures
from tests.gui.offices import world as a_world
from tests.journeys.keyboard import CTRL, ENTER, SHIFT, press, retype, tab_to, write

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise")

AMKA = "010130 99997"  # the first of January of a year that ends in 30
LATIN_ID = "AB 123456"


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        world.show(qtbot)
        yield world


def form_for(qtbot, world, typed):
    press(qtbot, Qt.Key.Key_F2)
    write(typed)
    press(qtbot, Qt.Key.Key_N, modifier=CTRL)
    qtbot.waitUntil(lambda: isinstance(world.place.currentWidget(), NewPersonView))
    return world.place.new_person.form


def slip(qtbot, world, path):
    """The slip of whoever was checked in last, by its key, as a file."""
    tab_to(qtbot, world.queue.waiting.visits.rows)
    press(qtbot, Qt.Key.Key_P, modifier=CTRL | SHIFT)
    sheet = world.place.sheet
    qtbot.waitUntil(lambda: sheet.preview.pages == 1)
    sheet.choose_file = lambda parent, proposed, ending: path
    sheet._save(Format.PDF)
    qtbot.waitUntil(path.exists)
    return " ".join(page_texts(path.read_bytes())[0].split())


def held(world):
    with world.centre.store.view() as work:
        found = work.persons.find("βέργου", 1)[0]
        file = work.persons.file(found.id)
    return file, {each.kind: each.value for each in file.identifiers}


def test_a_full_registration(qtbot, world, tmp_path):
    form = form_for(qtbot, world, "βέργου ασπασία")
    amka, born = form.entries["amka"], form.entries["birth_date"]

    # the century is asked for, and not guessed from the ΑΜΚΑ
    retype(qtbot, form.line("amka"), AMKA)
    retype(qtbot, form.line("birth_date"), "1/1/30")
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.waitUntil(born.error.isVisible)
    assert "“1/1/30” is not a date" in born.error.text()
    assert "all four digits" in born.error.text()

    # the date is compared with what the ΑΜΚΑ says
    retype(qtbot, form.line("birth_date"), "2/1/1930")
    qtbot.waitUntil(amka.hint.isVisible)
    assert "another date of birth" in amka.hint.text()
    retype(qtbot, form.line("birth_date"), "1/1/1930")
    qtbot.waitUntil(amka.hint.isHidden)

    retype(qtbot, form.line("adt"), LATIN_ID)
    press(qtbot, ENTER, modifier=CTRL)
    qtbot.waitUntil(lambda: world.waiting() == ["Βέργου"])

    file, numbers = held(world)
    assert file.person.birth_date.text == "1930-01-01"
    assert numbers[IdentifierKind.ADT] == "ΑΒ123456"  # Greek letters, though Latin were typed
    assert numbers[IdentifierKind.AMKA] == "01013099997"
    assert file.person.number == "PET-A-2026-00001"
    qtbot.waitUntil(lambda: file.person.number in world.window.toast._words.text())

    text = slip(qtbot, world, tmp_path / "slip.pdf")
    assert notice_line() in text
    assert "A-001" in text
    assert "Βέργου" not in text  # whoever finds it learns that somebody came, not who


@pytest.mark.parametrize("typed", ["ΑΒ123456", "αβ 123456", "AB123456", "ab 123456"])
def test_the_card_is_found_again_in_either_alphabet(qtbot, world, typed):
    person = world.register("Βέργου", identifiers=((IdentifierKind.ADT, LATIN_ID),))

    press(qtbot, Qt.Key.Key_F2)
    write(typed)

    qtbot.waitUntil(lambda: world.search.hits.current_id() == person.id)
