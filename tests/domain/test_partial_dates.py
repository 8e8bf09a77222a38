from datetime import date

import pytest
from hypothesis import given

from kentro_app.domain.partial_dates import (
    InTheFuture,
    NotADate,
    PartialDate,
    Precision,
    TooLongAgo,
)
from tests.domain.strategies import days, partial_dates

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "edtf", "precision"),
    [
        ("1971-03-12", "1971-03-12", Precision.DAY),
        ("12/03/1971", "1971-03-12", Precision.DAY),
        (" 1/3/1971 ", "1971-03-01", Precision.DAY),
        ("12.03.1971", "1971-03-12", Precision.DAY),
        ("12-03-1971", "1971-03-12", Precision.DAY),
        ("29/02/2024", "2024-02-29", Precision.DAY),
        ("1971-03", "1971-03", Precision.MONTH),
        ("3/1971", "1971-03", Precision.MONTH),
        ("1971", "1971", Precision.YEAR),
        ("197X", "197X", Precision.DECADE),
        ("197χ", "197X", Precision.DECADE),
    ],
)
def test_dates_are_read_as_they_are_written_here(typed, edtf, precision):
    parsed = PartialDate.parse(typed, today=TODAY)

    assert str(parsed) == edtf
    assert parsed.precision is precision


@pytest.mark.parametrize(
    "typed",
    [
        *("", "12/03/71", "1.3.71", "31/02/1971", "29/02/2023", "18/13/1990", "1971-3-1"),
        *("12/03-1971", "0000", "19711", "χθες", "1971-00", "١٩٧١", "1971-03-12T00:00"),
        "x" * 10_000,
    ],
)
def test_what_is_no_date_is_refused_with_what_was_typed(typed):
    with pytest.raises(NotADate) as refused:
        PartialDate.parse(typed, today=TODAY)

    assert refused.value.field == "birth_date"
    assert refused.value.facts == {"value": typed[:20]}


@pytest.mark.parametrize("typed", ["21/11/2026", "12/2026", "2027", "203X"])
def test_nobody_is_born_tomorrow(typed):
    with pytest.raises(InTheFuture):
        PartialDate.parse(typed, today=TODAY)


@pytest.mark.parametrize("typed", ["20/11/2026", "11/2026", "2026", "202X", "1890", "01/01/1890"])
def test_the_first_and_the_last_possible_birth_are_accepted(typed):
    assert PartialDate.parse(typed, today=TODAY)


@pytest.mark.parametrize("typed", ["31/12/1889", "1889", "188X", "12/03/0971"])
def test_nobody_here_was_born_before_1890(typed):
    with pytest.raises(TooLongAgo) as refused:
        PartialDate.parse(typed, today=TODAY)

    assert refused.value.facts == {"earliest": 1890}


def test_a_refusal_names_the_field_that_was_asked_about():
    with pytest.raises(NotADate) as refused:
        PartialDate.parse("x", today=TODAY, field="from")

    assert refused.value.field == "from"


def test_a_clock_set_back_does_not_make_kept_dates_unreadable():
    assert PartialDate("2999-01-01").year == 2999


@pytest.mark.parametrize("text", ["1971-02-30", "71", "197x", "12/03/1971"])
def test_only_true_edtf_is_ever_kept(text):
    with pytest.raises(NotADate):
        PartialDate(text)


@pytest.mark.parametrize(
    ("text", "first", "last", "year"),
    [
        ("1971-03-12", date(1971, 3, 12), date(1971, 3, 12), 1971),
        ("1972-02", date(1972, 2, 1), date(1972, 2, 29), 1972),
        ("1971", date(1971, 1, 1), date(1971, 12, 31), 1971),
        ("197X", date(1970, 1, 1), date(1979, 12, 31), None),
    ],
)
def test_a_partial_date_spans_the_days_it_may_be(text, first, last, year):
    span = PartialDate(text)

    assert (span.earliest, span.latest, span.year) == (first, last, year)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("1971-11-20", (55, 55)),
        ("1971-11-21", (54, 54)),
        ("1971", (54, 55)),
        ("197X", (46, 56)),
        ("2026-11-20", (0, 0)),
        ("202X", (0, 6)),
    ],
)
def test_age_is_as_sure_as_the_date(text, ages):
    assert PartialDate(text).age_on(TODAY) == ages


@pytest.mark.parametrize(
    ("text", "swapped"),
    [
        ("1971-03-12", "1971-12-03"),
        ("1971-03-13", None),
        ("1971-03-03", None),
        ("1971-03", None),
        ("197X", None),
    ],
)
def test_day_and_month_can_be_swapped_only_into_another_date(text, swapped):
    assert PartialDate(text).swapped() == (PartialDate(swapped) if swapped else None)


@given(partial_dates())
def test_every_date_survives_being_written_and_read(kept):
    assert PartialDate.parse(str(kept), today=TODAY) == kept


@given(days())
def test_the_greek_form_of_a_day_is_read_as_that_day(day):
    parsed = PartialDate.parse(f"{day:%d/%m/}{day.year:04}", today=TODAY)

    assert parsed.earliest == parsed.latest == day


@given(partial_dates())
def test_swapping_twice_gives_the_date_back(kept):
    swapped = kept.swapped()

    assert swapped is None or swapped.swapped() == kept
