import pytest
from hypothesis import given

from kentro_app.domain.doubts import Doubt
from kentro_app.domain.phones import InvalidPhone, digits, display, doubts, parse
from tests.domain.strategies import greek_phones


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("210-50.65.885", "+302105065885"),
        ("00306971234567", "+306971234567"),
        ("697 123 45 67", "+306971234567"),
        ("+30 (210) 5065885", "+302105065885"),
        ("801 1001000", "+308011001000"),
        ("٦٩٧١٢٣٤٥٦٧", "+306971234567"),
        ("+49 30 901820", "+4930901820"),
        ("+355 69 123 4567", "+355691234567"),
        ("00380 50 123 4567", "+380501234567"),
    ],
)
def test_numbers_are_kept_in_one_international_form(typed, kept):
    assert parse(typed) == kept


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "not_a_number"),
        ("δεν έχει", "not_a_number"),
        ("100", "too_short"),
        ("697123456", "too_short"),
        ("69712345678901234", "too_long"),
        ("9" * 10_000, "too_long"),
        ("210 5065885 ext 12", "extension"),
        ("9971234567", "unknown"),
        ("'; DROP TABLE", "not_a_number"),
    ],
)
def test_what_nobody_can_dial_is_refused_with_the_reason(typed, reason):
    with pytest.raises(InvalidPhone) as refused:
        parse(typed)

    assert refused.value.field == "phones"
    assert refused.value.facts == {"reason": reason}


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("+302105065885", "210 5065885"),
        ("+302310123456", "2310 123456"),
        ("+302221023456", "22210 23456"),
        ("+306971234567", "697 1234567"),
        ("+308011001000", "801 1001000"),
        ("+4930901820", "+49 30 901820"),
    ],
)
def test_numbers_are_shown_as_greeks_write_them(kept, shown):
    assert display(kept) == shown


def test_what_is_searched_for_is_what_people_type():
    assert digits("+306971234567") == "6971234567"
    assert digits("+4930901820") == "4930901820"


def test_a_mobile_that_does_not_start_with_69_is_doubted():
    assert doubts(parse("6851234567")) == [Doubt("phones", "not_a_greek_mobile")]
    assert doubts("+306971234567") == doubts("+302105065885") == doubts("+355691234567") == []


@given(greek_phones())
def test_what_is_shown_can_be_typed_again(kept):
    assert parse(display(kept)) == parse(digits(kept)) == parse(kept) == kept
