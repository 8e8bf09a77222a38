from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlcipher3 import dbapi2

from kentro_app.domain.ids import new_id
from kentro_app.domain.visits import AlreadyHere
from kentro_app.services.reception import CheckIn, check_in
from kentro_app.storage import engine
from kentro_app.storage.engine import connect, guard
from kentro_app.storage.errors import (
    StoreForeign,
    StoreLocked,
    StoreMissing,
    StoreNewer,
    UnsafeLibrary,
)
from kentro_app.storage.store import Store
from tests.stores import KEY

WRONG = bytearray(b"\x01" * 32)


def test_the_wrong_key_opens_nothing(centre):
    with pytest.raises(StoreLocked):
        connect(centre.store.path, WRONG)


def test_the_file_shows_nothing_of_what_is_in_it(centre):
    centre.register("Καναρίνι", "Ελένη")
    centre.store.close()

    raw = b"".join(path.read_bytes() for path in centre.store.directory.iterdir())

    assert b"SQLite format 3" not in raw
    assert "Καναρίνι".encode() not in raw
    assert "καναρινι".encode() not in raw  # the search index is a second copy


def test_a_short_key_is_never_taken_for_a_passphrase(centre):
    with pytest.raises(ValueError, match="32 bytes"):
        connect(centre.store.path, bytearray(31))


def test_a_missing_store_is_not_made_by_looking_for_it(tmp_path):
    with pytest.raises(StoreMissing):
        connect(tmp_path / "kentro.db", bytearray(KEY))

    assert not (tmp_path / "kentro.db").exists()


def test_a_database_of_another_program_is_refused(centre, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    stranger = connect(other / "kentro.db", bytearray(KEY), create=True)
    stranger.execute("CREATE TABLE notes (text)")
    stranger.close()

    with pytest.raises(StoreForeign):
        Store(other, bytearray(KEY), centre.store.login.actor)


def test_a_plain_database_is_refused(centre, tmp_path):
    (tmp_path / "plain").mkdir()
    path = tmp_path / "plain" / "kentro.db"
    plain = dbapi2.connect(str(path))
    plain.execute("CREATE TABLE notes (text)")
    plain.close()

    with pytest.raises(StoreLocked):
        connect(path, bytearray(KEY))


def test_a_library_with_the_wal_reset_race_is_refused(centre, monkeypatch):
    monkeypatch.setattr(engine, "OLDEST_SQLITE", (99, 0, 0))

    with pytest.raises(UnsafeLibrary):
        connect(centre.store.path, bytearray(KEY))


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
    ],
)
def test_every_setting_that_keeps_data_is_in_force(centre, pragma, value):
    assert centre.rows(f"PRAGMA {pragma}")[0][0] == value


def test_a_setting_that_does_not_take_closes_the_store(centre, monkeypatch):
    asserted = (*engine._ASSERTED, ("journal_mode", "WAL", "not what it answers"))
    monkeypatch.setattr(engine, "_ASSERTED", asserted)

    with pytest.raises(UnsafeLibrary):
        connect(centre.store.path, bytearray(KEY))


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH DATABASE '{path}' AS plain KEY ''",
        "DROP TRIGGER audit_without_gap",
        "UPDATE audit SET record = '' WHERE n = 1",
        "DELETE FROM audit WHERE n = 1",
        "INSERT OR REPLACE INTO audit (n, record, digest) VALUES (1, '', x'')",
        "VACUUM INTO '{path}'",
    ],
)
def test_a_guarded_connection_refuses_what_an_intruder_would_do(centre, tmp_path, statement):
    connection = connect(centre.store.path, bytearray(KEY))
    guard(connection)

    with pytest.raises(dbapi2.DatabaseError):
        connection.execute(statement.format(path=tmp_path / "copy.db"))

    connection.close()
    assert not (tmp_path / "copy.db").exists()


def test_no_extension_can_be_loaded(centre):
    with pytest.raises(dbapi2.OperationalError, match="not authorized"):
        centre.rows("SELECT load_extension('anything')")


def test_a_newer_schema_is_looked_at_and_never_written(centre):
    connection = connect(centre.store.path, bytearray(KEY))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    store = Store(centre.store.directory, bytearray(KEY), centre.store.login.actor)

    with store.view() as work:
        assert work.sites.here().code == "PET"
    with pytest.raises(StoreNewer), store.begin():
        pass
    store.close()


def test_two_desks_cannot_check_in_the_same_person(centre):
    eleni = centre.register()

    def desk(_number):
        try:
            return centre.do(check_in, CheckIn(new_id(), eleni.id), now=centre.clock())
        except AlreadyHere:
            return None

    with ThreadPoolExecutor(4) as desks:
        visits = list(desks.map(desk, range(20)))

    assert sum(visit is not None for visit in visits) == 1


def test_nobody_else_on_the_machine_may_read_the_file(centre):
    assert centre.store.path.stat().st_mode & 0o077 == 0
