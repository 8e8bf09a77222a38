"""What is measured in the real window, at a size that takes seconds."""

import time

import pytest
from PySide6.QtWidgets import QWidget

from kentro_app.bootstrap.bench import day_500, desk_check_in, eight_hours, painted, switch_user
from kentro_app.bootstrap.bench.data import World
from kentro_app.bootstrap.bench.days import set_day
from kentro_app.bootstrap.bench.sessions import facts_of
from kentro_app.bootstrap.bench.steps import PaintWatch, Script
from kentro_app.storage.engine import STORE_FILE, connect


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    made = World(tmp_path_factory.mktemp("bench"), 0.0005)
    yield made
    made.close()


def today(centre):
    connection = connect(centre.directory / STORE_FILE, centre.key.buffer)
    try:
        newest = "SELECT max(day) FROM visits"
        sql = f"SELECT stage, count(*) FROM visits WHERE day = ({newest}) GROUP BY stage"
        return dict(connection.execute(sql).fetchall())
    finally:
        connection.close()


def test_a_day_has_as_many_visits_as_the_figure_needs(world):
    set_day(world.full, 130)
    long = today(world.full)

    set_day(world.full, 120)

    assert sum(long.values()) == 130
    assert sum(today(world.full).values()) == 120


@pytest.mark.parametrize(
    ("figure", "rows"),
    [
        (day_500, ["day_500", "day_500_from_the_commit"]),
        (desk_check_in, ["desk_check_in"]),
        (painted, ["painted"]),
        (switch_user, ["switch_user"]),
        (eight_hours, ["eight_hours"]),
    ],
)
def test_a_figure_of_the_window_is_measured(world, figure, rows):
    measured = figure.measure(world)

    assert [row.name for row in measured] == rows
    assert all(row.n > 0 and row.ours > 0 for row in measured)


def test_a_list_that_lost_its_place_is_no_figure(world, monkeypatch):
    monkeypatch.setattr(day_500, "facts_of", lambda *_told: {"moved": 1, "rows": 500, "turns": [1]})

    with pytest.raises(ChildProcessError, match="moved"):
        day_500.measure(world)


def test_a_session_that_cannot_go_on_says_where_it_stopped(world):
    with pytest.raises(ChildProcessError, match="stopped"):
        facts_of(world.full, "painted", {})


def test_the_time_ends_when_it_is_painted(qtbot):
    class Slow(QWidget):
        def paintEvent(self, _event):
            end = time.perf_counter() + 0.05
            while time.perf_counter() < end:
                pass

    window = Slow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    watch = PaintWatch(window)

    watch.begin()
    watch.expect(window)
    qtbot.waitUntil(watch.painted)

    assert watch.taken >= 0.05


def test_a_script_goes_step_by_step_and_tells_what_it_found(qtbot, capsys):
    window, facts = QWidget(), {}
    qtbot.addWidget(window)

    def steps():
        yield 1
        yield lambda: True
        facts["seen"] = 7

    script = Script(window, steps(), facts)
    qtbot.waitUntil(lambda: "seen" in facts)

    assert script.parent() is window
    assert capsys.readouterr().out == '{"seen": 7}\n'
