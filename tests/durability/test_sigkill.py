"""Killed at any moment (security §7 row 1): what was acknowledged is there, and nothing by halves.

A kill proves less than a power cut, for the system still writes what it had been given; what it
does prove is that visit, operation and audit entry are one transaction. Planted fault: the
operation in a second transaction. `pytest -m long tests/durability` kills 1,000 times.
"""

from random import Random

import pytest

from tests.durability.centre import examine, found, note, reopen, reopen_torn
from tests.durability.crash import kill_a_desk

SEED = 20250303
KILLS_PER_STORE = 25


def kill_again_and_again(open_centre, folder, kills, chance):
    """Kill desk after desk on one store; gives the states found and what had been acknowledged."""
    found(folder).close()
    kept = 0
    for _ in range(kills):
        acknowledged = kill_a_desk(open_centre, folder, kept, seconds=chance.uniform(0, 0.15))
        state = examine(folder)
        kept = len(state.visits)
        yield acknowledged, state


@pytest.mark.parametrize("stores", [1, pytest.param(40, marks=pytest.mark.long)])
def test_a_killed_desk_loses_nothing_it_acknowledged(tmp_path, stores):
    chance = Random(SEED)
    check_ins = 0

    for store in range(stores):
        folder = tmp_path / str(store)
        folder.mkdir()
        for acknowledged, state in kill_again_and_again(reopen, folder, KILLS_PER_STORE, chance):
            assert state.whole, state.complaints
            assert len(state.visits) >= acknowledged
        assert state.visits == {number: note(number) for number in range(len(state.visits))}
        check_ins += len(state.visits)

    assert check_ins > stores * KILLS_PER_STORE, "the desks were killed before they did anything"


def test_an_operation_in_a_second_transaction_is_found_out(tmp_path):
    states = kill_again_and_again(reopen_torn, tmp_path, 100, Random(SEED))

    assert any(not state.whole for _, state in states)
