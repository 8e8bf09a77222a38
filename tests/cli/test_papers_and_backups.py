"""Sheets, the access log and backups from the command line."""

import os
import stat

import pytest
from openpyxl import load_workbook

from kentro_app.reports.render import page_texts
from tests.cli.desk import Terminal, lines

NOBODY = {"anonymous": {"sex": "F", "age_band": "30-54"}, "channel": "in_person"}


@pytest.mark.parametrize("kind", ["pdf", "xlsx", "csv"])
def test_the_days_sheet_is_written_for_its_owner_only(admin, kind):
    admin(
        "checkin",
        "--file",
        "-",
        stdin=lines(
            {"person": admin.person(surname="=1+1", given_name="Ζωή"), "channel": "in_person"}
        ),
    )
    path = admin.folder / f"sheet.{kind}"
    path.write_text("yesterday's")

    said = admin.json("sign-in-sheet", "--date", "2026-11-23", "--out", path)

    assert said.document["rows"] == 1
    assert list(said.document)[:5] == ["file", "date", "rows", "copy", "mark"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 or os.name == "nt"
    assert [p.name for p in admin.folder.iterdir() if p.name.startswith(".sheet")] == []
    assert "Ζωή" in READ[kind](path)


READ = {
    "pdf": lambda path: page_texts(path.read_bytes())[0],
    "xlsx": lambda path: str([c.value for row in load_workbook(path).active.rows for c in row]),
    "csv": lambda path: path.read_text("utf-8-sig"),
}


def test_a_sheet_is_not_written_over_a_folder(admin):
    (admin.folder / "sheet.pdf").mkdir()

    said = admin.json("sign-in-sheet", "--out", admin.folder / "sheet.pdf")

    assert said.document["error"]["code"] == "not_a_file"


def test_a_sheet_in_a_folder_that_is_not_there_is_unavailable(admin):
    said = admin.json("sign-in-sheet", "--out", admin.folder / "none" / "sheet.pdf")

    assert (said.code, said.document["error"]["code"]) == (3, "output_not_written")


def test_the_log_is_listed_filtered_exported_and_found_whole(admin):
    person = admin.person(surname="Γκίκας")
    admin("person", "show", person)
    path = admin.folder / "log.jsonl"

    about = admin.json("audit", "list", "--person", person).document
    exported = admin.json("audit", "export", "--out", path).document
    verified = admin.json("audit", "verify").document

    assert [entry["action"] for entry in about] == ["person.append", "person.opened"]
    assert exported["entries"] == len(path.read_text("utf-8").splitlines())
    assert verified["ok"] is True
    assert verified["entries"] > exported["entries"]
    assert len(admin.json("audit", "list", "--after", "3", "--limit", "2").document) == 2


def test_a_printed_mark_is_found_in_the_log_or_missed(admin):
    mark = admin.json("sign-in-sheet", "--out", admin.folder / "s.csv").document["mark"]
    number, _hyphen, digits = mark.partition("-")
    forged = f"{number}-{'0' if digits[0] != '0' else '1'}{digits[1:]}"

    assert admin("audit", "verify", "--printed", mark).code == 0
    assert admin("audit", "verify", "--printed", forged).code == 1
    assert (
        admin.json("audit", "verify", "--printed", "x").document["error"]["code"]
        == "head_unreadable"
    )


def test_a_backup_is_drilled_restored_and_verified(admin):
    admin("checkin", "--file", "-", stdin=lines(NOBODY))
    file = admin.folder / "b.kentrobackup"
    elsewhere = Terminal(admin.folder / "elsewhere")
    elsewhere.folder.mkdir()

    made = admin.json("backup", "--out", file)
    drilled = admin.json("drill", file, "--as", "eleni")
    restored = elsewhere.json("restore", file, "--as", "eleni")
    verified = elsewhere.json("verify")

    assert made.document["file"] == str(file)
    assert drilled.document["ok"], drilled.out
    assert restored.code == 0, restored.out
    assert list(verified.document) == ["ok", "checks"]
    assert list(verified.document["checks"][0]) == ["name", "ok", "detail"]
    assert verified.code == 0
    assert len(elsewhere.json("visit", "list").document) == 1
