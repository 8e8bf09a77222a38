"""A backup comes back whole, opened by those who may, into an empty folder; or nothing happens."""

from dataclasses import replace

import pytest

from kentro_app.bootstrap.backups import back_up, back_up_centre
from kentro_app.bootstrap.drill import drill, note_drilled
from kentro_app.bootstrap.restoring import Password, restore
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.services.backups import (
    BY_HAND,
    BackupDamaged,
    BackupForeign,
    BackupMissing,
    BackupNewer,
    BackupTargetNotEmpty,
    NotAnAdministrator,
)
from kentro_app.services.transaction import perform
from kentro_app.storage import manifest as manifests
from kentro_app.vault.errors import WrongPassword, WrongRecoveryCode
from kentro_app.vault.recovery import RecoveryCode
from tests.backup.centre import (
    ADMIN,
    CHEAP,
    CLERK,
    DESK_PASSWORD,
    PASSWORD,
    open_with,
    visit,
)


@pytest.fixture
def backup(made):
    return back_up(made.folder, made.key, BY_HAND).path


def bring_back(backup, target, opener):
    return restore(backup, target, opener, policy=CHEAP)


def test_an_administrator_restores_with_her_password_and_works_on(made, backup, tmp_path):
    bring_back(backup, tmp_path / "new", Password(ADMIN, PASSWORD))

    centre = open_with(tmp_path / "new", made.user, made.key)
    visit(centre)
    centre.close()
    assert all(check.ok for check in verify_centre(tmp_path / "new", made.key))


def test_the_recovery_card_restores_when_every_password_is_forgotten(made, backup, tmp_path):
    restored = bring_back(backup, tmp_path / "new", made.card)

    assert restored.manifest.counts["visits"] == 12
    assert all(check.ok for check in verify_centre(tmp_path / "new", made.key))


def test_only_store_and_keys_lie_in_the_folder_and_nobody_else_may_read_them(
    backup, made, tmp_path
):
    target = tmp_path / "new"
    bring_back(backup, target, made.card)

    assert sorted(path.name for path in target.iterdir()) == ["kentro.db", "keys.json"]
    assert {path.stat().st_mode & 0o777 for path in target.iterdir()} == {0o600}
    assert target.stat().st_mode & 0o777 == 0o700


def test_a_restored_desk_is_a_new_incarnation_and_says_so_in_the_log(made, centre, tmp_path):
    old = centre.store.login.desk
    backup = back_up_centre(centre).path
    bring_back(backup, tmp_path / "new", Password(ADMIN, PASSWORD))

    again = open_with(tmp_path / "new", made.user, made.key)
    with again.store.view() as work:
        last = [e.record for e in work.trail.entries(0, 1000) if "backup.restored" in e.record]
    new = again.store.login.desk
    again.close()

    assert new.incarnation != old.incarnation
    assert replace(new, incarnation=old.incarnation) == old
    assert len(last) == 1
    assert '"generation":1' in last[0]
    assert str(made.user) in last[0]


def test_the_next_backup_of_a_restored_desk_has_a_later_number(made, centre, tmp_path):
    generations = [back_up_centre(centre) for _ in range(3)]
    bring_back(generations[-1].path, tmp_path / "new", made.card)

    assert back_up(tmp_path / "new", made.key, BY_HAND).generation == 4


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(backup, tmp_path):
    for name, password in ((ADMIN, DESK_PASSWORD), ("nobody", PASSWORD)):
        with pytest.raises(WrongPassword) as refused:
            bring_back(backup, tmp_path / "new", Password(name, password))
        assert refused.value.facts == {}


def test_the_front_desk_restores_nothing(backup, tmp_path):
    with pytest.raises(NotAnAdministrator):
        bring_back(backup, tmp_path / "new", Password(CLERK, DESK_PASSWORD))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["centre"]


def test_another_buildings_card_opens_nothing(backup, tmp_path):
    with pytest.raises(WrongRecoveryCode):
        bring_back(backup, tmp_path / "new", RecoveryCode.random())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["centre"]


def test_a_living_store_is_never_restored_over(made, backup):
    before = {path.name: path.read_bytes() for path in made.folder.iterdir() if path.is_file()}

    with pytest.raises(BackupTargetNotEmpty):
        bring_back(backup, made.folder, made.card)
    assert before == {p.name: p.read_bytes() for p in made.folder.iterdir() if p.is_file()}


def test_an_empty_folder_is_as_good_as_none(made, backup, tmp_path):
    (tmp_path / "empty").mkdir()

    bring_back(backup, tmp_path / "empty", made.card)

    assert all(check.ok for check in verify_centre(tmp_path / "empty", made.key))


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (None, BackupMissing),
        (b"", BackupForeign),
        (b"SQLite format 3\0" + bytes(4096), BackupForeign),
        (b"PK\x03\x04", BackupDamaged),
        (b"PK\x05\x06" + bytes(18), BackupForeign),
        (b"PK\x03\x04" + b"\xff" * 5000, BackupDamaged),
    ],
)
def test_other_files_are_refused_by_name(made, tmp_path, content, refusal):
    file = tmp_path / "file.kentrobackup"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(refusal):
        bring_back(file, tmp_path / "new", made.card)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_refused(made, backup, tmp_path, kept):
    content = backup.read_bytes()
    backup.write_bytes(content[: int(len(content) * kept)])

    with pytest.raises(BackupDamaged):
        bring_back(backup, tmp_path / "new", made.card)


def test_a_file_with_something_behind_it_is_refused(made, backup, tmp_path):
    backup.write_bytes(backup.read_bytes() + b"x")

    with pytest.raises(BackupDamaged):
        bring_back(backup, tmp_path / "new", made.card)


def test_a_backup_of_a_newer_format_is_not_tried(made, tmp_path, monkeypatch):
    with monkeypatch.context() as newer:
        newer.setattr(manifests, "FORMAT", 2)
        backup = back_up(made.folder, made.key, BY_HAND).path

    with pytest.raises(BackupNewer) as refused:
        bring_back(backup, tmp_path / "new", made.card)
    assert refused.value.facts == {"found": 2, "known": 1}


def test_the_drill_brings_everything_back_and_leaves_nothing(made, backup):
    before = sorted(path for path in made.folder.rglob("*"))

    drilled = drill(backup, made.folder, Password(ADMIN, PASSWORD), policy=CHEAP)

    assert drilled.ok
    assert drilled.manifest.counts["visits"] == 12
    assert sorted(path for path in made.folder.rglob("*")) == before


def test_whoever_is_logged_in_can_drill_and_it_is_noted(made, centre):
    backup = back_up_centre(centre).path

    drilled = drill(backup, made.folder, centre.key, policy=CHEAP)
    perform(centre.store.begin, lambda work: note_drilled(work, drilled))

    with centre.store.view() as work:
        n, _digest = work.trail.head()
        assert '"backup.drilled"' in work.trail.entries(n - 1, 1)[0].record


def test_a_failed_restore_of_a_sealed_lie_leaves_nothing(made, centre, tmp_path, monkeypatch):
    """Planted fault: a manifest that counts wrongly, sealed and signed all the same."""
    real = manifests.encode
    with monkeypatch.context() as lying:
        lying.setattr("kentro_app.bootstrap.making._check", lambda *_arguments: None)
        lying.setattr(
            "kentro_app.bootstrap.making.encode",
            lambda manifest: real(replace(manifest, counts={**manifest.counts, "visits": 13})),
        )
        backup = back_up(made.folder, made.key, BY_HAND).path

    with pytest.raises(BackupDamaged):
        bring_back(backup, tmp_path / "new", made.card)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["centre"]
