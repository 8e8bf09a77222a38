"""`today` and `draft …`."""

import json
from functools import partial

import pytest

from kentro_app.bootstrap.doors import CentreDoors
from kentro_app.cli.context import LogIn
from kentro_app.services import drafts
from kentro_app.services.transaction import perform
from tests.cli.desk import CHEAP, PASSWORD, lines


def keep(terminal, title="Γκίκας"):
    kept = drafts.Kept(drafts.PERSON, "", title, '{"surname": "Γκίκας"}', "surname:3")
    doors = CentreDoors(CHEAP, lambda: terminal.now)
    with doors.log_in(LogIn(terminal.data, "eleni", PASSWORD)) as session:
        perform(session.begin, partial(drafts.keep, kept=kept, now=terminal.now))


def test_today_says_what_the_home_screen_says(admin):
    person = admin.person(surname="Παπαδοπούλου", given_name="Ελένη", phones=["6971234567"])
    visit = admin(
        "checkin", "--file", "-", stdin=lines({"person": person, "channel": "in_person"})
    ).lines[0]["visit"]
    step = {"next_step": "Call the bank", "next_due": "2026-11-24"}
    admin("contact", "record", visit, "--file", "-", stdin=json.dumps(step))
    keep(admin)

    said = admin.json("today").document

    assert said["date"] == "2026-11-23"
    assert (said["arrivals"], said["served"], said["anonymous"]) == (1, 0, 0)
    assert [(w["ticket"], w["surname"]) for w in said["waiting"]] == [("A-001", "Παπαδοπούλου")]
    assert [(s["next_step"], s["phone"]) for s in said["steps"]] == [
        ("Call the bank", "+306971234567")
    ]
    assert [draft["title"] for draft in said["drafts"]] == ["Γκίκας"]


def test_today_reads_well_without_json(admin):
    admin(
        "checkin", "--file", "-", stdin=lines({"anonymous": {"sex": "F"}, "channel": "in_person"})
    )

    said = admin("today")

    assert said.out.splitlines()[0].startswith("arrivals 1 · served 0")
    assert "A-001" in said.out


def test_the_desk_is_told_no_next_steps(admin):
    admin.environ["KENTRO_NEW_PASSWORD"] = "καραφα σαλονι γατα δελφινι ομπρελα"
    admin("user", "add", "--name", "nikos", "--role", "desk")
    admin.environ["KENTRO_PASSWORD"] = admin.environ["KENTRO_NEW_PASSWORD"]

    said = admin.json("today", "--as", "nikos")

    assert said.code == 0
    assert "steps" not in said.document


def test_a_draft_is_listed_shown_and_thrown_away(admin):
    keep(admin)

    listed = admin.json("draft", "list").document
    shown = admin.json("draft", "show", listed[0]["draft"]).document
    gone = admin.json("draft", "discard", listed[0]["draft"])

    assert shown["content"] == {"surname": "Γκίκας"}
    assert shown["cursor"] == "surname:3"
    assert gone.code == 0
    assert admin.json("draft", "list").document == []


@pytest.mark.parametrize("word", ["show", "discard"])
def test_a_draft_that_is_not_there_is_refused(admin, word):
    said = admin.json("draft", word, "01a20167-4edb-744f-8601-000000000000")

    assert said.code == 1
    assert said.document["error"]["code"] == "unknown_draft"
    assert admin.json("draft", word, "nonsense").code == 1
