"""What the key file says: wrapped keys only, never a key. Frozen values and their checks."""

import unicodedata
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from kentro_app.domain.roles import Role
from kentro_app.vault.kdf import KdfParameters

FORMAT: Final = 1
LONGEST_NAME: Final = 64
MOST_USERS: Final = 500
LAST_GENERATION: Final = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Slot:
    """One user's way to the database key."""

    user_id: UUID
    name: str
    display_name: str
    role: Role
    kdf: KdfParameters
    salt: bytes
    nonce: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class RecoveryWrap:
    """The paper's way to the database key."""

    salt: bytes
    nonce: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class KeyDocument:
    """The whole file. `mac` covers all the rest and needs the database key."""

    format: int
    building: UUID
    generation: int
    slots: tuple[Slot, ...]
    recovery: RecoveryWrap
    audit_public_key: bytes
    mac: bytes


def name_key(name: str) -> str:
    """What makes two log-in names the same: NFC and case, not accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).strip().casefold())


def is_name(name: str) -> bool:
    """Whether a log-in or display name can be kept: 1–64 visible characters, trimmed, NFC."""
    return (
        0 < len(name) <= LONGEST_NAME
        and name.isprintable()
        and name == unicodedata.normalize("NFC", name).strip()
    )


def find_slot(document: KeyDocument, name: str) -> Slot | None:
    """The slot of a log-in name."""
    wanted = name_key(name)
    return next((slot for slot in document.slots if name_key(slot.name) == wanted), None)
