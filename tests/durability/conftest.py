"""The power-cut and full-disk tests need LD_PRELOAD: on other systems they are not collected."""

import sys

import pytest

from tests.durability.watching import build, child_path

collect_ignore = [] if sys.platform == "linux" else ["test_powercut.py", "test_full_disk.py"]


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    """The watched disk, compiled once."""
    return build(tmp_path_factory.mktemp("watch"))


@pytest.fixture(autouse=True, scope="session")
def findable():
    """Child processes find the package and the tests where this one does."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in child_path().items():
            patch.setenv(name, value)
        yield
