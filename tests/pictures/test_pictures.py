"""The command that takes the pictures, started as anybody would.

Planted fault: a card whose code is drawn by lot, or a clock that goes, makes every run another
picture, and each commit of the guide a megabyte of differences.
"""

import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from tests.architecture.code import ROOT
from tests.pictures.screens import SCREENS

PATIENCE = 120


def pictures(*arguments):
    words = [sys.executable, "-m", "tests.pictures", *map(str, arguments)]
    return subprocess.run(
        words, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
    )


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    out = tmp_path_factory.mktemp("pictures")
    done = pictures("log-in", "--language", "el", "--out", out)
    assert done.returncode == 0, done.stderr
    return out


def test_a_screen_is_taken_in_every_theme_and_at_both_sizes(taken):
    sizes = {file.name: QImage(str(file)).size().toTuple() for file in sorted(taken.iterdir())}

    assert sizes == {
        f"log-in-el-{theme}-{width}.png": (width, height)
        for theme in ("light", "dark", "contrast")
        for width, height in ((1366, 768), (1920, 1080))
    }


def test_each_theme_is_another_picture(taken):
    kept = {file.read_bytes() for file in taken.glob("*-1366.png")}

    assert len(kept) == 3


def test_the_same_screen_is_the_same_picture_again(tmp_path):
    first, second = (tmp_path / name for name in ("first", "second"))
    for out in (first, second):
        done = pictures(
            "set-up-4-card", "--language=el", "--theme=light", "--width=1366", "--out", out
        )
        assert done.returncode == 0, done.stderr

    files = [next(out.iterdir()).read_bytes() for out in (first, second)]
    assert files[0] == files[1]


def test_the_list_names_every_screen():
    listed = pictures("--list").stdout.split()

    assert listed == list(SCREENS)


def test_pictures_that_ship_have_names_of_their_own():
    shipped = [(d.name, d.docs) for screen in SCREENS.values() for d in screen.details]

    assert len(shipped) == len(set(shipped))
