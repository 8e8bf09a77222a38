"""Making one backup in a workshop: copy, describe, seal, wrap up, and check what was written."""

import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from kentro_app import __version__
from kentro_app.bootstrap.backup_file import BackupFile, opened
from kentro_app.bootstrap.placing import private_file
from kentro_app.bootstrap.sealing import close_seal, open_seal
from kentro_app.domain.errors import Refusal
from kentro_app.services.backups import BackupDamaged, BackupNotVerified, Manifest
from kentro_app.storage import backup, container
from kentro_app.storage.backup import Copied
from kentro_app.storage.container import KEYS, MANIFEST, SEAL, STORE
from kentro_app.storage.engine import STORE_FILE
from kentro_app.storage.manifest import encode
from kentro_app.vault import codec, keyfile
from kentro_app.vault.document import KeyDocument
from kentro_app.vault.secret import SecretKey

_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Order:
    """Which backup is wanted: of which data directory, why and when."""

    directory: Path
    reason: str
    moment: datetime


def make(order: Order, shop: Path, key: SecretKey) -> tuple[Path, Manifest]:
    """A finished, checked backup in a workshop. Raises BackupNotVerified and storage errors."""
    copy, wrapped = shop / STORE_FILE, shop / "backup"
    # The checks of the copy take longest: they run beside describing it and wrapping it up.
    with SecretKey.random() as fresh, ThreadPoolExecutor(2, "backup-check") as beside:
        document = _copy(order, key, copy, fresh)
        checks = [
            beside.submit(check, copy, fresh.buffer)
            for check in (backup.structure_is_whole, backup.pages_are_whole)
        ]
        manifest = _wrap_up(order, copy, wrapped, keys=codec.encode(document), by=(key, fresh))
        _check(wrapped, copy, key, checks)
    return wrapped, manifest


def _wrap_up(
    order: Order, copy: Path, wrapped: Path, *, keys: bytes, by: tuple[SecretKey, SecretKey]
) -> Manifest:
    key, fresh = by
    with backup.sealed(copy, fresh.buffer) as connection:
        sums = container.sums_of(copy)
        members = {STORE: sums.digest, KEYS: sha256(keys).digest()}
        manifest = _manifest(order, backup.look(connection), members)
        text = encode(manifest)
        signature = backup.signature(connection, text)
    seal = close_seal(text, signature, key, fresh)
    with os.fdopen(private_file(wrapped), "wb") as file:
        container.write(file, {MANIFEST: text, SEAL: seal, KEYS: keys}, copy, sums)
        file.flush()
        os.fsync(file.fileno())
    return manifest


def _copy(order: Order, key: SecretKey, copy: Path, fresh: SecretKey) -> KeyDocument:
    # Somebody may be let in meanwhile: then the key file and the copy would not fit together.
    for _try in range(_TRIES):
        before = keyfile.read(order.directory)
        copy.unlink(missing_ok=True)
        backup.copy_store(order.directory / STORE_FILE, key.buffer, copy, fresh.buffer)
        document = keyfile.read(order.directory)
        if document.generation == before.generation:
            return document
    return document


def _manifest(order: Order, copied: Copied, members: dict[str, bytes]) -> Manifest:
    return Manifest(
        building=copied.desk.building,
        site=copied.desk.site_id,
        device=copied.desk.device_id,
        generation=copied.generation,
        reason=order.reason,
        app_version=__version__,
        schema=copied.schema,
        made_at=order.moment,
        audit_n=copied.audit[0],
        audit_digest=copied.audit[1],
        desk_key=copied.desk_key,
        counts=copied.counts,
        members=members,
    )


def _check(path: Path, copy: Path, key: SecretKey, checks: Sequence[Future[bool]]) -> None:
    """Read the file again, with nothing but what is in it and the database key."""
    try:
        with opened(path) as made:
            _check_store(made, copy, key)
        if not all(check.result() for check in checks):
            raise BackupDamaged(part=STORE)
    except Refusal as error:
        raise BackupNotVerified(part=error.facts.get("part", error.code)) from error


def _check_store(made: BackupFile, copy: Path, key: SecretKey) -> None:
    # The member in the file has the copy's sum, so the copy is looked at in its place; for the same
    # reason nothing is counted a second time. A restore and a drill do count.
    manifest = made.manifest
    with open_seal(made.seal, made.manifest_bytes, key) as fresh:
        if not backup.is_signed(made.manifest_bytes, manifest.desk_key, made.seal.signature):
            raise BackupDamaged(part=SEAL)
        with backup.sealed(copy, fresh.buffer) as connection:
            if backup.head(connection) != (manifest.audit_n, manifest.audit_digest):
                raise BackupDamaged(part=STORE)
