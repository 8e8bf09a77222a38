"""Checking a centre: the store by itself, the key file by itself, and the one against the other."""

from pathlib import Path

from kentro_app.bootstrap.backup_file import peek
from kentro_app.bootstrap.sealing import is_vouched_for
from kentro_app.domain.errors import Unavailable
from kentro_app.i18n.messages import explain
from kentro_app.services.backups import BackupDamaged, Check, Head, parse_head
from kentro_app.storage.checks import KeyFacts
from kentro_app.storage.container import SEAL
from kentro_app.storage.verify import verify
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.document import KeyDocument
from kentro_app.vault.secret import SecretKey


def verify_centre(
    directory: Path, key: SecretKey, *, against: str = "", backup: Path | None = None
) -> tuple[Check, ...]:
    """Every check on a centre's data, which may be open elsewhere; changes nothing.

    `against` is the head of the access log from the foot of a printed sheet, `1234-9f3a2c1b`, and
    `backup` a backup from another place: with either of them a log that was cut short is found.
    Raises StoreMissing, StoreBusy, HeadUnreadable, BackupMissing, BackupForeign, BackupDamaged.
    """
    heads = [parse_head(against)] if against else []
    heads += [_head_of(backup, key)] if backup else []
    return verify(directory, key.buffer, keys=look_at_keys(directory, key), against=heads)


def _head_of(backup: Path, key: SecretKey) -> Head:
    manifest, data, seal = peek(backup)
    if not is_vouched_for(seal, data, key):
        raise BackupDamaged(part=SEAL)
    return manifest.head


def look_at_keys(directory: Path, key: SecretKey) -> KeyFacts:
    """What the key file of a data directory says, or what is wrong with it."""
    try:
        return key_facts(keyfile.read(directory), key)
    except Unavailable as error:
        return KeyFacts(explain(error))


def key_facts(document: KeyDocument, key: SecretKey) -> KeyFacts:
    """Who has a wrap in a key document, in which role. Raises KeyFileTampered."""
    keyring.authenticate(document, key)
    wraps = {slot.user_id: slot.role.value for slot in document.slots}
    return KeyFacts("", document.generation, wraps)
