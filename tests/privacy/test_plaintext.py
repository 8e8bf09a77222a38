"""Nobody's data lies in clear in any file of the data directory (security §7, row 16).

Canaries go through a day's work: registered, searched, checked in, logged as errors, backed up,
restored, drilled; then every file is searched for them in every shape. Planted faults: an
unencrypted copy of the store, and a canary in each shape.
"""

import logging
import tempfile

import pytest

from kentro_app import logs
from kentro_app.bootstrap import making
from kentro_app.bootstrap.backups import back_up_centre
from kentro_app.bootstrap.drill import drill
from kentro_app.bootstrap.restoring import Password, restore
from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.domain.errors import Refusal
from kentro_app.services.transaction import perform
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.vault.throttle import Throttle
from tests.backup.centre import ADMIN, CHEAP, PASSWORD, make_centre, register, visit
from tests.privacy.canaries import hits, shapes

NAMES = ("Ξυπολυταρίδου", "Ζαχαροζύμωτος", "Ψαλιδοκέρη")
GIVEN = ("Ευφημιανή", "Σωζόμενος")
PHONES = ("+302105559173", "+306944440817")
NOTES = ("ζήτησε τρόφιμα για το μωρό της", "φοβάται τον πρώην σύζυγο")
CANARIES = (*NAMES, *GIVEN, *PHONES, *NOTES)


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Where anything temporary would land."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def logged(tmp_path):
    """The program's log, in the data directory as always."""
    root = logging.getLogger()
    before = list(root.handlers), root.level
    logs.start(tmp_path / "centre")
    yield
    for handler in set(root.handlers) - set(before[0]):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(before[1])


@pytest.fixture
def made(tmp_path):
    return make_centre(tmp_path)


@pytest.fixture
def centre(made, logged):
    """A centre full of canaries, still open: its write-ahead log is there too."""
    opened = _day(made)
    yield opened
    opened.close()


def _day(made):
    opened = made.open()
    for number, surname in enumerate(NAMES):
        given, phone = GIVEN[number % 2], PHONES[number % 2]
        perform(opened.store.begin, lambda work, a=(surname, given, phone): register(work, *a))
    for note in NOTES:
        visit(opened, note)
    _look_around(opened)
    return opened


def _look_around(centre):
    for text in (*NAMES, *PHONES):
        with centre.store.view() as work:
            work.persons.find(text, 20)
    Throttle(centre.directory).failed(NAMES[0])  # somebody types a name for a password
    ours = logging.getLogger("kentro_app.test")
    try:
        raise Refusal(name=NAMES[1])
    except Refusal:
        ours.exception("something went wrong with %s", NAMES[1])
    logging.getLogger("sqlalchemy").warning("INSERT INTO persons VALUES (%s)", NAMES[2])


def test_no_file_holds_anybodys_data_in_clear(made, centre, temporary, tmp_path):
    backup = back_up_centre(centre).path
    drill(backup, made.folder, Password(ADMIN, PASSWORD), policy=CHEAP)
    restore(backup, tmp_path / "restored", made.card, policy=CHEAP)
    assert all(check.ok for check in verify_centre(made.folder, made.key))

    assert hits([tmp_path], CANARIES) == []
    assert list(temporary.iterdir()) == []
    names = {path.name for path in made.folder.rglob("*")}
    assert {"kentro.db", "kentro.db-wal", "keys.json", "throttle.json", "kentro.log"} < names


def test_nor_do_the_files_that_are_there_while_a_backup_is_made(
    made, centre, temporary, tmp_path, monkeypatch
):
    seen = []
    check = making._check

    def look_first(path, *others):
        seen.extend(file.name for file in path.parent.iterdir())
        assert hits([tmp_path], CANARIES) == []
        check(path, *others)

    monkeypatch.setattr(making, "_check", look_first)
    back_up_centre(centre)

    assert sorted(seen) == ["backup", "kentro.db"]


def test_nor_what_is_left_after_the_centre_is_closed(made, logged, tmp_path):
    _day(made).close()

    assert hits([tmp_path], CANARIES) == []


def test_the_search_would_find_an_unencrypted_copy(made, centre, tmp_path):
    source = connect(made.folder / STORE_FILE, made.key.buffer)
    source.execute("ATTACH ? AS plain KEY ''", (str(tmp_path / "plain.db"),))
    source.execute("SELECT sqlcipher_export('plain')")
    source.close()

    assert {hit.partition(": ")[2] for hit in hits([tmp_path], CANARIES)} == set(CANARIES)


def test_the_search_would_find_every_shape(tmp_path):
    forms = sorted(shapes(NAMES[0]))
    for number, form in enumerate(forms):
        (tmp_path / str(number)).write_bytes(b"\x00\x01" + form + b"\xff")

    assert len({hit.partition(":")[0] for hit in hits([tmp_path], NAMES[:1])}) == len(forms)
