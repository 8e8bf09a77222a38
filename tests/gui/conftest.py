"""Real windows on an invisible screen, in the look people see."""

import pytest

from kentro_app.gui.background import Lane, Lanes
from kentro_app.gui.style import load_fonts, look
from kentro_app.gui.theme import LIGHT, Theme


def pytest_configure(config):
    # the invisible screen has no window manager to tell sizes to, and says so each time
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture(scope="session")
def qapp_args():
    return ["kentro", "-platform", "offscreen"]


@pytest.fixture(scope="session")
def dressed(qapp):
    qapp.setStyle("Fusion")
    load_fonts()
    return qapp


@pytest.fixture(autouse=True)
def light_look(dressed):
    """The light theme at 100 % before each test, whatever the test before it wore."""
    if look().theme != Theme(LIGHT) or not dressed.styleSheet():
        look().wear(Theme(LIGHT))


@pytest.fixture
def lane(qapp):
    lane = Lane("test")
    yield lane
    lane.close()


@pytest.fixture
def lanes(qapp):
    lanes = Lanes()
    yield lanes
    lanes.close()
