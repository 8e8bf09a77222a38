from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kentro_app.domain.due import DueTooFar, NotADueDate, in_a_month, parse_due

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("+14", date(2026, 12, 7)),
        ("+0", TODAY),
        ("30/11/2026", date(2026, 11, 30)),
        ("30-11-26", date(2026, 11, 30)),
        ("30.11", date(2026, 11, 30)),
        ("23/11", TODAY),
        ("5/1", date(2027, 1, 5)),
        ("29/2", date(2028, 2, 29)),
        ("2026-12-01", date(2026, 12, 1)),
    ],
)
def test_a_due_date_is_read_as_people_write_it(text, day):
    assert parse_due(text, TODAY) == day


@pytest.mark.parametrize("text", ["αύριο", "31/2/2027", "32/1", "+", "+99999", "1", "30/13"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(NotADueDate) as caught:
        parse_due(text, TODAY)

    assert caught.value.field == "next_due"


def test_a_wrong_year_is_noticed():
    with pytest.raises(DueTooFar):
        parse_due("30/11/2062", TODAY)


@given(DAYS, st.integers(0, 3660))
def test_a_day_reads_back_as_it_is_shown(today, ahead):
    day = today + timedelta(days=ahead)

    assert parse_due(f"{day.day:02}/{day.month:02}/{day.year}", today) == day
    assert parse_due(f"+{ahead}", today) == day


@given(DAYS)
def test_a_month_later_is_in_the_next_month(today):
    later = in_a_month(today)

    assert (later.year * 12 + later.month) - (today.year * 12 + today.month) == 1
    assert later.day == today.day or (later + timedelta(days=1)).month != later.month


@given(st.text(max_size=20))
def test_no_text_breaks_it(text):
    try:
        parse_due(text, TODAY)
    except (NotADueDate, DueTooFar):
        return
