"""Power cuts (security §4.2): what was acknowledged before the cut is there after it.

Planted faults: `synchronous=NORMAL` loses acknowledged check-ins; a key file that is renamed
without a sync is lost. Seeds are fixed; `pytest -m long tests/durability` makes 20,000 cuts.
"""

import shutil
from collections import Counter

import pytest

from kentro_app.domain.errors import Unavailable
from kentro_app.vault import keyfile, keyring
from tests.durability import founding_session, migration_session
from tests.durability.centre import examine, note
from tests.durability.disk import Cut, lay_out, power_cuts
from tests.durability.key_session import CHEAP, PASSWORD, WRITTEN
from tests.durability.migration_session import MIGRATED, OLD
from tests.durability.session import CHECKED_IN, FOUNDED
from tests.durability.watching import record

SEED = 20250303
CHECK_INS = "120"


def verdict(cut: Cut, folder) -> str:
    """ "whole", or in a word what the cut did to the store."""
    promised = cut.marks.count(CHECKED_IN)
    try:
        state = examine(folder)
    except Unavailable:
        return "not opened" if FOUNDED in cut.marks else "whole"
    if not state.whole:
        return "torn"
    kept = len(state.visits)
    if kept < promised or state.visits != {number: note(number) for number in range(kept)}:
        return "lost"
    return "whole"


def after_cuts(log, folder, cuts, judge, since="") -> Counter[str]:
    verdicts: Counter[str] = Counter()
    for cut in power_cuts(log, folder, cuts, seed=SEED, since=since):
        left = folder.with_name("left")
        lay_out(cut.files, left)
        verdicts[judge(cut, left)] += 1
        shutil.rmtree(left)
    return verdicts


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("cuts", [200, pytest.param(13_000, marks=pytest.mark.long)])
def test_no_acknowledged_check_in_is_lost_at_a_power_cut(library, folder, cuts):
    log = record(library, folder, "session", CHECK_INS)

    verdicts = after_cuts(log, folder, cuts, verdict)

    assert verdicts == {"whole": cuts}, f"seed {SEED}"


def test_without_a_sync_at_each_commit_check_ins_are_lost(library, folder):
    log = record(library, folder, "session", CHECK_INS, "NORMAL")

    verdicts = after_cuts(log, folder, 60, verdict)

    assert verdicts["lost"] > 10, f"the harness sees nothing: {verdicts}"


def key_verdict(cut: Cut, folder) -> str:
    """ "whole" when the password opens what was written last, or what was being written."""
    promised = max((int(said.removeprefix(WRITTEN)) for said in cut.marks), default=0)
    try:
        document = keyfile.read(folder)
        keyring.unlock(document, "eleni", PASSWORD, CHEAP)
    except Unavailable:
        return "lost" if promised else "whole"
    return "whole" if promised <= document.generation <= promised + 1 else "old"


def founding_verdict(cut: Cut, folder) -> str:
    """ "none" when the set-up can simply be started again, "whole" when its password opens it."""
    centre = folder / founding_session.CENTRE
    if not centre.exists() or not any(centre.iterdir()):
        return "lost" if FOUNDED in cut.marks else "none"
    try:
        return "whole" if founding_session.opens(centre) else "torn"
    except Unavailable:
        return "torn"


@pytest.mark.parametrize("cuts", [40, pytest.param(1_000, marks=pytest.mark.long)])
def test_a_power_cut_leaves_a_whole_new_centre_or_none(library, folder, cuts):
    log = record(library, folder, "founding_session")

    verdicts = after_cuts(log, folder, cuts, founding_verdict)

    assert verdicts.keys() == {"none", "whole"}, f"{verdicts}, seed {SEED}"


@pytest.mark.parametrize("cuts", [100, pytest.param(3_000, marks=pytest.mark.long)])
def test_the_key_file_outlives_every_power_cut(library, folder, cuts):
    log = record(library, folder, "key_session", "20")

    verdicts = after_cuts(log, folder, cuts, key_verdict)

    assert verdicts == {"whole": cuts}, f"seed {SEED}"


def test_a_key_file_renamed_without_a_sync_is_lost(library, folder):
    log = record(library, folder, "key_session", "20", "forgetful")

    verdicts = after_cuts(log, folder, 60, key_verdict)

    assert verdicts["lost"] > 10, f"the harness sees nothing: {verdicts}"


def migration_verdict(cut: Cut, folder) -> str:
    """ "old" or "new" for a store with all its visits; anything else is a fault."""
    try:
        state = examine(folder)
    except Unavailable:
        return "not opened"
    if not state.whole or len(state.visits) != migration_session.CHECK_INS:
        return "torn"
    schema = migration_session.schema(folder)
    return "lost" if MIGRATED in cut.marks and schema != "new" else schema


@pytest.mark.parametrize("cuts", [80, pytest.param(3_000, marks=pytest.mark.long)])
def test_a_power_cut_leaves_the_old_schema_or_the_new_one(library, folder, cuts):
    log = record(library, folder, "migration_session")

    verdicts = after_cuts(log, folder, cuts, migration_verdict, since=OLD)

    assert verdicts.keys() == {"old", "new"}, f"{verdicts}, seed {SEED}"


def test_a_migration_statement_by_statement_is_found_half_done(library, folder):
    log = record(library, folder, "migration_session", "driver-default")

    verdicts = after_cuts(log, folder, 60, migration_verdict, since=OLD)

    assert verdicts["between"] > 5, f"the harness sees nothing: {verdicts}"
