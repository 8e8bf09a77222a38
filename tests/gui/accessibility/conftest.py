"""The centre of the pictures goes when the last screen was looked at."""

import pytest

from kentro_app.gui.guide.key import GuideKey
from kentro_app.i18n import current, speak
from tests.pictures import centre


def pytest_configure(config):
    # the invisible screen cannot do these, and says so each time
    for words in ("support raise", "support grabbing the keyboard"):
        config.addinivalue_line("qt_log_ignore", f"This plugin does not {words}")


@pytest.fixture(scope="session", autouse=True)
def template():
    """The centre that is copied for each screen."""
    yield
    centre.forget()


@pytest.fixture(autouse=True)
def usual_words(dressed):
    """The language of the tests again, whatever a screen spoke."""
    before = current()
    key = GuideKey(dressed)
    yield
    dressed.removeEventFilter(key)
    key.deleteLater()
    speak(before)
