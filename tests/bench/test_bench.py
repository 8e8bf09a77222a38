"""The report is the contract's, at a size that takes seconds; a slow path misses its limit."""

import json
from argparse import Namespace
from time import perf_counter

import pytest

from kentro_app.bootstrap import bench
from kentro_app.bootstrap.bench import runner, sheet_pdf
from kentro_app.bootstrap.bench.measure import Pair, Row, in_turns, p99, timed

ROWS = {
    "start", "unlock_seconds", "unlock_memory", "sheet_pdf", "search_p99", "search_median",
    "check_in", "check_in_against_one_column", "login", "stall_p99", "stall_max", "memory",
    "painted", "switch_user", "day_500", "day_500_from_the_commit", "desk_check_in", "eight_hours",
}  # fmt: skip
QUICK = {"check_in", "check_in_against_one_column", "search_p99", "search_median", "sheet_pdf"}
KEYS = {"name", "ours", "baseline", "unit", "ratio", "limit", "ok", "n"}


def burn(seconds):
    """Something slow that is not a sleep."""
    end = perf_counter() + seconds
    while perf_counter() < end:
        pass


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (["check_in", "search", "sheet_pdf"], QUICK),
        pytest.param([], ROWS, marks=pytest.mark.long),  # starts the program many times
    ],
)
def test_every_figure_is_in_the_report_of_the_contract(capsys, names, rows):
    code = bench.run(Namespace(names=names, scale=0.002, json=True))

    report = json.loads(capsys.readouterr().out)
    assert code in (0, 1)
    assert report["machine"]
    assert {row["name"] for row in report["results"]} == rows
    assert all(set(row) >= KEYS and row["n"] > 0 for row in report["results"])
    assert code == (0 if all(row["ok"] for row in report["results"]) else 1)


def test_a_figure_can_be_asked_for_by_name(capsys):
    bench.run(Namespace(names=["sheet_pdf"], scale=0.002, json=True))

    assert [row["name"] for row in json.loads(capsys.readouterr().out)["results"]] == ["sheet_pdf"]


def test_a_name_that_no_figure_has_is_wrong_usage(capsys):
    code = bench.run(Namespace(names=["nonsense"], scale=1, json=True))

    assert code == 2
    assert "sheet_pdf" in capsys.readouterr().err


def test_the_data_is_gone_afterwards(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    bench.run(Namespace(names=["check_in"], scale=0.002, json=True))

    assert list(tmp_path.iterdir()) == []


def test_a_slow_path_misses_its_limit(monkeypatch, capsys):
    """The planted fault: a sheet that takes four times as long."""
    quick = sheet_pdf.sign_in_pdf

    def slow(sheet):
        made = 0.0
        made += timed(lambda: quick(sheet))
        burn(3 * made)

    monkeypatch.setattr(sheet_pdf, "sign_in_pdf", slow)

    code = bench.run(Namespace(names=["sheet_pdf"], scale=0.002, json=True))

    row = json.loads(capsys.readouterr().out)["results"][0]
    assert (code, row["ok"]) == (1, False)
    assert row["ratio"] > row["limit"]


@pytest.mark.parametrize(
    ("row", "ok"),
    [
        (Row("a", 10, "ms", 1, baseline=5, limit=2.0), True),
        (Row("a", 11, "ms", 1, baseline=5, limit=2.0), False),
        (Row("a", 10, "ms", 1, baseline=5, limit=2.0, most=9), False),
        (Row("a", 10, "ms", 1, limit=9), False),
        (Row("a", 10, "ms", 1, least=11), False),
        (Row("a", 10, "ms", 1, baseline=5), True),
    ],
)
def test_a_row_is_judged_by_all_its_limits(row, ok):
    assert row.ok is ok


def test_both_are_measured_in_turns_and_neither_always_first():
    order = []

    pair = in_turns(lambda: order.append("o") or 1.0, lambda: order.append("b") or 2.0, 4, 2)

    assert "".join(order) == "bboooobb"
    assert (list(pair.ours), list(pair.baseline)) == ([1.0] * 4, [2.0] * 4)


def test_the_99th_hundredth_leaves_out_one_in_a_hundred():
    values = [1.0] * 99 + [500.0]

    assert p99(values) == 1.0
    assert p99([*values, 500.0]) == 500.0


def test_a_pair_becomes_milliseconds():
    row = Pair([0.002], [0.001]).row("x", limit=3)

    assert (row.ours, row.baseline, row.ratio) == (2.0, 1.0, 2.0)


def test_each_figure_has_a_module():
    for name in runner.FIGURES:
        assert callable(runner._figure(name))
