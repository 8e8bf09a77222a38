import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentro_app.domain.fold import fold, sort_key, upper, words
from tests.domain.strategies import greek_names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ"),
        ("Μαΐου", "ΜΑΪΟΥ"),
        ("Μαΐου", "μαιου"),
        ("Ἀθῆναι", "Αθήναι"),
        ("ᾠδή", "ωιδη"),
        ("\u00b5", "μ"),
        ("\u2126", "Ω"),
        ("Μου\u0301σα", "Μούσα"),
        ("Çelik", "celik"),
        ("Stra\u00dfe", "STRASSE"),
        ("\u0645\u064f\u062d\u0645\u062f", "\u0645\u062d\u0645\u062f"),
        ("Παπ\u00adάς\u200b", "παπας"),
    ],
)
def test_spellings_that_a_reader_takes_for_one_fold_alike(one, other):
    assert fold(one) == fold(other)


def test_the_fold_keeps_apart_what_differs_in_letters():
    assert fold("Γεώργιος") != fold("Γεωργία")


@given(st.text())
def test_folding_twice_changes_nothing(text):
    once = fold(text)

    assert fold(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_korean_syllables_are_put_together_again():
    assert fold("한국") == "한국"


@given(greek_names())
def test_case_and_accents_do_not_matter_to_the_fold(name):
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))

    assert fold(name) == fold(name.upper()) == fold(name.lower()) == fold(bare)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_words_are_runs_of_letters_and_digits():
    found = words("Παπαδοπούλου-Γεωργίου, Μαρ'γιανα (ΑΒ 123456)*\"; DROP")

    assert found == ["παπαδοπουλου", "γεωργιου", "μαρ", "γιανα", "αβ", "123456", "drop"]


def test_an_apostrophe_splits_a_word_whichever_way_it_is_written():
    assert words("Мар'яна") == words("Мар\u2019яна") == words("Мар\u02bcяна")


def test_vowel_signs_do_not_break_a_word():
    assert len(words("বাংলা")) == 1


def test_names_sort_as_in_a_greek_telephone_book():
    names = ["Smith", "ωραία", "Ωραιοπούλου", "άνω", "Ζωή", "ΑΝΝΑ", "Олена", "Ανδρέας", "Đoka"]

    ordered = sorted(names, key=sort_key)

    assert ordered == [
        *("Ανδρέας", "ΑΝΝΑ", "άνω", "Ζωή", "ωραία", "Ωραιοπούλου"),
        *("Đoka", "Smith", "Олена"),
    ]


def test_a_short_name_sorts_before_a_longer_one_that_begins_with_it():
    assert sort_key("Παπάς Ωραία") < sort_key("Παπάσογλου Άννα")


@pytest.mark.parametrize(
    ("text", "capitals"),
    [
        ("Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ"),
        ("Μάιος", "ΜΑΪΟΣ"),
        ("Μαΐου", "ΜΑΪΟΥ"),
        ("ΜΆΙΟΣ", "ΜΑΪΟΣ"),
        ("Ταΰγετος", "ΤΑΫΓΕΤΟΣ"),
        ("άυλος", "ΑΫΛΟΣ"),
        ("Ευαγγελία Ηλίου", "ΕΥΑΓΓΕΛΙΑ ΗΛΙΟΥ"),
        ("Εύα", "ΕΥΑ"),
        ("Ἀθῆναι", "ΑΘΗΝΑΙ"),
        ("José Ñandú", "JOSÉ ÑANDÚ"),
    ],
)
def test_capitals_lose_accents_and_keep_or_gain_the_dialytika_they_need(text, capitals):
    assert upper(text) == capitals


@given(greek_names())
def test_capitals_are_the_same_word(name):
    assert fold(upper(name)) == fold(name)
