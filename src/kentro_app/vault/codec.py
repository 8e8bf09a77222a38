"""The key file's bytes: one canonical JSON form, read strictly.

`check` (SHA-256) finds accidents without a key, so that an older copy can be read
instead; against intent there is `mac`. A file that is not byte for byte what the
program would write is refused: no second spelling, no extra key, no duplicate.
"""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from kentro_app.domain.roles import Role
from kentro_app.vault.document import (
    FORMAT,
    LAST_GENERATION,
    MOST_USERS,
    KeyDocument,
    RecoveryWrap,
    Slot,
    is_name,
    name_key,
)
from kentro_app.vault.errors import KeyFileDamaged, KeyFileNewer
from kentro_app.vault.kdf import SALT_LENGTH, KdfParameters
from kentro_app.vault.secret import LENGTH
from kentro_app.vault.wrap import BOX_LENGTH, NONCE_LENGTH

MOST_BYTES = 1024 * 1024
_COST_LIMIT = 2**31


def canonical(value: Mapping[str, Any]) -> bytes:
    """Sorted keys, no spaces, UTF-8 (the part of RFC 8785 that we need: no floats)."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def authenticated(document: KeyDocument) -> bytes:
    """What `mac` covers: everything but itself."""
    return canonical(_fields(document))


def encode(document: KeyDocument) -> bytes:
    """The file's bytes."""
    fields = _fields(document) | {"mac": document.mac.hex()}
    return canonical(fields | {"check": sha256(canonical(fields)).hexdigest()})


def decode(data: bytes) -> KeyDocument:
    """The document in the file's bytes. Raises `KeyFileDamaged` or `KeyFileNewer`."""
    if len(data) > MOST_BYTES:
        raise KeyFileDamaged(copies=1)
    try:
        fields = json.loads(data.decode())
        _require_known(fields)
        document = _document(fields)
        if encode(document) != data:
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        # without its cause: json's error would carry the file along
        raise KeyFileDamaged(copies=1) from None
    return document


def _require_known(fields: Any) -> None:
    found = fields["format"]
    if _whole(found, FORMAT, 10**6) > FORMAT:
        # only a whole file may say so, else one flipped bit would forbid the older copies
        rest = {key: value for key, value in fields.items() if key != "check"}
        if fields["check"] != sha256(canonical(rest)).hexdigest():
            raise ValueError
        raise KeyFileNewer(found=found, known=FORMAT)


def _fields(document: KeyDocument) -> dict[str, Any]:
    return {
        "format": document.format,
        "building": str(document.building),
        "generation": document.generation,
        "slots": [_slot_fields(slot) for slot in document.slots],
        "recovery": {
            "salt": document.recovery.salt.hex(),
            "nonce": document.recovery.nonce.hex(),
            "box": document.recovery.box.hex(),
        },
        "audit_public_key": document.audit_public_key.hex(),
    }


def _slot_fields(slot: Slot) -> dict[str, Any]:
    return {
        "user": str(slot.user_id),
        "name": slot.name,
        "display_name": slot.display_name,
        "role": slot.role.value,
        "kdf": {
            "memory_kib": slot.kdf.memory_kib,
            "passes": slot.kdf.passes,
            "lanes": slot.kdf.lanes,
        },
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "box": slot.box.hex(),
    }


def _document(fields: Any) -> KeyDocument:
    slots = tuple(_slot(slot) for slot in fields["slots"])
    ids = {slot.user_id for slot in slots}
    names = {name_key(slot.name) for slot in slots}
    if not (len(ids) == len(names) == len(slots) <= MOST_USERS):
        raise ValueError
    return KeyDocument(
        format=FORMAT,
        building=UUID(fields["building"]),
        generation=_whole(fields["generation"], 1, LAST_GENERATION),
        slots=slots,
        recovery=_recovery(fields["recovery"]),
        audit_public_key=_octets(fields["audit_public_key"], LENGTH),
        mac=_octets(fields["mac"], LENGTH),
    )


def _slot(fields: Any) -> Slot:
    return Slot(
        user_id=UUID(fields["user"]),
        name=_name(fields["name"]),
        display_name=_name(fields["display_name"]),
        role=Role(fields["role"]),
        kdf=_cost(fields["kdf"]),
        salt=_octets(fields["salt"], SALT_LENGTH),
        nonce=_octets(fields["nonce"], NONCE_LENGTH),
        box=_octets(fields["box"], BOX_LENGTH),
    )


def _cost(fields: Any) -> KdfParameters:
    return KdfParameters(
        memory_kib=_whole(fields["memory_kib"], 1, _COST_LIMIT),
        passes=_whole(fields["passes"], 1, _COST_LIMIT),
        lanes=_whole(fields["lanes"], 1, _COST_LIMIT),
    )


def _recovery(fields: Any) -> RecoveryWrap:
    return RecoveryWrap(
        salt=_octets(fields["salt"], SALT_LENGTH),
        nonce=_octets(fields["nonce"], NONCE_LENGTH),
        box=_octets(fields["box"], BOX_LENGTH),
    )


def _whole(value: Any, least: int, most: int) -> int:
    # `type`, because True is an int too
    if type(value) is int and least <= value <= most:
        return value
    raise ValueError


def _name(value: Any) -> str:
    if isinstance(value, str) and is_name(value):
        return value
    raise ValueError


def _octets(text: Any, length: int) -> bytes:
    octets = bytes.fromhex(text)
    if len(octets) == length:
        return octets
    raise ValueError
