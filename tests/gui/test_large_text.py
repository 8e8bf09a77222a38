"""At twice the size of text every place still fits the small screen, in both languages."""

import pytest

from kentro_app.gui.style import look
from kentro_app.gui.theme import DARK, Theme
from tests.gui.offices import NINE
from tests.gui.offices import world as a_world

ROOM = (1366, 768)


def pages_of(world):
    """Everything there is to see in the window, as what shows it."""
    window, desk = world.window, world.place
    person = world.register("Παπακωνσταντίνου-Χατζηαναγνώστου", "Αικατερίνη")
    visit = world.check_in(person)
    for section in ("today", "people", "administration"):
        yield section, lambda section=section: window.go_to(section)
    administration = window.go_to("administration")
    for section in administration.sections:
        kind = type(section)
        yield kind.__name__, lambda kind=kind: administration.show_section(kind)
    yield "reception", lambda: window.go_to("reception")
    yield "new person", desk.open_new_person
    yield "anonymous", desk.open_anonymous
    yield "contact record", lambda: desk.contacts.open(visit.id)
    yield "sheet", desk.open_sheet
    yield "a day on paper", lambda: desk.papers.open_day(NINE.date())
    yield "person", lambda: window.open_person(person.id)
    yield "the correction of a person", lambda: window.go_to("people").person.edit.click()


@pytest.mark.parametrize("language", [0, 1], ids=["el", "en"])
def test_every_place_fits_the_small_screen_at_twice_the_size(qtbot, tmp_path, language):
    with a_world(tmp_path / "centre") as world:
        window = world.show(qtbot)
        window.menu.languages.actions()[language].trigger()
        look().wear(Theme(DARK, 2.0))
        wide = []

        for name, show in pages_of(world):
            show()
            qtbot.wait(60)
            needed = window.minimumSizeHint()
            if needed.width() > ROOM[0] or needed.height() > ROOM[1]:
                wide.append(f"{name}: {needed.width()}×{needed.height()}")
            window.resize(*ROOM)

        assert wide == []
