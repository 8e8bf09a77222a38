"""The session gets what would hold it up behind it, and loses nothing by it."""

import gc
import subprocess
import sys

from kentro_app.bootstrap import settling
from kentro_app.bootstrap.bench.memory import own_mib
from kentro_app.bootstrap.bench.start import offscreen


def test_what_is_there_is_passed_over_and_what_comes_is_not():
    gc.unfreeze()
    try:
        settling.look_past_the_lasting()

        cycle = []
        cycle.append(cycle)
        del cycle
        assert gc.get_freeze_count() > 1000
        assert gc.collect() >= 1
    finally:
        gc.unfreeze()


def test_the_listener_hears_nothing_more_afterwards(qapp):
    settling.meet_every_class(qapp)

    assert not [one for one in gc.get_objects() if isinstance(one, settling._Listener)]


def test_spending_little_never_stands_in_the_way(monkeypatch):
    settling.spend_little()

    monkeypatch.setattr("sys.platform", "darwin")
    settling.spend_little()


def test_what_was_freed_in_the_middle_goes_back():
    blocks = [bytearray(b"x" * 100_000) for _block in range(400)]
    del blocks[:-1]
    held = own_mib()

    settling.give_back()

    if settling._of_glibc("malloc_trim"):  # elsewhere it is the system's own business
        assert own_mib() < held - 20


def test_importing_a_screen_reads_nobodys_source():
    script = "import kentro_app.bootstrap.login, linecache; print(*linecache.cache)"

    done = subprocess.run(
        [sys.executable, "-c", script], env=offscreen(), capture_output=True, text=True
    )

    assert done.returncode == 0
    assert "kentro_app" not in done.stdout
