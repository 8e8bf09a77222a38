"""The demo centre as a command: whole or not at all, marked, and open to all its colleagues."""

import json

import pytest

from kentro_app.bootstrap.demo_mark import is_demo
from kentro_app.services.demo.staff import COLLEAGUES, PASSWORD
from tests.cli.desk import Terminal

SMALL = ("--people", 60, "--visits", 90)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    terminal = Terminal(tmp_path_factory.mktemp("demo"), {"KENTRO_PASSWORD": PASSWORD})
    said = terminal.json("demo", *SMALL)
    assert said.code == 0, said.err
    return terminal


def everything(terminal):
    found = terminal.json("person", "find", "PET-A-20", "--limit", 100, "--as", "markaki").document
    today = terminal.json("visit", "list", "--as", "markaki").document
    return found, [{**visit, "for": ""} for visit in today]


def test_it_says_who_can_log_in_and_how(tmp_path):
    terminal = Terminal(tmp_path, {})

    made = terminal.json("demo", *SMALL).document

    assert (made["people"], made["visits"]) == (60, 90)
    assert made["password"] == PASSWORD
    assert [user["name"] for user in made["users"]] == [one.name for one in COLLEAGUES]


def test_the_same_seed_makes_the_same_people_and_visits(demo, tmp_path):
    again = Terminal(tmp_path, {"KENTRO_PASSWORD": PASSWORD})
    again("demo", *SMALL)

    assert everything(again) == everything(demo)
    assert len(everything(demo)[0]) == 60


def test_every_record_is_in_the_log_and_in_the_outbox(demo):
    verified = demo.json("verify", "--as", "dimitriou")
    log = demo.json("audit", "list", "--after", 0, "--limit", 5000, "--as", "dimitriou").document
    actions = [entry["action"] for entry in log]

    assert verified.document["ok"], verified.out
    assert (actions.count("person.append"), actions.count("visit.append")) == (60, 90)


def test_it_is_marked_as_a_demo_and_nothing_else_is_left_behind(demo):
    assert is_demo(demo.data)
    assert json.loads((demo.data / "demo.json").read_text()) == {"demo": True, "seed": 1}
    assert [path.name for path in demo.folder.iterdir()] == ["centre"]


def test_a_folder_that_is_not_empty_is_refused(tmp_path):
    terminal = Terminal(tmp_path, {})
    terminal.data.mkdir()
    (terminal.data / "thesis.odt").write_text("mine")

    said = terminal.json("demo", *SMALL)

    assert (said.code, said.document["error"]["code"]) == (3, "store_exists")
    assert [path.name for path in terminal.data.iterdir()] == ["thesis.odt"]


def test_its_last_day_can_be_chosen(tmp_path):
    terminal = Terminal(tmp_path, {"KENTRO_PASSWORD": PASSWORD})
    terminal("demo", *SMALL, "--today", "2026-03-02")

    day = terminal.json("visit", "list", "--date", "2026-03-02", "--as", "koutsoukou").document

    assert len(day) == 12
    assert day[0]["arrived_at"].startswith("2026-03-02T09:")
