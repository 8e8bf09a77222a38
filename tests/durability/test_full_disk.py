"""A disk that fills up (security §4.3): refused in clear words, nothing lost, usable afterwards.

The disk is full at every single write of a session. `pytest -m long tests/durability` plays 200
steps. Planted fault: a store that swallows the refusal.
"""

import json

import pytest

from tests.durability.watching import run


@pytest.mark.parametrize("steps", [5, pytest.param(200, marks=pytest.mark.long)])
def test_a_full_disk_refuses_and_loses_nothing(library, tmp_path, steps):
    said = json.loads(run(library, tmp_path, "full_disk_session", str(steps)))

    assert said.pop("check in: disk_full") > steps * 5
    assert said.keys() <= {"open: nothing", "check in: nothing", "close: nothing"}, said


def test_a_refusal_that_is_swallowed_is_found_out(library, tmp_path):
    with pytest.raises(AssertionError, match="acknowledged at write 0, and not there"):
        run(library, tmp_path, "full_disk_session", "1", "silent")
