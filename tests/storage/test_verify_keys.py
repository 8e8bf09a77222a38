"""Verify holds the key file against the accounts, and the access log against its signatures."""

import shutil

import pytest

from kentro_app.bootstrap.verifying import verify_centre
from kentro_app.domain.ids import new_id
from kentro_app.storage import checkpoints
from kentro_app.storage.engine import STORE_FILE, connect
from kentro_app.vault import keyfile, keyring
from tests.backup.centre import CHEAP, NINE, make_centre


def wrong(folder, key):
    return [check.name for check in verify_centre(folder, key) if not check.ok]


class TestKeys:
    """The key file against the accounts in the store."""

    @pytest.fixture
    def made(self, tmp_path):
        return make_centre(tmp_path)

    def test_a_missing_key_file_is_named(self, made):
        for path in made.folder.glob("keys.json*"):
            path.unlink()

        assert wrong(made.folder, made.key) == ["keys"]

    def test_an_older_key_file_is_named(self, made):
        shutil.copy(made.folder / "keys.json.1", made.folder / "keys.json")

        assert wrong(made.folder, made.key) == ["keys"]

    def test_a_forged_key_file_is_named(self, made):
        text = (made.folder / "keys.json").read_text("utf-8").replace('"desk"', '"dpo"')
        (made.folder / "keys.json").write_text(text, encoding="utf-8")

        assert wrong(made.folder, made.key) == ["keys"]

    def test_a_wrap_without_an_account_is_named(self, made):
        document = keyring.with_user(
            keyfile.read(made.folder),
            made.key,
            user_id=new_id(),
            name="ghost",
            display_name="Ghost",
            role=keyfile.read(made.folder).slots[0].role,
            password="μια μεγάλη φράση εδώ",
            policy=CHEAP,
        )
        keyfile.write(made.folder, document, made.key)

        assert wrong(made.folder, made.key) == ["keys"]

    def test_an_account_without_a_wrap_is_named(self, made):
        document = keyfile.read(made.folder)
        clerk = next(slot for slot in document.slots if slot.name == "giorgos")
        keyfile.write(
            made.folder, keyring.without_user(document, made.key, clerk.user_id), made.key
        )

        assert wrong(made.folder, made.key) == ["keys"]


class TestCheckpoints:
    """When heads are signed, and what a forged signature is worth."""

    @pytest.fixture
    def made(self, tmp_path):
        return make_centre(tmp_path)

    def test_the_end_of_a_log_in_is_signed(self, made):
        connection = connect(made.folder / STORE_FILE, made.key.buffer)
        n = connection.execute("SELECT max(n) FROM audit").fetchone()[0]
        signed = [point.n for point in checkpoints.all_points(connection)]
        connection.close()

        assert signed[-1] == n

    def test_five_hundred_entries_are_signed_without_waiting(self, made):
        centre = made.open()
        with centre.store.begin() as work:
            for _ in range(500):
                work.trail.note("test")
            work.commit()
        opened = checkpoints.sign(made.folder, made.key.buffer, NINE, only_due=True)
        again = checkpoints.sign(made.folder, made.key.buffer, NINE, only_due=True)
        centre.close()

        assert (opened, again) == (True, False)

    def test_a_checkpoint_signed_by_somebody_else_is_named(self, made):
        connection = connect(made.folder / STORE_FILE, made.key.buffer)
        connection.execute("UPDATE checkpoints SET signature = randomblob(64)")
        connection.close()

        assert wrong(made.folder, made.key) == ["audit"]
