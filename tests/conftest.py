"""What every test stands on: no screen, English words, UTC clocks."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

from datetime import UTC

import pytest

from kentro_app.assets import translations
from kentro_app.i18n import speak, voice


@pytest.fixture(autouse=True)
def speak_english():
    """English in UTC before each test, whatever the test before it spoke."""
    speak(voice("en", translations(), UTC))
