"""A manifest's bytes: canonical JSON, read strictly, so that it has one spelling only."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from kentro_app.domain.moments import from_ms, to_ms
from kentro_app.services.backups import BackupDamaged, BackupNewer, Manifest

FORMAT: Final = 1
_WHAT: Final = "kentro-backup"
_UNREADABLE: Final = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    RecursionError,
    OverflowError,
)


def canonical(value: Mapping[str, Any]) -> bytes:
    """Sorted keys, no spaces, UTF-8."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def encode(manifest: Manifest) -> bytes:
    """The manifest as it lies in the backup."""
    return canonical(_fields(manifest) | {"format": FORMAT, "what": _WHAT})


def decode(data: bytes, digest: bytes) -> Manifest:
    """The manifest in the bytes, whose SHA-256 the seal says. Raises BackupDamaged, BackupNewer."""
    if sha256(data).digest() != digest:
        raise BackupDamaged(part="manifest.json")
    try:
        fields = json.loads(data.decode())
        _require_known(fields)
        manifest = _manifest(fields)
        if encode(manifest) != data:
            raise ValueError
    except _UNREADABLE:
        raise BackupDamaged(part="manifest.json") from None
    return manifest


def _require_known(fields: Any) -> None:
    found = fields["format"]
    if fields["what"] != _WHAT or type(found) is not int:
        raise ValueError
    if found > FORMAT:
        raise BackupNewer(found=found, known=FORMAT)


def _fields(manifest: Manifest) -> dict[str, Any]:
    return {
        "app_version": manifest.app_version,
        "audit_digest": manifest.audit_digest.hex(),
        "audit_n": manifest.audit_n,
        "building": str(manifest.building),
        "counts": dict(manifest.counts),
        "desk_key": manifest.desk_key.hex(),
        "device": str(manifest.device),
        "generation": manifest.generation,
        "made_at": to_ms(manifest.made_at),
        "members": {name: digest.hex() for name, digest in manifest.members.items()},
        "reason": manifest.reason,
        "schema": manifest.schema,
        "site": str(manifest.site),
    }


def _manifest(fields: Any) -> Manifest:
    return Manifest(
        building=UUID(fields["building"]),
        site=UUID(fields["site"]),
        device=UUID(fields["device"]),
        generation=fields["generation"],
        reason=fields["reason"],
        app_version=fields["app_version"],
        schema=fields["schema"],
        made_at=from_ms(fields["made_at"]),
        audit_n=fields["audit_n"],
        audit_digest=bytes.fromhex(fields["audit_digest"]),
        desk_key=bytes.fromhex(fields["desk_key"]),
        counts=fields["counts"],
        members={name: bytes.fromhex(digest) for name, digest in fields["members"].items()},
    )
