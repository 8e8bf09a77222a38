from datetime import date

import pytest

from kentro_app.domain.ids import new_id
from kentro_app.domain.sex import Sex
from kentro_app.gui.people.review import _doubts, _problems, without
from kentro_app.gui.people.typed import Typed, begin
from kentro_app.i18n.messages import explain

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("παπαδοπούλου ελένη", {"surname": "Παπαδοπούλου", "given_name": "Ελένη"}),
        ("Παπαδοπούλου", {"surname": "Παπαδοπούλου"}),
        ("shevchenko olena", {"surname": "Shevchenko", "given_name": "Olena"}),
        ("McDonald anne marie", {"surname": "McDonald", "given_name": "Anne Marie"}),
        ("697 123 4567", {"phone": "697 123 4567"}),
        ("+355 69 123 4567", {"phone": "+355 69 123 4567"}),
        ("01013099997", {"amka": "01013099997"}),
        ("010130 99997", {"amka": "010130 99997"}),
        ("01013099999", {"phone": "01013099999"}),
        ("χασάν 6971234567", {"surname": "Χασάν", "phone": "6971234567"}),
        ("", {}),
        ("   ", {}),
    ],
)
def test_what_was_searched_goes_to_the_right_fields(typed, fields):
    assert begin(typed) == Typed(**fields)


def test_a_hasty_name_gets_capitals_and_a_chosen_spelling_stays():
    assert begin("van der berg").surname == "Van"
    assert begin("ΝΙΚΟΛΑΪΔΗΣ παναγιώτης").surname == "ΝΙΚΟΛΑΪΔΗΣ"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("surname", "", "must be filled in"),
        ("surname", "Ω" * 10_000, "too long"),
        ("given_name", "a\u202eb", "invisible character"),
        ("father_name", "Γιώρ\x00γος", "invisible character"),
        ("birth_date", "31/02/1971", "is not a date"),
        ("birth_date", "1/1/2030", "in the future"),
        ("phone", "697", "too short"),
        ("phone2", "κάτι", "not a telephone number"),
        ("amka", "01013099999", "mistyped"),
        ("adt", "12", "identity card"),
        ("municipality", "Π" * 300, "too long"),
    ],
)
def test_each_field_is_found_fault_with_by_itself(field, value, said):
    sound = {"surname": "Χ"}
    problems = _problems(Typed(**{**sound, field: value}), TODAY)

    assert list(problems) == [field]
    assert said in explain(problems[field])


@pytest.mark.parametrize("name", ["'; DROP TABLE persons; --", '" OR *', "NEAR(", "names:", "=1+1"])
def test_strange_names_are_names(name):
    assert _problems(Typed(surname=name, given_name=name), TODAY) == {}


def test_what_contradicts_itself_is_doubted_not_refused():
    typed = Typed(
        surname="AΝΝΑ",  # a Latin A
        birth_date="12/03/1971",
        sex=Sex.F,
        amka="01013099997",
        phone="6851234567",
    )

    assert _problems(typed, TODAY) == {}
    doubts = {name: doubt.code for name, doubt in _doubts(typed, TODAY).items()}
    assert doubts == {
        "surname": "mixed_script",
        "amka": "amka_date_differs",
        "phone": "not_a_greek_mobile",
    }


def test_a_part_of_a_date_is_a_date():
    for text in ("1971", "3/1971", "197X", "12/03/1971", "1971-03"):
        assert _problems(Typed(surname="Χ", birth_date=text), TODAY) == {}


def test_wrong_fields_are_left_out_of_the_comparison():
    typed = Typed(surname="Χ", phone="697", amka="01013099997")

    sound = without(typed, _problems(typed, TODAY)).registration(new_id())

    assert sound.phones == ()
    assert [number for _kind, number in sound.identifiers] == ["01013099997"]
