"""The seal of a backup: the desk signs the manifest, the building's key vouches for it and wraps
the fresh key of the store inside. Bound to this very manifest, it opens with no other.
"""

import hmac
import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from kentro_app.services.backups import BackupDamaged
from kentro_app.vault.codec import canonical
from kentro_app.vault.secret import SecretKey
from kentro_app.vault.wrap import Box, authenticator, open_box, seal

_WRAP: Final = "kentro backup"
_MAC: Final = "kentro backup manifest mac"
_BOUND: Final = b"kentro-backup-key-v1"


@dataclass(frozen=True, slots=True)
class Seal:
    """`manifest`: its SHA-256; `mac` and `box` need the database key, `signature` does not."""

    manifest: bytes
    signature: bytes
    mac: bytes
    nonce: bytes
    box: bytes


def close_seal(manifest: bytes, signature: bytes, dbk: SecretKey, fresh: SecretKey) -> bytes:
    """The seal's bytes for a manifest; wraps the fresh key."""
    digest = sha256(manifest).digest()
    box = seal(dbk.buffer, _WRAP, fresh, bound=_BOUND + digest)
    mac = authenticator(dbk.buffer, _MAC, manifest)
    return _encode(Seal(digest, signature, mac, box.nonce, box.content))


def read_seal(data: bytes) -> Seal:
    """The seal in the bytes. Raises BackupDamaged."""
    try:
        fields = json.loads(data.decode())
        found = Seal(**{name: bytes.fromhex(value) for name, value in fields.items()})
        if _encode(found) != data:
            raise ValueError
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise BackupDamaged(part="seal.json") from None
    return found


def open_seal(found: Seal, manifest: bytes, dbk: SecretKey) -> SecretKey:
    """The fresh key of the store inside; wipe it. Raises BackupDamaged."""
    if not is_vouched_for(found, manifest, dbk):
        raise BackupDamaged(part="seal.json")
    bound = _BOUND + sha256(manifest).digest()
    fresh = open_box(dbk.buffer, _WRAP, Box(found.nonce, found.box), bound=bound)
    if fresh is None:
        raise BackupDamaged(part="seal.json")
    return fresh


def is_vouched_for(found: Seal, manifest: bytes, dbk: SecretKey) -> bool:
    """Whether somebody with this database key made the manifest."""
    return hmac.compare_digest(found.mac, authenticator(dbk.buffer, _MAC, manifest))


def _encode(seal: Seal) -> bytes:
    fields: dict[str, Any] = {
        "box": seal.box.hex(),
        "mac": seal.mac.hex(),
        "manifest": seal.manifest.hex(),
        "nonce": seal.nonce.hex(),
        "signature": seal.signature.hex(),
    }
    return canonical(fields)
