"""Restoring a backup: an empty folder, an administrator or the recovery card; all or nothing."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final
from uuid import UUID

from kentro_app.bootstrap.backup_file import BackupFile, opened
from kentro_app.bootstrap.placing import clear_forgotten, in_our_words, private_file, put_in_place
from kentro_app.bootstrap.sealing import open_seal
from kentro_app.bootstrap.verifying import key_facts
from kentro_app.domain.ids import new_id
from kentro_app.domain.moments import Clock, now
from kentro_app.domain.roles import Role
from kentro_app.services.backups import (
    BackupDamaged,
    BackupNewer,
    BackupTargetNotEmpty,
    Manifest,
    NotAnAdministrator,
)
from kentro_app.services.ports import Actor
from kentro_app.storage import backup
from kentro_app.storage import restore as store_restore
from kentro_app.storage.container import SEAL, STORE
from kentro_app.storage.engine import STORE_FILE
from kentro_app.storage.schema import HEAD
from kentro_app.storage.verify import verify_connection
from kentro_app.vault import keyfile, keyring
from kentro_app.vault.kdf import PRODUCTION, KdfPolicy
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.secret import SecretKey

_BY_CARD: Final = "recovery card"


@dataclass(frozen=True, slots=True)
class Password:
    """An administrator's name and password, as they were when the backup was made."""

    name: str
    password: str


Opener = Password | RecoveryCode | SecretKey


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back, and how long it took."""

    manifest: Manifest
    seconds: float


@dataclass(frozen=True, slots=True)
class Opened:
    """The database key (wipe it) and in whose name it was opened."""

    key: SecretKey
    actor: Actor


def restore(
    file: Path,
    directory: Path,
    opener: Opener,
    *,
    policy: KdfPolicy = PRODUCTION,
    clock: Clock = now,
) -> Restored:
    """Restore a backup into a folder that is empty or does not exist; all of it, or nothing.

    Raises BackupTargetNotEmpty, BackupMissing, BackupForeign, BackupDamaged, BackupNewer,
    WrongPassword, WrongRecoveryCode, NotAnAdministrator, DiskFull, StoreReadOnly.
    """
    start = perf_counter()
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise BackupTargetNotEmpty(path=str(directory))
    building = directory.with_name(f".{directory.name}.{os.getpid()}.restoring")
    try:
        with in_our_words(directory), opened(file) as found:
            directory.parent.mkdir(parents=True, exist_ok=True)
            clear_forgotten(directory.parent, f".{directory.name}.*.restoring")
            building.mkdir(mode=0o700)
            rebuild(found, building, opener, policy=policy, clock=clock)
            put_in_place(building, directory)
            return Restored(found.manifest, perf_counter() - start)
    finally:
        shutil.rmtree(building, ignore_errors=True)


def rebuild(
    found: BackupFile, building: Path, opener: Opener, *, policy: KdfPolicy, clock: Clock
) -> None:
    """Make a whole data directory of a backup in a private folder; nothing else is touched."""
    who = unlock(found, opener, policy)
    with who.key as key:
        sealed = building / "sealed"
        with os.fdopen(private_file(sealed), "wb") as file:
            found.extract(file)
        with open_seal(found.seal, found.manifest_bytes, key) as fresh:
            require_whole(found, sealed, fresh, key)
            backup.convert(sealed, fresh.buffer, building / STORE_FILE, key.buffer)
        sealed.unlink()
        keyfile.write(building, found.keys, key)
        store_restore.settle(building, key.buffer, found.manifest, actor=who.actor, now=clock())


def unlock(found: BackupFile, opener: Opener, policy: KdfPolicy) -> Opened:
    """Open the database key. Raises WrongPassword, WrongRecoveryCode, NotAnAdministrator…"""
    if isinstance(opener, Password):
        unlocked = keyring.unlock(found.keys, opener.name, opener.password, policy)
        if unlocked.role is not Role.ADMINISTRATOR:
            unlocked.key.wipe()
            raise NotAnAdministrator(field="name")
        name, key, user = unlocked.name, unlocked.key, unlocked.user_id
        return Opened(key, Actor(user, name, Role.ADMINISTRATOR, new_id()))
    nobody = Actor(UUID(int=0), _BY_CARD, Role.ADMINISTRATOR, new_id())
    if isinstance(opener, RecoveryCode):
        return Opened(keyring.unlock_with_recovery(found.keys, opener), nobody)
    keyring.authenticate(found.keys, opener)
    return Opened(SecretKey(bytearray(opener.buffer)), nobody)


def require_whole(found: BackupFile, sealed: Path, fresh: SecretKey, key: SecretKey) -> None:
    """Every check there is, on the store as it lay in the backup. Raises BackupDamaged…"""
    manifest = found.manifest
    if manifest.schema > HEAD:
        raise BackupNewer(found=manifest.schema, known=HEAD)
    if not backup.is_signed(found.manifest_bytes, manifest.desk_key, found.seal.signature):
        raise BackupDamaged(part=SEAL)
    with backup.sealed(sealed, fresh.buffer) as connection:
        checks = verify_connection(
            connection, keys=key_facts(found.keys, key), against=(manifest.head,)
        )
        if not all(check.ok for check in checks) or not _is_described(connection, manifest):
            raise BackupDamaged(part=STORE)


def _is_described(connection: object, manifest: Manifest) -> bool:
    copied = backup.look(connection)
    return (
        copied.audit == (manifest.audit_n, manifest.audit_digest)
        and copied.counts == manifest.counts
        and copied.schema == manifest.schema
        and copied.desk_key == manifest.desk_key
        and copied.desk.building == manifest.building
    )
