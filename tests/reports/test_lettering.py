"""Any text becomes one line that the font can draw and the column can hold."""

from hypothesis import given
from hypothesis import strategies as st

from kentro_app.reports.lettering import (
    BOLD,
    MEDIUM,
    REGULAR,
    covered,
    drawable,
    fitted,
    folded,
    one_line,
    width,
)


def test_all_three_weights_know_greek_in_both_accent_systems_and_the_neighbours_letters():
    letters = "ΆάΐΰϊϋώςἈᾷῷ ËëçÇăşğš ІїєґЖя …–«»€№"

    assert [font for font in (REGULAR, MEDIUM, BOLD) if not covered(letters, font)] == []


def test_an_accent_typed_as_its_own_mark_joins_its_letter():
    assert drawable("Ελε\u0301νη") == "Ελένη"


def test_control_characters_and_line_ends_become_single_spaces():
    assert one_line("Μαρία\r\n\t\x00 Χασάν\u2028!") == "Μαρία Χασάν !"


def test_marks_that_turn_the_direction_around_vanish():
    assert one_line("abc\u202egpj.exe\u200b") == "abcgpj.exe"


def test_a_script_without_letters_in_the_font_gives_way_to_its_transliteration():
    assert drawable("محمد عبد الله", "Mohamed Abdallah") == "Mohamed Abdallah"


def test_without_a_transliteration_each_foreign_word_shows_as_one_visible_mark():
    assert drawable("Άννα محمد 漢字") == "Άννα [?] [?]"


def test_a_transliteration_that_cannot_be_drawn_either_is_not_taken():
    assert drawable("محمد", "漢字") == "[?]"


def test_a_name_that_the_font_has_is_never_replaced():
    assert drawable("Παπαδοπούλου", "Papadopoulou") == "Παπαδοπούλου"


def test_a_short_text_keeps_all_its_letters():
    assert fitted("Ελένη", 500, REGULAR, 10) == "Ελένη"


def test_a_name_of_ten_thousand_letters_ends_within_its_column():
    shown = fitted(drawable("Παπα" * 2500), 140, REGULAR, 10)

    assert shown.endswith("…")
    assert 120 < width(shown, REGULAR, 10) <= 140


def test_a_long_name_breaks_after_a_hyphen():
    room = width("Παπακωνσταντίνου-Χα", REGULAR, 9)

    assert folded("Παπακωνσταντίνου-Χατζή Άννα", room, REGULAR, 9) == (
        "Παπακωνσταντίνου-",
        "Χατζή Άννα",
    )


def test_a_long_name_breaks_between_words():
    room = width("Παπακωνσταντίνου-Χατζή", REGULAR, 9)

    assert folded("Παπακωνσταντίνου-Χατζή Άννα", room, REGULAR, 9) == (
        "Παπακωνσταντίνου-Χατζή",
        "Άννα",
    )


def test_a_text_that_fits_stays_on_one_line():
    assert folded("Χασάν Μαρία", 500, REGULAR, 9) == ("Χασάν Μαρία",)


def test_the_replacement_mark_itself_can_be_drawn():
    assert covered(drawable("漢"))


@given(st.text(max_size=400), st.text(max_size=40))
def test_whatever_comes_in_can_be_drawn_on_one_line(text: str, latin: str):
    line = drawable(text, latin)

    assert covered(line)
    assert line.isprintable()


@given(st.text(max_size=400), st.floats(min_value=30, max_value=300))
def test_whatever_comes_in_stays_within_its_column(text: str, room: float):
    lines = folded(drawable(text), room, REGULAR, 9)

    assert len(lines) <= 2
    assert all(width(line, REGULAR, 9) <= room for line in lines)
