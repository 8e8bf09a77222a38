import pytest
from hypothesis import given

from kentro_app.domain.doubts import Doubt
from kentro_app.domain.identifiers import (
    Identifier,
    IdentifierKind,
    InvalidIdentifier,
    canonical,
    display,
    doubts,
)
from kentro_app.domain.partial_dates import PartialDate
from kentro_app.domain.sex import Sex
from kentro_app.domain.text import TooLong, UnprintableText
from tests.domain.strategies import afms, amkas

K = IdentifierKind


@pytest.mark.parametrize(
    ("kind", "raw", "kept"),
    [
        (K.AMKA, "010130 99997", "01013099997"),
        (K.AMKA, "150990-12344", "15099012344"),
        (K.AMKA, "٠١٠١٣٠٩٩٩٩٧", "01013099997"),
        (K.AFM, "094259216", "094259216"),
        (K.AFM, "EL 094259216", "094259216"),
        (K.AFM, "ΕΛ090000045", "090000045"),
        (K.ADT, "AB 123456", "ΑΒ123456"),
        (K.ADT, "αβ-123456", "ΑΒ123456"),
        (K.ADT, "Σ 123456", "Σ123456"),
        (K.ADT, "A12345678", "Α12345678"),
        (K.PA, "12k094259216", "12Κ094259216"),
        (K.PA, "ΑΒΓ 094259216", "ΑΒΓ094259216"),
        (K.PAAYPA, "12 34 56", "123456"),
        (K.PAAYPA, "123456789012", "123456789012"),
        (K.PASSPORT, "ΑΕ 1234567", "AE1234567"),
        (K.OTHER, "  ΔΙΚΑ  12/2024 ", "ΔΙΚΑ 12/2024"),
    ],
)
def test_every_way_of_writing_a_number_comes_to_one_form(kind, raw, kept):
    assert canonical(kind, raw) == kept


@pytest.mark.parametrize(
    ("kind", "raw", "reason"),
    [
        (K.AMKA, "", "empty"),
        (K.AMKA, "01013099999", "checksum"),
        (K.AMKA, "1013099997", "length"),
        (K.AMKA, "0101309999Α", "shape"),
        (K.AMKA, "00000000000", "zero"),
        (K.AMKA, "31029012346", "date"),
        (K.AFM, "000000000", "zero"),
        (K.AFM, "94259216", "length"),
        (K.AFM, "094259217", "checksum"),
        (K.AFM, "09425921Χ", "shape"),
        (K.ADT, "ΑΒ12345", "shape"),
        (K.ADT, "ΑΒΓ123456", "shape"),
        (K.ADT, "123456", "shape"),
        (K.PA, "12Κ094259217", "afm"),
        (K.PA, "12Κ000000000", "afm"),
        (K.PA, "1Κ094259216", "shape"),
        (K.PAAYPA, "12345", "shape"),
        (K.PAAYPA, "1234567890123", "shape"),
        (K.PASSPORT, "--", "shape"),
        (K.OTHER, "  ", "empty"),
    ],
)
def test_what_cannot_be_such_a_number_is_refused_with_the_reason(kind, raw, reason):
    with pytest.raises(InvalidIdentifier) as refused:
        canonical(kind, raw)

    assert refused.value.field == "identifiers"
    assert refused.value.facts == {"kind": kind.value, "reason": reason}


def test_a_refusal_never_carries_the_number_itself():
    with pytest.raises(InvalidIdentifier) as refused:
        canonical(K.AMKA, "01013099999")

    assert "01013099999" not in repr(refused.value) + repr(refused.value.facts)


@pytest.mark.parametrize("kind", K)
def test_control_characters_and_books_are_no_numbers(kind):
    with pytest.raises(UnprintableText):
        canonical(kind, "12\u202e34")
    with pytest.raises(TooLong):
        canonical(kind, "1" * 10_000)


@given(amkas())
def test_canonical_amka_are_idempotent(number):
    once = canonical(K.AMKA, f" {number[:6]} {number[6:]}")

    assert canonical(K.AMKA, once) == once == number


@given(afms())
def test_canonical_afm_and_the_personal_number_around_it_are_idempotent(number):
    personal = canonical(K.PA, f"a1b {number}")

    assert canonical(K.AFM, number) == number
    assert canonical(K.PA, personal) == personal


@pytest.mark.parametrize(
    ("kind", "raw"), [(K.ADT, "x-123456"), (K.PASSPORT, "ß 12ñ"), (K.OTHER, "α  β")]
)
def test_canonical_letters_are_idempotent(kind, raw):
    once = canonical(kind, raw)

    assert canonical(kind, once) == once


def test_an_amka_is_shown_so_that_the_birthday_can_be_read_back():
    assert display(Identifier(K.AMKA, "15099012344")) == "150990 12344"
    assert display(Identifier(K.ADT, "ΑΒ123456")) == "ΑΒ 123456"
    assert display(Identifier(K.AFM, "094259216")) == "094259216"


MAN_OF_1985 = Identifier(K.AMKA, "21118501234")
WRONG_DATE = Doubt("identifiers", "amka_date_differs")
WRONG_SEX = Doubt("identifiers", "amka_sex_differs")


@pytest.mark.parametrize(
    ("born", "sex", "expected"),
    [
        ("1985-11-21", Sex.M, []),
        ("1985-11-22", Sex.M, [WRONG_DATE]),
        ("1985-11-21", Sex.F, [WRONG_SEX]),
        ("1986-11-21", Sex.F, [WRONG_DATE, WRONG_SEX]),
        ("1985-11", Sex.U, []),
        ("1985-10", Sex.U, [WRONG_DATE]),
        ("1985", Sex.X, []),
        ("1984", Sex.X, [WRONG_DATE]),
        ("198X", Sex.M, []),
        ("197X", Sex.M, [WRONG_DATE]),
        (None, Sex.U, []),
    ],
)
def test_an_amka_at_odds_with_the_record_is_doubted_not_refused(born, sex, expected):
    birth_date = PartialDate(born) if born else None

    assert doubts(MAN_OF_1985, birth_date=birth_date, sex=sex) == expected


def test_the_century_is_never_read_out_of_an_amka():
    child = Identifier(K.AMKA, canonical(K.AMKA, "05071500119"))

    assert doubts(child, birth_date=PartialDate("2015-07-05"), sex=Sex.M) == []
    assert doubts(child, birth_date=PartialDate("1915-07-05"), sex=Sex.M) == []


def test_09_and_90_changed_places_is_caught_by_the_birthday():
    both_pass = ["15099012344", "15090912344"]

    found = [
        doubts(Identifier(K.AMKA, canonical(K.AMKA, number)), birth_date=born, sex=Sex.U)
        for number in both_pass
        for born in [PartialDate("1990-09-15")]
    ]

    assert found == [[], [WRONG_DATE]]


def test_other_numbers_say_nothing_about_birth():
    afm = Identifier(K.AFM, "094259216")

    assert doubts(afm, birth_date=PartialDate("1985"), sex=Sex.F) == []
