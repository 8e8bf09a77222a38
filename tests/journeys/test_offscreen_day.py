"""The whole front-desk day as anybody would start it: one command, no screen.

Planted fault: a day driven on a folder that is no demo centre must be refused, and a step that
finds something else in the store than it did in the window must fail the day.
"""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kentro_app.reports.render import page_texts

SOURCE = str(Path(__file__).parents[2] / "src")
PATIENCE = 180
ROUND = {
    *("today", "check_in_known", "register_new", "anonymous", "contact_record"),
    *("call_next", "not_here", "call_again", "wall", "finish", "take_back"),
    *("correct_time", "history", "palette", "leave_draft", "find_draft", "desk_mode"),
}


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """What a day leaves behind."""
    folder = tmp_path_factory.mktemp("day")
    home = tmp_path_factory.mktemp("home")
    done = kentro("--offscreen", "--out", folder / "out", home=home)
    assert done.returncode == 0, done.stderr
    assert not list(home.iterdir())  # neither the person's own data nor a demo centre is left
    return folder / "out"


@pytest.fixture(scope="module")
def record(out):
    return json.loads((out / "day.json").read_text("utf-8"))


def test_every_step_of_the_day_led_where_it_should(record):
    names = [step["name"] for step in record["steps"]]

    assert record["ok"]
    assert all(step["ok"] for step in record["steps"])
    assert names[0] == "log_in"
    assert set(names) > ROUND
    assert names.index("sheet") < names.index("lock") < names.index("log_in_again")
    assert names[-2:] == ["quit", "end_of_session"]


def test_the_sheet_is_a_pdf_with_everybody_who_came(out, record):
    made = (out / "sign-in-sheet.pdf").read_bytes()
    details = {step["name"]: step["detail"] for step in record["steps"]}
    pages = page_texts(made)

    assert hashlib.sha256(made).hexdigest() == record["sheet"]["sha256"]
    assert len(pages) == record["sheet"]["pages"]
    assert sum(page.count("A-0") for page in pages) == record["sheet"]["rows"]
    for step in ("check_in_known", "register_new"):
        assert details[step].rpartition(", ")[2] in "\n".join(pages)
    assert details["take_back"].split()[0] not in "\n".join(pages)


def test_the_papers_without_names_name_nobody(out, record):
    details = {step["name"]: step["detail"] for step in record["steps"]}
    known = details["call_again"].partition(" · ")[2].split()[0]
    texts = {name: "\n".join(page_texts((out / name).read_bytes())) for name in record["papers"]}

    assert set(texts) == {"sign-in-sheet.pdf", "slips.pdf", "day-list.pdf"}
    assert known in texts["sign-in-sheet.pdf"]
    assert known not in texts["slips.pdf"] + texts["day-list.pdf"]
    assert details["anonymous"].split(",")[0] in texts["slips.pdf"]


def test_there_is_a_picture_of_each_screen(out, record):
    pictures = [QImage(str(out / name)) for name in record["pictures"]]

    assert len(pictures) >= len(ROUND)
    assert all(picture.width() >= 960 and picture.height() >= 600 for picture in pictures)
    assert {colours(picture) > 20 for picture in pictures} == {True}


def test_the_day_is_in_greek_unless_somebody_asks(record):
    assert record["language"] == "el"


def test_a_centre_that_is_no_demo_is_never_driven(tmp_path):
    real = tmp_path / "centre"
    real.mkdir()
    (real / "keys.json").write_text("{}")

    done = kentro("--offscreen", "--out", tmp_path / "out", "--data-dir", real, home=tmp_path)

    assert done.returncode == 1
    assert str(real) in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in real.iterdir()] == ["keys.json"]


def test_without_a_folder_for_the_files_it_says_so(tmp_path):
    done = kentro("--offscreen", home=tmp_path)

    assert done.returncode == 2
    assert "--out" in done.stderr


def kentro(*arguments, home):
    """Run the program as somebody without a screen whose home is elsewhere."""
    surroundings = {**os.environ, "PYTHONPATH": SOURCE, "HOME": str(home)}
    surroundings["XDG_DATA_HOME"] = str(home)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "KENTRO_DATA_DIR"):
        surroundings.pop(name, None)
    command = [sys.executable, "-m", "kentro_app", *map(str, arguments)]
    return subprocess.run(
        command, env=surroundings, capture_output=True, text=True, timeout=PATIENCE, check=False
    )


def colours(picture):
    """How many different ones there are in a coarse look at it: an empty window has few."""
    step = 7
    return len(
        {
            picture.pixel(x, y)
            for x in range(0, picture.width(), step)
            for y in range(0, picture.height(), step)
        }
    )
