"""Checking a centre: the store by itself, the key file by itself, and the one against the other."""

from pathlib import Path

from kentro_app.bootstrap.backup_file import peek
from kentro_app.domain.errors import Unavailable
from kentro_app.i18n.messages import explain
from kentro_app.services.backups import Check, parse_head
from kentro_app.storage.checks import KeyFacts
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
    heads += [peek(backup)[0].head] if backup else []
    return verify(directory, key.buffer, keys=look_at_keys(directory, key), against=heads)


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
