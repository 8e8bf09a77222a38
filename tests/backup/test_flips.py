"""One flipped bit anywhere in a backup: refused with a clear word, never a crash, nothing left.

Planted fault: a zip read by its directory alone, as most programs do, overlooks some of them.
`pytest -m long tests/backup` flips 5,000.
"""

import zipfile
from random import Random

import pytest

from kentro_app.bootstrap.backups import back_up
from kentro_app.bootstrap.restoring import restore
from kentro_app.services.backups import BY_HAND, BackupDamaged, BackupForeign
from tests.backup.centre import CHEAP


def places(content, count):
    """All of the small members and headers get their share, not only the large store."""
    chance = Random(7)
    head, tail = range(5000), range(len(content) - 500, len(content))
    for number in range(count):
        byte = chance.choice((head, tail, range(len(content)))[number % 3])
        yield byte, 1 << chance.randrange(8)


@pytest.mark.parametrize("count", [300, pytest.param(5_000, marks=pytest.mark.long)])
def test_every_flipped_bit_is_refused(made, tmp_path, count):
    content = back_up(made.folder, made.key, BY_HAND).path.read_bytes()
    file, target = tmp_path / "flipped", tmp_path / "new"
    refused = 0
    for byte, bit in places(content, count):
        flipped = bytearray(content)
        flipped[byte] ^= bit
        file.write_bytes(flipped)
        try:
            restore(file, target, made.key, policy=CHEAP)
        except (BackupDamaged, BackupForeign):
            refused += 1
        assert not target.exists(), (byte, bit)

    assert refused == count
    assert sorted(path.name for path in tmp_path.iterdir()) == ["centre", "flipped"]


def test_an_ordinary_reading_would_overlook_some(made, tmp_path):
    content = back_up(made.folder, made.key, BY_HAND).path.read_bytes()
    file = tmp_path / "flipped"
    overlooked = 0
    for byte, bit in places(content, 60):
        flipped = bytearray(content)
        flipped[byte] ^= bit
        file.write_bytes(flipped)
        overlooked += is_fine_for_others(file)

    assert overlooked


def is_fine_for_others(file):
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.testzip() is None
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError, RuntimeError):
        return False
