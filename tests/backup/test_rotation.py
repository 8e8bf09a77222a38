"""Which backups stay: seven days, four weeks, twelve months, and always the newest."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kentro_app.services.backups import BEFORE_MIGRATION, BY_HAND, DAILY, Kept, surplus

LAST = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)

moments = st.integers(0, 900 * 24).map(lambda hours: LAST - timedelta(hours=hours))
backups = st.lists(
    st.tuples(moments, st.sampled_from([DAILY, BY_HAND, BEFORE_MIGRATION])), max_size=80
).map(lambda made: [Kept(Path(str(n)), at, why) for n, (at, why) in enumerate(made)])


def daily(days):
    return [Kept(Path(str(n)), LAST - timedelta(days=n), DAILY) for n in range(days)]


def ages(found):
    gone = surplus(found)
    return sorted((LAST - kept.at).days for kept in found if kept not in gone)


def test_a_week_of_backups_stays_whole():
    assert ages(daily(7)) == list(range(7))


def test_years_of_daily_backups_shrink_to_a_score():
    left = ages(daily(1000))

    assert left[:7] == list(range(7))
    assert len(left) <= 7 + 4 + 12
    assert 300 < left[-1] < 366


def test_a_centre_that_was_closed_for_a_year_loses_nothing():
    old = [Kept(Path("o"), LAST - timedelta(days=400 + n), DAILY) for n in range(6)]

    assert surplus([*old, *daily(1)]) == []


def test_a_backup_made_by_hand_stays_for_a_month():
    by_hand = [
        Kept(Path(f"h{n}"), LAST - timedelta(days=n, minutes=5), BY_HAND) for n in range(1, 60)
    ]

    gone = {(LAST - kept.at).days for kept in surplus([*daily(60), *by_hand]) if kept in by_hand}

    assert min(gone) >= 30


def test_no_backups_are_no_trouble():
    assert surplus([]) == []


@given(backups)
def test_the_newest_always_stays(found):
    gone = surplus(found)

    stay = [kept for kept in found if kept not in gone]
    assert max((kept.at for kept in stay), default=None) == max(
        (kept.at for kept in found), default=None
    )


@given(backups)
def test_what_stayed_once_stays_when_asked_again(found):
    gone = surplus(found)

    assert surplus([kept for kept in found if kept not in gone]) == []
