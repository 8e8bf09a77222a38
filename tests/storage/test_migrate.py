"""From an old schema to the new: all of it or nothing, after a backup; a newer one is only read.

Planted faults: a revision whose middle fails, and one that is killed there.
"""

import subprocess
import sys

import pytest
from sqlalchemy.exc import DatabaseError

from kentro_app.bootstrap.backups import back_up
from kentro_app.bootstrap.restoring import restore
from kentro_app.bootstrap.upgrade import upgrade_store
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.services.backups import BEFORE_MIGRATION, BY_HAND, BackupNewer
from kentro_app.storage import migrate, schema, verify
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.errors import DiskFull, StoreNewer
from tests.backup.centre import CHEAP, make_centre, visit
from tests.durability.watching import child_path
from tests.storage.newer import NEXT, revisions
from tests.storage.released import released, schemas


@pytest.fixture
def made(tmp_path):
    return make_centre(tmp_path)


@pytest.fixture
def newer_program(monkeypatch, tmp_path):
    """Lets the program know the made-up schema; `middle` says how its migration goes."""

    def learn(middle):
        monkeypatch.setattr(migrate, "_SCRIPTS", revisions(tmp_path, middle))
        for module in (migrate, schema, verify):
            monkeypatch.setattr(module, "HEAD", NEXT)
        monkeypatch.setattr("kentro_app.bootstrap.restoring.HEAD", NEXT)

    return learn


def state(made):
    """The revision, whether there is the new column, whether there is the new table."""
    connection = connect(made.folder / STORE_FILE, made.key.buffer)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(visits)")]
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master")]
    found = (schema.revision(connection), "weather" in columns, "weathers" in tables)
    connection.close()
    return found


OLD, NEW = (schema.HEAD, False, False), (NEXT, True, True)


def test_there_is_a_store_of_every_released_schema():
    assert schema.HEAD in schemas()


@pytest.mark.parametrize("which", schemas())
def test_every_released_store_comes_to_the_present_schema_and_works(tmp_path, which):
    made = released(which, tmp_path)

    centre = made.open()
    visit(centre)
    centre.close()

    checks = verify_centre(made.folder, made.key)
    assert [check for check in checks if not check.ok] == []


def test_an_old_store_is_backed_up_and_migrated(made, newer_program):
    newer_program("well")

    upgrade_store(made.folder, made.key)

    backups = list((made.folder / "backups").iterdir())
    assert state(made) == NEW
    assert len(backups) == 1


def test_the_backup_before_a_migration_is_of_the_old_schema_and_comes_back_in_the_new(
    made, newer_program, tmp_path
):
    newer_program("well")
    upgrade_store(made.folder, made.key)
    backup = next((made.folder / "backups").iterdir())

    restored = restore(backup, tmp_path / "new", made.card, policy=CHEAP)

    assert restored.manifest.reason == BEFORE_MIGRATION
    assert restored.manifest.schema == OLD[0]
    again = type(made)(tmp_path / "new", made.user, made.secret, made.recovery)
    assert state(again) == NEW


def test_a_migration_that_fails_half_way_leaves_the_old_store(made, newer_program):
    newer_program("fails")

    with pytest.raises(DatabaseError, match="nowhere"):
        upgrade_store(made.folder, made.key)

    assert state(made) == OLD
    assert len(list((made.folder / "backups").iterdir())) == 1


def test_a_migration_killed_half_way_leaves_the_old_store(made, newer_program, tmp_path):
    scripts = revisions(tmp_path, "killed")
    command = [sys.executable, "-m", "tests.storage.newer", str(made.folder)]

    ended = subprocess.run(
        [*command, made.secret.hex(), str(scripts)], env=child_path(), check=False
    )

    assert ended.returncode != 0
    assert state(made) == OLD
    newer_program("well")
    upgrade_store(made.folder, made.key)
    assert state(made) == NEW


def test_nothing_is_migrated_without_a_backup(made, newer_program, monkeypatch):
    newer_program("well")

    def full(*_arguments):
        raise DiskFull

    monkeypatch.setattr("kentro_app.bootstrap.backups.make", full)

    with pytest.raises(DiskFull):
        upgrade_store(made.folder, made.key)
    assert state(made) == OLD


@pytest.fixture
def from_the_future(made):
    connection = connect(made.folder / STORE_FILE, made.key.buffer)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    return made


def test_a_newer_store_opens_for_looking_only(from_the_future):
    centre = from_the_future.open()

    assert centre.store.newer
    with centre.store.view() as work:
        assert work.sites.here().code == "PET"
    with pytest.raises(StoreNewer), centre.store.begin():
        pass
    centre.close()


def test_a_newer_store_is_checked_as_far_as_this_program_knows_it(from_the_future):
    checks = verify_centre(from_the_future.folder, from_the_future.key)

    assert [check for check in checks if not check.ok] == []
    assert {"pages", "structure", "references", "keys", "audit"} < {check.name for check in checks}


def test_a_newer_store_is_backed_up_and_its_backup_is_not_restored_here(from_the_future, tmp_path):
    made = from_the_future
    backup = back_up(made.folder, made.key, BY_HAND)

    with pytest.raises(BackupNewer) as refused:
        restore(backup.path, tmp_path / "new", made.card, policy=CHEAP)

    assert backup.manifest.schema == "9999"
    assert refused.value.facts == {"found": "9999", "known": schema.HEAD}
    assert not (tmp_path / "new").exists()
