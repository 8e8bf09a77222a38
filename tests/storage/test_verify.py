"""Whatever is wrong with a store, verify names it; and it changes nothing."""

import shutil

import pytest

from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.services.transaction import perform
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.storage.errors import StoreMissing
from tests.backup.centre import make_centre, register, visit

NAMES = [
    "library",
    "store",
    "pages",
    "structure",
    "references",
    "schema",
    "keys",
    "operations",
    "records",
    "search",
    "clock",
    "audit",
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return make_centre(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def faults(whole, tmp_path):
    """Runs statements past the program on a copy of the store; gives the checks that then fail."""

    def run(*statements):
        folder = tmp_path / "copy"
        shutil.copytree(whole.folder, folder)
        connection = connect(folder / STORE_FILE, whole.key.buffer)
        for statement in statements:
            connection.execute(statement)
        connection.close()
        return wrong(folder, whole.key)

    return run


def wrong(folder, key):
    return [check.name for check in verify_centre(folder, key) if not check.ok]


def test_a_sound_store_passes_every_check(whole):
    checks = verify_centre(whole.folder, whole.key)

    assert [check.name for check in checks] == NAMES
    assert [check for check in checks if not check.ok] == []


def test_an_open_store_passes_too_and_nothing_in_it_changes(whole, tmp_path):
    shutil.copytree(whole.folder, tmp_path / "copy")
    made = type(whole)(tmp_path / "copy", whole.user, whole.secret, whole.recovery)
    centre = made.open()
    visit(centre)
    with centre.store.view() as work:
        before = work.trail.head()

    found = wrong(made.folder, made.key)

    with centre.store.view() as work:
        assert work.trail.head() == before
    centre.close()
    assert found == []


def test_no_store_is_no_answer(tmp_path, whole):
    with pytest.raises(StoreMissing):
        verify_centre(tmp_path, whole.key)


def test_a_wrong_key_opens_nothing(whole):
    key = whole.key
    key.buffer[5] ^= 1

    checks = verify_centre(whole.folder, key)

    assert [(check.name, check.ok) for check in checks] == [("library", True), ("store", False)]
    assert "key" in checks[-1].detail


def test_another_programs_database_is_told_apart(faults):
    assert faults("PRAGMA application_id = 1") == ["store"]


@pytest.mark.parametrize("page", [2, 5, 20])
def test_one_flipped_bit_in_a_page_is_found(whole, tmp_path, page):
    shutil.copytree(whole.folder, tmp_path / "copy")
    path = tmp_path / "copy" / STORE_FILE
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 + 1234] ^= 16
    path.write_bytes(content)

    assert wrong(tmp_path / "copy", whole.key)


def test_a_cut_file_is_found(whole, tmp_path):
    shutil.copytree(whole.folder, tmp_path / "copy")
    path = tmp_path / "copy" / STORE_FILE
    path.write_bytes(path.read_bytes()[:-4096])

    assert wrong(tmp_path / "copy", whole.key)


def test_a_record_that_refers_to_nobody_is_found(faults):
    off = "PRAGMA foreign_keys = OFF"
    found = faults(off, "UPDATE visits SET recorded_by = x'00' WHERE ticket = 1")

    assert found == ["references", "records"]


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER audit_never_changed",
        "DROP TRIGGER audit_without_gap",
        "DROP INDEX visits_of_person",
        "CREATE TABLE mine (x)",
        "CREATE TRIGGER spy AFTER INSERT ON persons BEGIN DELETE FROM prints; END",
        "ALTER TABLE visits ADD COLUMN mine TEXT",
        "CREATE VIEW mine AS SELECT * FROM persons",
    ],
)
def test_a_schema_that_no_migration_made_is_found(faults, statement):
    assert faults(statement) == ["schema"]


def test_a_weakened_guard_is_found(faults):
    found = faults(
        "DROP TRIGGER audit_never_changed",
        "CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit WHEN 0"
        " BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END",
    )

    assert found == ["schema"]


def test_a_record_without_its_operation_is_found(faults):
    found = faults(
        "INSERT INTO visits (id, site_id, day, letter, ticket, channel, arrived_at, recorded_by,"
        " late_entry, stage) SELECT randomblob(16), site_id, day, letter, 900, channel, arrived_at,"
        " recorded_by, late_entry, stage FROM visits LIMIT 1"
    )

    assert found == ["operations"]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM visits WHERE ticket = 1",
        "DELETE FROM operations WHERE entity = 'visit' AND position % 2 = 0",
        "UPDATE operations SET audit_n = 100000 WHERE position = 9",
        "UPDATE operations SET audit_n = audit_n - 1 WHERE position = 9",
        "UPDATE operations SET entity = 'ghost' WHERE position = 9",
        "UPDATE operations SET kind = 'set' WHERE position = 9",
    ],
)
def test_operations_that_do_not_fit_are_found(faults, statement):
    assert "operations" in faults(statement)


def test_a_clock_that_ran_back_is_found(faults):
    assert faults("UPDATE operations SET hlc_ms = 5 WHERE position = 20") == ["clock"]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM person_search WHERE rowid = 1",
        "INSERT INTO person_search (rowid, names, sounds, numbers) VALUES (99, 'a', 'b', 'c')",
    ],
)
def test_a_search_that_knows_other_people_is_found(faults, statement):
    assert faults(statement) == ["search"]


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE persons SET surname = 'Άλλου' WHERE position = 2", ["records", "search"]),
        ("UPDATE visits SET arrived_at = arrived_at - 60000", ["records"]),
        ("UPDATE visits SET note = 'x'", ["records"]),
    ],
)
def test_a_record_that_its_operations_do_not_tell_of_is_found(faults, statement, found):
    # as when an older page of the table was put back: its codes and neighbours fit
    assert faults(statement) == found


def test_a_text_where_a_record_should_be_does_not_stop_the_checks(faults):
    found = faults(
        "DROP TRIGGER audit_never_changed", "UPDATE audit SET record = x'ff00' WHERE n = 3"
    )

    assert {"schema", "audit"} <= set(found)


def test_a_desk_without_a_signing_key_is_named(faults):
    assert faults("UPDATE desk SET signing_key = x'00'") == ["audit"]


def test_many_pages_of_entries_are_read_to_the_end(tmp_path):
    made = make_centre(tmp_path)
    centre = made.open()
    with centre.store.begin() as work:
        for _ in range(4500):
            work.trail.note("test")
        work.commit()
    perform(centre.store.begin, lambda work: register(work, "Κανάρη9"))
    centre.close()

    checks = {check.name: check for check in verify_centre(made.folder, made.key)}

    assert checks["audit"].ok
    assert checks["audit"].detail.startswith("45")
