"""Backups while somebody writes: every one comes back whole (security §7, row 7).

Planted faults: a copy in portions (`pages=2000` in earnest) begins anew with each foreign commit
and never ends; a copy of the file lacks what lies in the write-ahead log, or is torn.
`pytest -m long tests/backup` makes 100 backups.
"""

import shutil
from threading import Event, Semaphore, Thread

import pytest
from sqlcipher3 import dbapi2

from kentro_app.bootstrap.backups import back_up_centre
from kentro_app.bootstrap.restoring import restore
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.services.backups import BY_HAND
from kentro_app.storage.backup import sealed
from kentro_app.storage.engine import STORE_FILE, connect, give_key
from tests.backup.centre import CHEAP, visit


class Desk:
    """Somebody who checks people in without a break, as long as there is a queue."""

    def __init__(self, centre):
        self._centre, self._end = centre, Event()
        self._queue = Semaphore(0)
        self._thread = Thread(target=self._work)
        self.visits = 0

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_error):
        self._end.set()
        self._thread.join()

    def arrive(self, people):
        self._queue.release(people)

    def _work(self):
        while not self._end.is_set():
            if self._queue.acquire(timeout=0.01):
                visit(self._centre)  # an error here fails the test: pytest watches threads
                self.visits += 1


@pytest.mark.parametrize("count", [5, pytest.param(100, marks=pytest.mark.long)])
def test_every_backup_made_while_somebody_writes_comes_back_whole(made, centre, tmp_path, count):
    backups, written = [], []
    with Desk(centre) as desk:
        for _ in range(count):
            desk.arrive(50)
            written.append(desk.visits)
            backups.append(back_up_centre(centre, BY_HAND, tmp_path))

    assert desk.visits > 5 * count
    for number, (backup, visits) in enumerate(zip(backups, written, strict=True)):
        target = tmp_path / f"restored-{number}"
        restored = restore(backup.path, target, made.key, policy=CHEAP)
        assert restored.manifest.counts["visits"] >= 12 + visits
        checks = verify_centre(target, made.key, backup=backup.path)
        assert [check for check in checks if not check.ok] == []
        shutil.rmtree(target)


def test_a_check_while_somebody_writes_raises_no_false_alarm(made, centre):
    with Desk(centre) as desk:
        desk.arrive(100_000)
        answers = [verify_centre(made.folder, made.key) for _ in range(2)]

    assert desk.visits
    assert [check for checks in answers for check in checks if not check.ok] == []


class NeverEnds(Exception):
    """Enough portions to copy the store ten times over."""


def test_a_copy_in_portions_never_ends_while_somebody_writes(made, centre, tmp_path):
    source, copy = (
        connect(made.folder / STORE_FILE, made.key.buffer),
        dbapi2.connect(str(tmp_path / "copy"), isolation_level=None),
    )
    give_key(copy, made.key.buffer)
    left = []

    def meanwhile(_status, remaining, total):
        visit(centre)
        left.append(remaining)
        if len(left) * 5 > 10 * total:
            raise NeverEnds

    with pytest.raises(NeverEnds):
        source.backup(copy, pages=5, progress=meanwhile)

    source.close()
    copy.close()


def test_a_copied_file_lacks_what_was_acknowledged(made, centre, tmp_path):
    for _ in range(5):
        visit(centre)

    shutil.copy(made.folder / STORE_FILE, tmp_path / "copy")

    with sealed(tmp_path / "copy", made.key.buffer) as connection:
        assert connection.execute("SELECT count(*) FROM visits").fetchone()[0] < 17
