"""Guessing is slowed down; nobody is ever locked out."""

from datetime import UTC, datetime, timedelta

import pytest

from kentro_app.vault.errors import TooSoon
from kentro_app.vault.throttle import NAME, Throttle
from tests.vault.disk import Disk

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Clock:
    """Both clocks: the one on the wall, which anybody can set, and the one that only counts."""

    def __init__(self):
        self.wall, self.counted = MORNING, 1000.0

    def passes(self, seconds):
        self.wall += timedelta(seconds=seconds)
        self.counted += seconds

    def is_set(self, **by):
        self.wall += timedelta(**by)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def start(tmp_path, clock):
    """Start the program (again)."""
    return lambda: Throttle(tmp_path, now=lambda: clock.wall, monotonic=lambda: clock.counted)


def wait(throttle, name="eleni"):
    try:
        throttle.require_allowed(name)
    except TooSoon as refusal:
        return refusal.facts["seconds"]
    return 0


def fail(throttle, times, name="eleni"):
    for _ in range(times):
        throttle.failed(name)


def test_three_mistakes_are_free_and_then_it_takes_longer_and_longer(start, clock):
    throttle = start()
    waits = []

    for _ in range(13):
        throttle.failed("eleni")
        waits.append(wait(throttle))
        clock.passes(waits[-1])
        assert wait(throttle) == 0

    assert waits == [0, 0, 0, 5, 15, 30, 60, 120, 240, 480, 900, 900, 900]


def test_waiting_one_second_less_is_not_enough(start, clock):
    throttle = start()
    fail(throttle, 5)

    clock.passes(14)

    assert wait(throttle) == 1


def test_another_name_has_to_wait_at_the_same_machine(start):
    # falls with: tallies per name only
    throttle = start()

    for name in ("anna", "maria", "eleni", "nikos"):
        throttle.failed(name)

    assert wait(throttle, "somebody") == 5


def test_a_restart_changes_nothing(start, clock):
    # falls with: tallies in memory only
    fail(start(), 6)

    clock.passes(10)

    assert wait(start()) == 20


def test_success_forgets_this_name_and_not_the_others(start, clock):
    throttle = start()
    fail(throttle, 4, "anna")
    fail(throttle, 4, "eleni")
    clock.passes(900)

    throttle.succeeded("eleni")
    throttle.failed("anna")

    assert (wait(throttle, "eleni"), wait(throttle, "anna")) == (0, 15)


@pytest.mark.parametrize("name", ["ELENI", " eleni "])
def test_another_spelling_is_the_same_name(start, clock, name):
    throttle = start()
    fail(throttle, 4)
    clock.passes(900)

    throttle.failed(name)

    assert wait(throttle) == 15


@pytest.mark.parametrize("back", [{"minutes": -10}, {"days": -1}, {"days": -9000}])
def test_a_clock_set_back_neither_lengthens_nor_ends_the_wait(start, clock, back):
    # falls with: waiting until a moment of the wall clock
    fail(start(), 6)
    clock.is_set(**back)

    throttle = start()

    assert wait(throttle) == 30
    clock.passes(30)
    assert wait(throttle) == 0
    assert wait(start()) == 0


def test_a_clock_set_back_again_and_again_ends_too(start, clock):
    throttle = start()
    fail(throttle, 20)

    for _ in range(15):
        clock.passes(60)
        clock.is_set(days=-1)
        wait(throttle)

    assert wait(throttle) == 0


def test_setting_the_clock_forward_does_not_help_while_the_window_is_open(start, clock):
    throttle = start()
    fail(throttle, 6)

    clock.is_set(days=2)

    assert wait(throttle) == 30


def test_after_a_day_it_is_forgotten(start, clock):
    fail(start(), 20)
    clock.passes(86_401)

    throttle = start()
    throttle.failed("eleni")

    assert wait(throttle) == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"salt":"","tallies":{"machine":[true,1]}}',
        b'{"salt":"","tallies":{"machine":[0,1]}}',
        b'{"salt":"","tallies":{"machine":[1]}}',
    ],
)
def test_a_damaged_file_begins_anew_and_is_noted(start, tmp_path, caplog, content):
    (tmp_path / NAME).write_bytes(content)

    throttle = start()

    assert throttle.found_damaged
    assert wait(throttle) == 0
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_a_first_start_is_no_damage(start):
    assert not start().found_damaged


def test_the_file_says_no_name(start, tmp_path):
    # falls with: names, or hashes of names without a key
    throttle = start()

    throttle.failed("my password, in the wrong box")

    assert b"password" not in (tmp_path / NAME).read_bytes()


def test_the_file_does_not_grow_for_ever(tmp_path, clock):
    disk = Disk()
    throttle = Throttle(tmp_path, now=lambda: clock.wall, files=disk)

    for number in range(250):
        throttle.failed(f"name {number}")

    assert len(disk.read(tmp_path / NAME, 10**9)) < 30_000
    assert not Throttle(tmp_path, now=lambda: clock.wall, files=disk).found_damaged
    assert wait(throttle, "name 249") == 900
