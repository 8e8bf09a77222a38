"""A disk that fills up (security §4.3): refused in clear words, nothing lost, usable afterwards.

The disk is full at every single write of a session. `pytest -m long tests/durability` plays 200
steps, and is full at every write of a set-up, a change of keys and a migration too. Planted fault:
a store that swallows the refusal.
"""

import json

import pytest

from tests.durability.watching import run


@pytest.mark.parametrize("steps", [5, pytest.param(200, marks=pytest.mark.long)])
def test_a_full_disk_refuses_and_loses_nothing(library, tmp_path, steps):
    said = json.loads(run(library, tmp_path, "full_disk_session", str(steps)))

    assert said.pop("check in: disk_full") > steps * 5
    assert said.keys() <= {"open: nothing", "check in: nothing", "close: nothing"}, said


@pytest.mark.parametrize("stride", [11, pytest.param(1, marks=pytest.mark.long)])
def test_on_a_full_disk_set_up_keys_and_migration_change_nothing(library, tmp_path, stride):
    (tmp_path / "data").mkdir()

    said = json.loads(run(library, tmp_path / "data", "full_disk_acts", str(stride)))

    refused = {told.split(": ")[0] for told in said if not told.endswith("nothing")}
    assert refused == {"set_up", "change_keys", "migrate_store"}, said


def test_a_refusal_that_is_swallowed_is_found_out(library, tmp_path):
    with pytest.raises(AssertionError, match="acknowledged at write 0, and not there"):
        run(library, tmp_path, "full_disk_session", "1", "silent")
