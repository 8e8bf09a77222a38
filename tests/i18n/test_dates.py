"""Dates and numbers as the office writes them, on the centre's clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from kentro_app.i18n import dates, speak, voice

ATHENS = ZoneInfo("Europe/Athens")
MONDAY = date(2026, 11, 23)
LATE_IN_UTC = datetime(2026, 11, 22, 22, 5, tzinfo=UTC)  # five past midnight in Athens
HOUR_THAT_COMES_TWICE = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.fixture
def greek(catalogues):
    speak(voice("el", catalogues, ATHENS))


@pytest.fixture
def english(catalogues):
    speak(voice("en", catalogues, ATHENS))


@pytest.mark.usefixtures("greek")
def test_a_moment_belongs_to_the_day_it_has_at_the_centre():
    assert dates.moment_short(LATE_IN_UTC) == "23/11/2026 00:05"
    assert dates.date_short(LATE_IN_UTC) == "23/11/2026"
    assert dates.date_long(LATE_IN_UTC) == "Δευτέρα 23 Νοεμβρίου 2026"


@pytest.mark.usefixtures("greek")
def test_the_clock_goes_back_in_autumn():
    assert dates.time_of_day(HOUR_THAT_COMES_TWICE) == "03:30"


@pytest.mark.usefixtures("greek")
def test_a_month_by_itself_stands_in_the_nominative():
    assert dates.month_heading(MONDAY) == "Νοέμβριος 2026"
    assert dates.date_short(date(203, 1, 2)) == "02/01/0203"


@pytest.mark.usefixtures("greek")
def test_greek_counts_and_measures():
    assert dates.number(1234567) == "1.234.567"
    assert dates.duration_minutes(90) == "1 ώρα 30 λεπτά"
    assert dates.duration_minutes(1) == "1 λεπτό"


@pytest.mark.usefixtures("english")
def test_english_counts_and_measures():
    assert dates.date_long(MONDAY) == "Monday 23 November 2026"
    assert dates.month_heading(MONDAY) == "November 2026"
    assert dates.number(1234567) == "1,234,567"
    assert dates.duration_minutes(0) == "0 minutes"
    assert dates.duration_minutes(120) == "2 hours"
    assert [dates.file_size(n) for n in (999, 12_400_000)] == ["999 bytes", "12 MB"]


def test_a_moment_without_a_zone_is_a_bug_and_not_a_guess():
    naive = LATE_IN_UTC.replace(tzinfo=None)

    # Python takes a naive moment for local time; that would be silently wrong.
    with pytest.raises(ValueError, match="aware"):
        dates.time_of_day(naive)
