"""The second folder gets its copy, and old backups make room; nothing of anybody else's goes."""

from datetime import timedelta

import pytest

from kentro_app.bootstrap import folders
from kentro_app.bootstrap.backup_file import opened
from kentro_app.bootstrap.backups import back_up
from kentro_app.services.backups import DAILY
from kentro_app.settings import Settings
from tests.backup.centre import NINE


def at(moment):
    return lambda: moment


@pytest.fixture
def second(monkeypatch, tmp_path):
    """A second folder in the settings, as on a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()

    known = Settings(second_backup_folder=str(folder))
    monkeypatch.setattr(folders.settings, "load", lambda _directory: known)
    return folder


def test_a_copy_goes_to_the_second_folder(made, second):
    backup = back_up(made.folder, made.key, DAILY)

    assert backup.second == second / backup.path.name
    assert backup.second.read_bytes() == backup.path.read_bytes()
    assert backup.second.stat().st_mode & 0o777 == 0o600


def test_a_missing_second_folder_is_reported_and_costs_nothing(made, second):
    second.rmdir()

    backup = back_up(made.folder, made.key, DAILY)

    assert backup.second_missing
    assert backup.path.exists()


def test_old_backups_go_and_strangers_stay(made):
    folder = made.folder / "backups"
    days = [NINE + timedelta(days=n) for n in range(16)]
    for day in days:
        back_up(made.folder, made.key, DAILY, clock=at(day))
        if day == days[0]:
            (folder / "kentro-20200101T0900.kentrobackup").write_bytes(b"not ours")
            (folder / "photo.jpg").write_bytes(b"not ours")

    left = {path.name for path in folder.iterdir()}

    assert {"kentro-20200101T0900.kentrobackup", "photo.jpg"} < left
    assert "kentro-20260303T0900.kentrobackup" not in left
    assert len(left) == 2 + 7 + 1  # seven days, the Sunday of the week before, and the strangers


def test_a_backup_of_another_centre_is_not_ours_to_remove(made, tmp_path):
    folder = made.folder / "backups"
    other = back_up(made.folder, made.key, DAILY, clock=at(NINE - timedelta(days=900))).path
    data = bytearray(other.read_bytes())
    content = other.read_bytes()
    with opened(other) as found:
        mac = found.seal.mac.hex().encode()
    data[:] = content.replace(mac, bytes(reversed(mac)))
    other.write_bytes(data)

    for n in range(9):
        back_up(made.folder, made.key, DAILY, clock=at(NINE + timedelta(days=n)))

    assert other in folder.iterdir()
