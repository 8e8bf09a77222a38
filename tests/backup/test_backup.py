"""Backups are made whole, in the right place, under a right name, and by whom it is allowed."""

import os
import zipfile
from datetime import timedelta

import pytest

from kentro_app.bootstrap import backups
from kentro_app.bootstrap.backups import (
    back_up,
    back_up_centre,
    checkpoint_if_due,
    daily_backup,
    latest,
)
from kentro_app.bootstrap.restoring import restore
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.domain.errors import Unavailable
from kentro_app.domain.roles import Role
from kentro_app.services.access import NotAllowed
from kentro_app.services.backups import BY_HAND, DAILY, BackupExists, BackupNotVerified
from kentro_app.storage import container
from kentro_app.storage.engine import STORE_FILE
from kentro_app.storage.errors import DiskFull, StoreLocked, StoreReadOnly
from tests.backup.centre import CHEAP, NINE, visit

MEMBERS = ["manifest.json", "seal.json", "keys.json", "kentro.db"]


def at(moment):
    return lambda: moment


def test_a_backup_bears_the_local_time_of_the_site(made):
    backup = back_up(made.folder, made.key, BY_HAND, clock=at(NINE))

    assert backup.path == made.folder / "backups" / "kentro-20260302T0900.kentrobackup"
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert backup.path.parent.stat().st_mode & 0o777 == 0o700


def test_a_second_backup_in_the_same_minute_gets_a_free_name(made):
    stems = [back_up(made.folder, made.key, BY_HAND, clock=at(NINE)).path.stem for _ in range(3)]

    assert [stem.removeprefix("kentro-20260302T0900") for stem in stems] == ["", "-2", "-3"]


def test_nothing_but_the_backup_is_left_in_the_folder(made):
    backup = back_up(made.folder, made.key, BY_HAND)

    assert list(backup.path.parent.iterdir()) == [backup.path]


def test_any_program_for_zip_files_can_list_it(made):
    backup = back_up(made.folder, made.key, BY_HAND)

    with zipfile.ZipFile(backup.path) as archive:
        assert archive.namelist() == MEMBERS
        assert archive.testzip() is None


def test_the_store_inside_is_closed_to_the_key_of_the_store_outside(made, tmp_path):
    backup = back_up(made.folder, made.key, BY_HAND)
    (tmp_path / "out").mkdir()
    with zipfile.ZipFile(backup.path) as archive:
        archive.extract("kentro.db", tmp_path / "out")

    checks = verify_centre(tmp_path / "out", made.key)

    assert [check.name for check in checks if not check.ok] == ["store"]


def test_the_manifest_says_what_the_store_holds(made, centre):
    backup = back_up_centre(centre)

    assert backup.manifest.counts["visits"] == 12
    assert backup.manifest.counts["persons"] == 3
    assert backup.manifest.building == centre.store.login.desk.building
    assert set(backup.manifest.members) == {"kentro.db", "keys.json"}


def test_backups_are_numbered_and_noted_in_the_access_log(made, centre):
    generations = [back_up_centre(centre).generation for _ in range(3)]

    with centre.store.view() as work:
        records = [entry.record for entry in work.trail.entries(0, 1000)]
    noted = [record for record in records if '"backup.made"' in record]
    assert generations == [1, 2, 3]
    assert len(noted) == 3
    assert '"generation":3' in noted[-1]
    assert '"reason":"by-hand"' in noted[-1]


def test_the_first_log_in_of_a_day_makes_a_backup_and_the_second_does_not(centre):
    first = daily_backup(centre, clock=at(NINE))
    second = daily_backup(centre, clock=at(NINE + timedelta(hours=9)))
    tomorrow = daily_backup(centre, clock=at(NINE + timedelta(days=1)))

    assert first is not None
    assert first.manifest.reason == DAILY
    assert second is None
    assert tomorrow is not None


def test_a_day_begins_at_midnight_of_the_site(centre):
    before = NINE.replace(hour=21, minute=59)  # 23:59 in Athens
    daily_backup(centre, clock=at(before))

    assert daily_backup(centre, clock=at(before + timedelta(minutes=2))) is not None


def test_the_newest_backup_says_how_old_it_is(made, centre):
    assert latest(made.folder) is None
    daily_backup(centre, clock=at(NINE))
    newer = daily_backup(centre, clock=at(NINE + timedelta(days=3)))

    found = latest(made.folder)

    assert (found.path, found.at) == (newer.path, NINE + timedelta(days=3))


def test_the_front_desk_makes_no_backup_by_hand(made, centre, monkeypatch):
    login = centre.store.login
    object.__setattr__(login, "actor", type(login.actor)(made.user, "x", Role.DESK, made.user))

    with pytest.raises(NotAllowed):
        back_up_centre(centre)
    assert daily_backup(centre) is not None


def test_a_backup_goes_where_it_is_asked_to_go(made, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()

    named = back_up(made.folder, made.key, BY_HAND, stick / "monday.kentrobackup")
    unnamed = back_up(made.folder, made.key, BY_HAND, stick)

    assert {named.path.parent, unnamed.path.parent} == {stick}
    assert sorted(stick.iterdir()) == sorted([named.path, unnamed.path])


def test_no_file_is_overwritten(made, tmp_path):
    taken = tmp_path / "taken.kentrobackup"
    taken.write_text("mine")

    with pytest.raises(BackupExists):
        back_up(made.folder, made.key, BY_HAND, taken)
    assert taken.read_text() == "mine"


def test_a_folder_that_is_not_there_is_a_clear_refusal(made, tmp_path):
    with pytest.raises(StoreReadOnly):
        back_up(made.folder, made.key, BY_HAND, tmp_path / "gone" / "x.kentrobackup")


def test_a_wrong_key_makes_no_backup(made):
    wrong = made.key
    wrong.buffer[0] ^= 1

    with pytest.raises(StoreLocked):
        back_up(made.folder, wrong, BY_HAND)
    assert not (made.folder / "backups").exists()


def test_a_full_disk_leaves_nothing_behind(made, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(container, "write", full)

    with pytest.raises(DiskFull):
        back_up(made.folder, made.key, BY_HAND)
    assert list((made.folder / "backups").iterdir()) == []


def test_a_medium_that_writes_something_else_is_found_out(made, monkeypatch):
    honest = container.write

    def lying(target, *rest):
        honest(target, *rest)
        target.seek(-20_000, os.SEEK_END)
        target.write(b"\0" * 9)

    monkeypatch.setattr(container, "write", lying)

    with pytest.raises(BackupNotVerified):
        back_up(made.folder, made.key, BY_HAND)
    assert list((made.folder / "backups").iterdir()) == []


def test_a_damaged_store_makes_no_backup(made):
    path = made.folder / STORE_FILE
    content = bytearray(path.read_bytes())
    content[20_000] ^= 4
    path.write_bytes(content)

    with pytest.raises(Unavailable) as refused:
        back_up(made.folder, made.key, BY_HAND)

    assert refused.value.code in ("store_damaged", "disk_failing", "store_locked")
    assert list((made.folder / "backups").glob("*")) == []


def test_a_backup_signs_the_head_of_the_access_log(made, centre):
    visit(centre)
    before = back_up_centre(centre, clock=at(NINE)).manifest.counts["checkpoints"]
    visit(centre)

    after = back_up_centre(centre, clock=at(NINE)).manifest.counts["checkpoints"]

    assert after == before + 1


def test_a_timer_signs_the_head_after_a_quarter_of_an_hour(centre):
    back_up_centre(centre, clock=at(NINE))
    visit(centre)

    early = checkpoint_if_due(centre, clock=at(NINE + timedelta(minutes=14)))
    late = checkpoint_if_due(centre, clock=at(NINE + timedelta(minutes=15)))
    again = checkpoint_if_due(centre, clock=at(NINE + timedelta(minutes=40)))

    assert (early, late, again) == (False, True, False)


def test_a_lock_in_the_middle_seals_no_backup_with_an_empty_key(made, monkeypatch, tmp_path):
    """The planted fault: the session's key is wiped while the backup is being made."""
    key = made.key
    honest = backups.make

    def lock_meanwhile(*arguments):
        key.wipe()
        return honest(*arguments)

    monkeypatch.setattr(backups, "make", lock_meanwhile)
    backup = back_up(made.folder, key, BY_HAND).path

    assert restore(backup, tmp_path / "new", made.card, policy=CHEAP)


def test_a_key_that_is_wiped_already_makes_no_backup(made):
    key = made.key
    key.wipe()

    with pytest.raises(StoreLocked):
        back_up(made.folder, key, BY_HAND)
