"""What every test stands on: no screen, English words, UTC clocks."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

from datetime import UTC

import pytest
from hypothesis import settings

from kentro_app.assets import translations
from kentro_app.i18n import speak, voice

# The first draw builds tables, and machines are busy: no deadline. The gate draws the same cases
# each time; whoever runs the suite by hand draws new ones.
settings.register_profile("kentro", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("kentro")


@pytest.fixture(autouse=True)
def a_fresh_event_loop():
    """After a window has told the program to end, Qt runs no loop until one has begun anew."""
    yield
    core = sys.modules.get("PySide6.QtCore")
    app = core.QCoreApplication.instance() if core else None
    if app is not None:
        core.QTimer.singleShot(0, lambda: app.exit(0))
        app.exec()


@pytest.fixture(autouse=True)
def speak_english():
    """English in UTC before each test, whatever the test before it spoke."""
    speak(voice("en", translations(), UTC))
