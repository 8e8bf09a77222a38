from datetime import UTC, date, datetime, time

import pytest

from kentro_app.domain.clock_times import NotATime, moment_of, parse_time


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("9 30", time(9, 30)),
        (" 9 ", time(9)),
        ("17", time(17)),
        ("1705", time(17, 5)),
        ("000", time(0)),
        ("", None),
    ],
)
def test_a_time_is_understood_as_a_hurried_hand_types_it(typed, expected):
    assert parse_time(typed, field="left") == expected


@pytest.mark.parametrize("typed", ["24:00", "9:60", "960", "25", "9:3", "later", "-9", "09300"])
def test_what_is_no_time_is_refused_at_its_field(typed):
    with pytest.raises(NotATime) as refused:
        parse_time(typed, field="left")

    assert refused.value.field == "left"


@pytest.mark.parametrize(("month", "hour"), [(11, 7), (7, 6)])
def test_a_time_on_paper_is_on_the_centres_clock(month, hour):
    at = moment_of(date(2026, month, 20), time(9, 30), "Europe/Athens")

    assert at == datetime(2026, month, 20, hour, 30, tzinfo=UTC)
