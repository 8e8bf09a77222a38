import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentro_app.domain.text import (
    Missing,
    TooLong,
    UnprintableText,
    clean,
    mixed_script,
    wrong_layout,
)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  Παπα \t δοπούλου\u00a0 Άννα \n", "Παπα δοπούλου Άννα"),
        ("Ώραꓽ 9", "Ώρα: 9"),
        ("Παπά\u2010Νίκου", "Παπά-Νίκου"),
        ("O\u2019Neill", "O'Neill"),
        ("Α\u0301ννα", "Άννα"),
        ("Άν\u00adνα\ufeff\u200e", "Άννα"),
        ("'; DROP TABLE persons; --", "'; DROP TABLE persons; --"),
        ("=SUM(A1)", "=SUM(A1)"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_text_is_kept_as_it_was_meant(raw, kept):
    assert clean(raw, field="surname") == kept


@pytest.mark.parametrize(
    ("raw", "character"),
    [
        ("Α\u0000Β", "U+0000"),
        ("Α\u001bΒ", "U+001B"),
        ("Α\u202eΒ", "U+202E"),
        ("Α\u2066Β", "U+2066"),
        ("Α\ud800Β", "U+D800"),
        ("Α\nΒ", "U+000A"),
        ("Α\u2028Β", "U+000A"),
        ("Α\U000e0041Β", "U+E0041"),
    ],
)
def test_what_cannot_be_seen_or_turns_the_line_is_refused(raw, character):
    with pytest.raises(UnprintableText) as refused:
        clean(raw, field="surname")

    assert (refused.value.field, refused.value.facts) == ("surname", {"character": character})


def test_lines_are_kept_where_lines_belong():
    cleaned = clean("α  \r\n\n\n\n\u2028 β ", field="note", multiline=True)

    assert cleaned == "α\n\nβ"


def test_exactly_the_longest_is_accepted_and_one_more_is_not():
    assert clean("α" * 200, field="surname") == "α" * 200
    with pytest.raises(TooLong) as refused:
        clean("α" * 201, field="surname")

    assert refused.value.facts == {"longest": 200}


@pytest.mark.parametrize("length", [10_000, 50_000_000])
def test_a_pasted_book_is_refused_at_once(length):
    with pytest.raises(TooLong):
        clean("x" * length, field="surname")


@pytest.mark.parametrize("raw", ["", "  ", "\u200b\n"])
def test_blank_is_missing_only_where_something_is_required(raw):
    assert clean(raw, field="surname") == ""
    with pytest.raises(Missing):
        clean(raw, field="surname", required=True)


@given(st.text(max_size=60), st.booleans())
def test_cleaning_twice_changes_nothing(raw, multiline):
    try:
        once = clean(raw, field="note", multiline=multiline)
    except UnprintableText:
        return

    assert clean(once, field="note", multiline=multiline) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("AΝΝΑ", "ΑΝΝΑ"),
        ("Maρία", "Μαρία"),
        ("Iωάννης", "Ιωάννης"),
        ("JΟHN", "JOHN"),
        ("AΝΝΑ-Maρία Smith", "ΑΝΝΑ-Μαρία Smith"),
    ],
)
def test_a_word_of_two_alphabets_is_offered_in_one(typed, offered):
    assert mixed_script(typed) == offered


@pytest.mark.parametrize("typed", ["Άννα", "Anna", "Άννα Smith", "Σmith", "Олена", "", "12"])
def test_nothing_is_offered_where_one_alphabet_will_do_or_none_can(typed):
    assert mixed_script(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fvtia", "φωτια"),
        ("fvti;a", "φωτιά"),
        ("Papad;opoylow", "Παπαδόπουλος"),
        (";Anna", "Άννα"),
        ("Ma;:ioy", "Μαΐου"),
        ("Σμιτη", "Smith"),
    ],
)
def test_text_from_the_other_keyboard_layout_is_turned(typed, meant):
    assert wrong_layout(typed) == meant


@pytest.mark.parametrize("typed", ["", "210 5065885", "Άννα Smith", "Олена"])
def test_nothing_is_turned_without_letters_of_just_one_layout(typed):
    assert wrong_layout(typed) is None


@given(st.text(alphabet="αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ", min_size=1))
def test_turning_greek_forth_and_back_gives_the_same_text(text):
    assert wrong_layout(wrong_layout(text)) == text
