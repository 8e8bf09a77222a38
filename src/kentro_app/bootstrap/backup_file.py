"""A backup file opened for reading: every byte has been looked at before anything is believed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kentro_app.bootstrap.placing import in_our_words
from kentro_app.bootstrap.sealing import Seal, read_seal
from kentro_app.services.backups import BackupDamaged, BackupMissing, Manifest
from kentro_app.storage import container
from kentro_app.storage.container import KEYS, MANIFEST, SEAL, STORE, Member
from kentro_app.storage.manifest import decode
from kentro_app.vault import codec
from kentro_app.vault.document import KeyDocument
from kentro_app.vault.errors import KeyFileDamaged, KeyFileNewer


@dataclass(frozen=True, slots=True)
class BackupFile:
    """What can be known without any key: undamaged, but not yet vouched for by anybody."""

    source: BinaryIO
    members: dict[str, Member]
    manifest: Manifest
    manifest_bytes: bytes
    seal: Seal
    keys: KeyDocument

    def extract(self, target: BinaryIO) -> None:
        """Copy the encrypted store out. Raises BackupDamaged, `OSError`."""
        for piece in container.pieces(self.source, self.members[STORE]):
            target.write(piece)


@contextmanager
def opened(path: Path) -> Iterator[BackupFile]:
    """Open a backup and check its form and its sums.

    Raises BackupMissing, BackupForeign, BackupDamaged, BackupNewer, StoreReadOnly.
    """
    if not path.is_file():
        raise BackupMissing(path=str(path))
    with in_our_words(path):
        source = path.open("rb")
    with source:
        with in_our_words(path):
            found = _read(source)
        yield found


def peek(path: Path) -> tuple[Manifest, bytes, Seal]:
    """Manifest, its bytes and seal of a backup, without reading the store inside.

    Enough to know when and by whom it was made, not whether it is whole. Raises as `opened` does.
    """
    if not path.is_file():
        raise BackupMissing(path=str(path))
    with in_our_words(path), path.open("rb") as source:
        manifest, seal = container.first(source)
        found = read_seal(seal)
        return decode(manifest, found.manifest), manifest, found


def _read(source: BinaryIO) -> BackupFile:
    members = container.read(source)
    data = {name: container.content(source, members[name]) for name in (MANIFEST, SEAL, KEYS)}
    found = read_seal(data[SEAL])
    manifest = decode(data[MANIFEST], found.manifest)
    for name in (KEYS, STORE):
        if manifest.members.get(name) != members[name].digest:
            raise BackupDamaged(part=name)
    try:
        document = codec.decode(data[KEYS])
    except (KeyFileDamaged, KeyFileNewer):
        raise BackupDamaged(part=KEYS) from None
    return BackupFile(source, members, manifest, data[MANIFEST], found, document)
