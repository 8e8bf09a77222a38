"""A centre of its own for each test."""

import pytest

from tests.backup.centre import make_centre


@pytest.fixture
def made(tmp_path):
    return make_centre(tmp_path)


@pytest.fixture
def centre(made):
    opened = made.open()
    yield opened
    opened.close()
