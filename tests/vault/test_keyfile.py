"""The key file and its older copies."""

import os
import stat

import pytest

from kentro_app.vault import keyfile, keyring
from kentro_app.vault.codec import decode, encode
from kentro_app.vault.errors import (
    KeyFileDamaged,
    KeyFileMissing,
    KeyFileNewer,
    KeyFileNotSaved,
    KeyFileUnreadable,
)
from kentro_app.vault.files import RealFiles
from tests.vault.keys import ADMIN_PASSWORD, CHEAP, centre


@pytest.fixture
def folder(tmp_path):
    """Three generations written: 2, 3 and 4; the newest is keys.json."""
    document, key, _ = centre()
    for _ in range(3):
        keyfile.write(tmp_path, document, key)
        document, _ = keyring.with_new_recovery(document, key)
    return tmp_path


def test_what_was_written_is_read_again(tmp_path):
    document, key, _ = centre()

    keyfile.write(tmp_path, document, key)

    assert keyfile.find(tmp_path) == keyfile.Found(document, 0)
    assert keyfile.read(tmp_path) == document


def test_two_older_copies_are_kept(folder):
    generations = [decode((folder / name).read_bytes()).generation for name in keyfile.COPIES]

    assert generations == [4, 3, 2]
    assert sorted(path.name for path in folder.iterdir()) == sorted(keyfile.COPIES)


def test_nobody_else_may_read_it(folder):
    modes = {stat.S_IMODE((folder / name).stat().st_mode) for name in keyfile.COPIES}

    assert os.name == "nt" or modes == {0o600}  # Windows has no modes


@pytest.mark.parametrize("harm", ["missing", "damaged"])
@pytest.mark.parametrize("gone", [1, 2])
def test_the_newest_whole_copy_is_read(folder, harm, gone):
    for name in keyfile.COPIES[:gone]:
        if harm == "missing":
            (folder / name).unlink()
        else:
            (folder / name).write_bytes(b"\x00" * 4096)

    found = keyfile.find(folder)

    assert (found.copy, found.document.generation) == (gone, 4 - gone)


def test_no_single_flipped_bit_is_believed():
    # falls with: `check` left out (a flip in a name or a wrap would be read as it is)
    data = bytearray(encode(centre().document))
    believed = []

    for bit in range(len(data) * 8):
        data[bit // 8] ^= 1 << bit % 8
        try:
            decode(bytes(data))
        except KeyFileDamaged:
            pass
        else:
            believed.append(bit)
        data[bit // 8] ^= 1 << bit % 8

    assert believed == []


def test_a_flipped_bit_costs_one_generation_and_no_more(folder):
    path = folder / keyfile.NAME
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)

    found = keyfile.find(folder)

    assert (found.copy, found.document.generation) == (1, 3)
    assert keyring.unlock(found.document, "eleni", ADMIN_PASSWORD, CHEAP).name == "eleni"


def test_damage_never_displaces_a_good_copy(folder):
    # falls with: copies pushed down as bytes, whatever they say
    document, key, _ = centre()
    (folder / keyfile.NAME).write_bytes(b"damaged")

    keyfile.write(folder, keyring.with_generation(document, key, 4), key)

    generations = [decode((folder / name).read_bytes()).generation for name in keyfile.COPIES]
    assert generations == [5, 3, 2]


def test_no_copy_at_all_is_said_so(tmp_path):
    assert not keyfile.exists(tmp_path)
    with pytest.raises(KeyFileMissing):
        keyfile.read(tmp_path)


def test_only_damaged_copies_are_said_so(folder):
    for name in keyfile.COPIES:
        (folder / name).write_bytes(b"{}")

    assert keyfile.exists(folder)
    with pytest.raises(KeyFileDamaged) as refusal:
        keyfile.read(folder)

    assert refusal.value.facts == {"copies": 3}


def test_a_newer_file_forbids_the_older_copies(folder, monkeypatch):
    # falls with: KeyFileNewer treated as damage
    monkeypatch.setattr("kentro_app.vault.codec.FORMAT", 0)

    with pytest.raises(KeyFileNewer):
        keyfile.read(folder)


def test_a_file_that_may_not_be_read_is_not_missing(tmp_path):
    class Forbidden(RealFiles):
        def read(self, path, most):
            raise PermissionError

    with pytest.raises(KeyFileUnreadable):
        keyfile.read(tmp_path, Forbidden())


def test_a_full_disk_leaves_the_old_file(tmp_path):
    class Full(RealFiles):
        def write(self, handle, data):
            raise OSError(28, "No space left on device")

    document, key, _ = centre()
    keyfile.write(tmp_path, document, key)
    newer, _ = keyring.with_new_recovery(document, key)

    with pytest.raises(KeyFileNotSaved) as refusal:
        keyfile.write(tmp_path, newer, key, Full())

    assert refusal.value.facts == {"full": True}
    assert keyfile.read(tmp_path) == document


def test_a_link_laid_in_the_way_is_not_followed(tmp_path):
    # falls with: opening the temporary file without O_EXCL
    document, key, _ = centre()
    victim = tmp_path / "victim"
    victim.write_text("as it was", "utf-8")
    (tmp_path / "keys.json.new").symlink_to(victim)

    keyfile.write(tmp_path, document, key)

    assert victim.read_text("utf-8") == "as it was"
