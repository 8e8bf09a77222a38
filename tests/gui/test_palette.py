"""Search everything: by name in any spelling, with the keyboard only."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kentro_app.bootstrap.day.hands import type_text
from kentro_app.domain.roles import Role
from kentro_app.gui.cover import Cover
from kentro_app.gui.palette.command import Command, offered
from kentro_app.gui.palette.matching import Matcher, ticket_meant
from kentro_app.services.access import Permission
from kentro_app.services.ports import Actor
from tests.gui.offices import world as a_world

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing the keyboard")

TITLES = {
    "lock": ("Κλείδωμα", "Lock"),
    "sheet": ("Εκτύπωση φύλλου ημέρας", "Print the day's sheet"),
    "dark": ("Εμφάνιση: Σκούρα", "Appearance: Dark"),
}


@pytest.fixture
def world(tmp_path, qtbot):
    with a_world(tmp_path / "centre") as world:
        yield world


@pytest.fixture
def matcher():
    commands = [
        Command(name, str, lambda: None, ("διάλειμμα",) * (name == "lock")) for name in TITLES
    ]
    return Matcher(commands, lambda command: TITLES[command.name])


def open_palette(world, qtbot):
    window = world.window or world.show(qtbot)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window._palette
    qtbot.waitUntil(palette.isVisible)
    return palette


def look_for(world, qtbot, text):
    palette = open_palette(world, qtbot)
    type_text(palette.field, text)
    qtbot.waitUntil(lambda: not palette.presenter._results.pending)
    return palette


def titles(palette):
    return [
        group.rows.model().index(row, 0).data()
        for group in palette.groups.values()
        for row in range(group.rows.model().rowCount())
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "εκτύπωση φύλλου",
        "ΕΚΤΥΠΩΣΗ ΦΥΛΛΟΥ ΗΜΕΡΑΣ",
        "φυλλο εκτ",
        "ektiposi",
        "print",
        "sheet",
        "ημερασ",
    ],
)
def test_a_command_is_found_in_both_languages_and_any_spelling(matcher, typed):
    assert [command.name for command in matcher.find(typed)] == ["sheet"]


@pytest.mark.parametrize(
    ("typed", "meant"), [("λοψκ", "lock"), ("kle;idvma", "lock"), ("διαλ", "lock")]
)
def test_the_other_keyboard_layout_and_keywords_find_it_too(matcher, typed, meant):
    assert [command.name for command in matcher.find(typed)] == [meant]


def test_what_was_used_last_comes_first(matcher):
    names = [command.name for command in matcher.find("", recent=["dark", "sheet"])]

    assert names == ["dark", "sheet", "lock"]


def test_a_better_match_comes_before_what_was_used_last(matcher):
    names = [command.name for command in matcher.find("l", recent=["sheet"])]

    assert names == ["lock"]


def test_nothing_is_found_for_nonsense(matcher):
    assert matcher.find("ξχψω") == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [("A-014", ("A", 14)), ("α14", ("A", 14)), ("Β 3", ("B", 3)), ("014", ("", 14)), ("x", None)],
)
def test_a_ticket_is_meant_by_its_code(text, meant):
    assert ticket_meant(text) == meant


def test_only_what_the_role_may_do_is_offered():
    backup = Command("b", str, lambda: None, permissions=frozenset({Permission.BACK_UP}))
    lock = Command("l", str, lambda: None)

    desk = offered([backup, lock], Actor(None, "x", Role.DESK, None))
    technician = offered([backup, lock], Actor(None, "x", Role.TECHNICIAN, None))

    assert (desk, technician) == ([lock], [backup, lock])


def test_ctrl_k_opens_it_and_escape_gives_the_cursor_back(world, qtbot):
    palette = open_palette(world, qtbot)
    field = world.search.field
    assert palette.field.hasFocus()

    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)

    assert not palette.isVisible()
    assert field.hasFocus()


def test_a_command_runs_on_enter(world, qtbot):
    palette = look_for(world, qtbot, "new pers")

    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert not palette.isVisible()
    assert world.place.title() == "New person"


def test_a_ticket_of_today_is_selected_in_the_queue(world, qtbot):
    world.show(qtbot)
    world.check_in(world.register("Βλάχου", "Άννα"))
    visit = world.check_in(world.register("Χασάν", "Μαχμούντ"))
    world.place.reception.waiting_line.refresh()
    qtbot.waitUntil(lambda: len(world.place.reception.waiting_line.day.rows) == 2)
    palette = look_for(world, qtbot, "α-002")
    assert titles(palette)[0] == "A-002 · Χασάν Μαχμούντ"

    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert world.queue.waiting.visits.rows.current_id() == visit.id


def test_arrows_lead_from_one_group_to_the_next(world, qtbot):
    world.register("Λοκάτος", "Πέτρος")
    palette = look_for(world, qtbot, "lok")
    assert len([g for g in palette.groups.values() if g.isVisible()]) == 2

    for _step in range(9):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)

    assert palette._chosen[0].value == "person"
    assert "Λοκάτος" in palette.field.accessibleDescription()


def test_what_was_found_is_not_kept_behind_a_closed_palette(world, qtbot):
    world.register("Βλάχου", "Άννα")
    palette = look_for(world, qtbot, "vlachou")
    assert "Βλάχου Άννα" in titles(palette)

    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)

    assert titles(palette) == []
    assert palette.presenter._results.people == ()


def test_it_does_not_open_over_the_cover(world, qtbot, lane):
    window = world.show(qtbot)
    cover = Cover(window, "eleni", lambda _password: None, lane.run)
    cover.cover_up()

    window.search_everything()

    assert window._palette is None


@pytest.mark.parametrize("role", [Role.DPO, Role.TECHNICIAN])
def test_who_may_find_nobody_finds_nobody(tmp_path, qtbot, role):
    with a_world(tmp_path / "other", role=role) as world:
        palette = look_for(world, qtbot, "β")

        assert not palette.groups[list(palette.groups)[2]].isVisible()
        assert not any("person" in entry for entry in world.audited() if "searched" in entry)


def test_nothing_found_is_said(world, qtbot):
    palette = look_for(world, qtbot, "ξχψω")

    assert palette.remark.text() == "Nothing of this name was found."


def test_in_desk_mode_it_offers_no_files_and_nothing_to_administer(world, qtbot):
    world.register("Βλάχου", "Άννα")
    window = world.show(qtbot)
    desk_mode = replace(window.office.actor, desk_mode=True)
    window.furnish(replace(window.office, actor=desk_mode))

    palette = open_palette(world, qtbot)
    offered_names = {known.command.name for known in palette.presenter._matcher._known}

    assert "reception.new_person" in offered_names
    assert not {"people.find", "place.people", "place.administration"} & offered_names
    assert not window.open_person(world.register("Χασάν").id)


def test_what_the_palette_found_is_gone_when_the_mode_changes(world, qtbot):
    world.register("Βλάχου", "Άννα")
    palette = look_for(world, qtbot, "vlachou")
    assert "Βλάχου Άννα" in titles(palette)

    world.window.furnish(world.window.office)

    assert world.window._palette is not palette
    assert not palette.isVisible()
