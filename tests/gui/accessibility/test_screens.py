"""Every screen there is a picture of, for whoever cannot see it, see it well, or hold a mouse.

Names, roles, the way of the Tab key, rows of lists, contrast, focus, and room for the words up to
200 %. What each check finds is planted in `test_checks.py`.
"""

import pytest

from tests.gui.accessibility import colours, focus, names, order, room, rows
from tests.gui.accessibility.looking import brought
from tests.pictures.screens import SCREENS

WORDS = (
    names.nameless,
    names.odd_roles,
    names.unspoken_words,
    rows.silent_rows,
    rows.half_said_rows,
    rows.columns_without_names,
    rows.unread_rows,
)
ROOM = (room.too_large, room.cut_words, room.cut_by_parents, room.overlaps)
KEYS = (order.traps, order.unreached, order.out_of_order)
COLOURS = (
    colours.pale_words,
    colours.see_through_words,
    colours.wordless_states,
    colours.faint_borders,
    focus.invisible_focus,
)
KNOWN = {
    # the grid of a day on paper keeps Tab for its cells, as tables for typing do
    "paper-day": (order.traps, order.unreached, order.out_of_order),
    # at twice the size the list of roles shows the whole of a long role only when it is open
    "new-user": (room.cut_words,),
    # the hint of a field is cut; the field's name, which a reader hears, is not
    "requests": (room.cut_words,),
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_can_be_heard_read_and_worked_with_keys(name):
    with brought(SCREENS[name], "el", 100) as window:
        found = findings(window, (*ROOM, *COLOURS, *WORDS, *KEYS), name)

    assert found == []


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_has_room_for_letters_of_twice_the_size(name):
    with brought(SCREENS[name], "el", 200) as window:
        found = findings(window, ROOM, name)

    assert found == []


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_is_as_good_in_english(name):
    with brought(SCREENS[name], "en", 200) as window:
        found = findings(window, (*ROOM, *WORDS), name)

    assert found == []


def findings(window, checks, name):
    """What the checks find, each named by its check; what is known of a screen is left out."""
    wanted = [check for check in checks if check not in KNOWN.get(name, ())]
    return [f"{check.__name__}: {words}" for check in wanted for words in check(window)]
