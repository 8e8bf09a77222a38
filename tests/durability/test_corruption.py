"""Damaged files (security §4.4): noticed or harmless, never a wrong value, never a crash.

Planted fault: only one of the two page checks. The judgement runs in worker processes, because a
crash of the library would end them. `pytest -m long tests/durability` makes 10,000 damages.
"""

import multiprocessing
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

import pytest

from kentro_app.storage import checks
from kentro_app.storage.engine import connect
from tests.durability.centre import DATABASE_FILES, examine, found, key, reopen
from tests.durability.damage import DATABASE, PAGE, Scene, flipped_at, old_page_at
from tests.durability.harm import HARMLESS, NOTICED, WRONG, Trial, lay, try_many, verdict

CHECK_INS = 60
CHUNK = 50


def scene(folder, *, crashed):
    """A store with a past: after a crash (with a WAL) or closed in order.

    Between the past and the present visits changed and few were added: most old pages then fit
    their neighbours, and only the operations speak against them.
    """
    centre = found(folder)
    for number in range(CHECK_INS - 5):
        centre.check_in(number)
    centre.close()
    leave_free_pages(folder)
    before = (folder / DATABASE).read_bytes()
    centre = reopen(folder, checkpoint=1_000)
    for number in range(CHECK_INS // 2):
        centre.finish(number)
    for number in range(CHECK_INS - 5, CHECK_INS):
        centre.check_in(number)
    if not crashed:
        centre.close()
    now = {n: (folder / n).read_bytes() for n in DATABASE_FILES if (folder / n).exists()}
    centre.close()
    return Scene(now, before)


def leave_free_pages(folder):
    """As after a migration: pages in the file that nothing refers to."""
    connection = connect(folder / DATABASE, key())
    connection.execute("CREATE TABLE past AS SELECT randomblob(100000) AS pages")
    connection.execute("DROP TABLE past")
    connection.close()


@pytest.fixture(params=["closed", "crashed"])
def trial(request, tmp_path):
    (tmp_path / "made").mkdir()
    made = scene(tmp_path / "made", crashed=request.param == "crashed")
    lay(made.now, tmp_path / "sound")
    truth = examine(tmp_path / "sound")
    assert len(truth.visits) == CHECK_INS
    assert truth.whole
    return Trial(made, truth)


def verdicts(trial, damages, folder):
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    seeds = [range(at, min(at + CHUNK, damages)) for at in range(0, damages, CHUNK)]
    with ProcessPoolExecutor(2, mp_context=context) as workers:
        return sum(workers.map(try_many, repeat(trial), seeds, repeat(folder)), Counter())


@pytest.mark.parametrize("damages", [100, pytest.param(5_000, marks=pytest.mark.long)])
def test_damage_is_noticed_or_harmless(trial, tmp_path, damages):
    seen = verdicts(trial, damages, tmp_path)

    assert not {kind for kind, verdict in seen if verdict == WRONG}, seen
    assert sum(seen.values()) == damages
    assert {verdict for _, verdict in seen} == {NOTICED, HARMLESS}


def unnoticed(trial, damage, folder):
    """Pages on which this damage goes unnoticed."""
    pages = range(0, len(trial.scene.before), PAGE)
    left = folder / "left"
    return {at for at in pages if verdict(trial, damage(trial.scene, at), left) != NOTICED}


@pytest.mark.parametrize("trial", ["closed"], indirect=True)
def test_without_the_structure_check_old_pages_go_unnoticed(trial, tmp_path, monkeypatch):
    with_both = unnoticed(trial, old_page_at, tmp_path)

    monkeypatch.setattr(checks, "structure", lambda _connection: "")

    assert with_both < unnoticed(trial, old_page_at, tmp_path)


@pytest.mark.parametrize("trial", ["closed"], indirect=True)
def test_without_the_check_of_pages_flipped_bits_go_unnoticed(trial, tmp_path, monkeypatch):
    assert not unnoticed(trial, flipped_at, tmp_path)

    monkeypatch.setattr(checks, "pages", lambda _connection: "")

    assert unnoticed(trial, flipped_at, tmp_path)
