"""The access log tells on whoever tampers with it (security §7, row 20).

Ten kinds, fifty cases each: everything up to the last head that left the machine is found. Planted
faults: guards in the database alone stop nobody who has the key and another tool; the chain alone
does not see that it was made anew.
"""

import shutil
from random import Random

import pytest
from sqlcipher3 import dbapi2

from kentro_app.bootstrap.backups import back_up
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.services.backups import BY_HAND, HeadUnreadable
from kentro_app.storage.chain import read_chain
from kentro_app.storage.engine import STORE_FILE, connect, guard
from tests.audit.tampering import KINDS, edit, put_back, rewrite, truncate
from tests.backup.centre import make_centre, visit

CASES = 50


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_centre(tmp_path_factory.mktemp("audit"))


@pytest.fixture
def tampered_with(made, tmp_path):
    """Does something to a fresh copy of the store; gives the checks that then fail."""

    def tamper(kind, seed, **known):
        folder = tmp_path / f"{kind.__name__}-{seed}"
        shutil.copytree(made.folder, folder)
        connection = connect(folder / STORE_FILE, made.key.buffer)
        connection.execute("PRAGMA synchronous = OFF")
        kind(connection, Random(seed), entries_of(connection))
        connection.close()
        checks = verify_centre(folder, made.key, **known)
        shutil.rmtree(folder)
        return {check.name for check in checks if not check.ok}

    return tamper


def entries_of(connection):
    return connection.execute("SELECT max(n) FROM audit").fetchone()[0]


@pytest.fixture(scope="module")
def printed(made):
    """The mark at the foot of the last sheet."""
    connection = connect(made.folder / STORE_FILE, made.key.buffer)
    n, digest = connection.execute("SELECT n, digest FROM audit ORDER BY n DESC LIMIT 1").fetchone()
    connection.close()
    return f"{n}-{digest.hex()[:8]}"


def test_a_log_that_nobody_touched_is_in_order(made, printed):
    assert all(check.ok for check in verify_centre(made.folder, made.key, against=printed))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_tampering_is_found(tampered_with, printed, kind):
    found = [tampered_with(kind, seed, against=printed) for seed in range(CASES)]

    assert [faults for faults in found if not faults & {"audit", "schema"}] == []


def test_only_a_head_from_elsewhere_shows_that_old_rows_were_put_back(tampered_with, printed):
    alone = [tampered_with(put_back, seed) for seed in range(5)]
    known = [tampered_with(put_back, seed, against=printed) for seed in range(5)]

    assert not any("audit" in faults for faults in alone)
    assert all("audit" in faults for faults in known)


def test_a_backup_elsewhere_shows_it_too(made, tampered_with, tmp_path):
    backup = back_up(made.folder, made.key, BY_HAND, tmp_path / "usb.kentrobackup").path

    assert "audit" in tampered_with(truncate, 3, backup=backup)
    assert "audit" in tampered_with(put_back, 3, backup=backup)


def test_the_chain_alone_does_not_see_that_it_was_made_anew(made, tmp_path):
    """The planted fault: no signed checkpoints."""
    shutil.copytree(made.folder, tmp_path / "copy")
    connection = connect(tmp_path / "copy" / STORE_FILE, made.key.buffer)
    rewrite(connection, Random(1), entries_of(connection))
    with_checkpoints = read_chain(connection).fault
    connection.execute("DELETE FROM checkpoints")
    without = read_chain(connection).fault
    connection.close()

    assert with_checkpoints
    assert not without


def test_guards_alone_stop_nobody_who_has_the_key(made, tmp_path):
    """The planted fault: triggers only."""
    shutil.copytree(made.folder, tmp_path / "copy")
    connection = connect(tmp_path / "copy" / STORE_FILE, made.key.buffer)
    before = connection.execute("SELECT group_concat(record) FROM audit").fetchone()

    edit(connection, Random(1), entries_of(connection))

    assert connection.execute("SELECT group_concat(record) FROM audit").fetchone() != before
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET record = '{}' WHERE n = 1",
        "DELETE FROM audit WHERE n = 1",
        "DELETE FROM audit",
        "INSERT INTO audit VALUES (1000, '{}', x'00')",
        "INSERT INTO audit VALUES (-1, '{}', x'00')",
        "INSERT OR REPLACE INTO audit SELECT n, '{}', digest FROM audit WHERE n = 1",
        "REPLACE INTO audit VALUES (1, '{}', x'00')",
        "UPDATE OR REPLACE audit SET n = 1 WHERE n = 2",
        "UPDATE checkpoints SET n = 0",
        "DELETE FROM checkpoints",
        "DROP TRIGGER audit_never_changed",
        "ATTACH ':memory:' AS mine",
        "ATTACH 'other.db' AS mine KEY ''",
        "VACUUM INTO 'other.db'",
    ],
)
def test_the_programs_own_connection_cannot_tamper(made, tmp_path, statement):
    shutil.copytree(made.folder, tmp_path / "copy")
    connection = connect(tmp_path / "copy" / STORE_FILE, made.key.buffer)
    guard(connection)

    with pytest.raises(dbapi2.DatabaseError):
        connection.execute(statement)
    connection.close()


def test_an_edited_entry_is_named(made, tmp_path):
    shutil.copytree(made.folder, tmp_path / "copy")
    connection = connect(tmp_path / "copy" / STORE_FILE, made.key.buffer)
    connection.execute("DROP TRIGGER audit_never_changed")
    connection.execute("UPDATE audit SET record = replace(record, 'ok', 'no') WHERE n = 17")

    reading = read_chain(connection)

    connection.close()
    assert reading.fault == "The access log was changed at entry 17."


def test_a_mistyped_mark_is_refused_in_words(made):
    for text in ("", "1234", "x-9f3a2c1b", "12-zz", "-1-9f3a2c1b")[1:]:
        with pytest.raises(HeadUnreadable):
            verify_centre(made.folder, made.key, against=text)


def test_work_goes_on_after_a_mark_and_the_mark_still_holds(tmp_path, printed):
    made = make_centre(tmp_path)
    centre = made.open()
    visit(centre)
    centre.close()

    checks = verify_centre(made.folder, made.key, against=printed)

    assert all(check.ok for check in checks)
