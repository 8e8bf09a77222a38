import os
from argparse import Namespace

import pytest

from kentro_app.bootstrap import session
from kentro_app.bootstrap.session import exit_code
from kentro_app.domain.errors import Unavailable
from kentro_app.launcher import LOCKED, LOGGED_IN, QUIT, REASONS
from kentro_app.storage.errors import (
    DiskFull,
    StoreBusy,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreNewer,
    StoreReadOnly,
)
from kentro_app.vault.errors import KeyFileOlder, KeyFileTampered


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (StoreLocked(), "key_refused"),
        (KeyFileTampered(), "key_refused"),
        (KeyFileOlder(), "key_file_older"),
        (StoreBusy(), "store_busy"),
        (StoreDamaged(), "store_damaged"),
        (StoreMissing(), "store_missing"),
        (StoreNewer(), "store_newer"),
        (StoreReadOnly(), "store_read_only"),
        (DiskFull(), "disk_full"),
        (Unavailable(), "unavailable"),
    ],
)
def test_the_log_in_hears_why_the_store_did_not_open(error, reason):
    assert REASONS[exit_code(error)] == reason


def test_no_reason_is_taken_for_an_ordinary_ending():
    assert not {QUIT, LOCKED, LOGGED_IN, 1, 2} & set(REASONS)


def test_a_session_nobody_logs_in_to_ends_quietly(monkeypatch):
    reading, writing = os.pipe()
    os.close(writing)
    monkeypatch.setattr(session, "take_input", lambda: reading)

    code = session.run(Namespace())

    os.close(reading)
    assert code == QUIT
