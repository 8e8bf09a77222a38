"""One slot: a user's password closes it, and it opens for nothing else.

The associated data binds format, building, user, role, cost and salt: a slot with a
raised role, a lowered cost or a place in another building's file does not open.
"""

import secrets
from dataclasses import dataclass
from uuid import UUID

from kentro_app.domain.roles import Role
from kentro_app.vault.codec import canonical
from kentro_app.vault.document import FORMAT, KeyDocument, RecoveryWrap, Slot
from kentro_app.vault.kdf import SALT_LENGTH, KdfParameters, KdfPolicy, derive
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.secret import SecretKey, wipe
from kentro_app.vault.wrap import BOX_LENGTH, NONCE_LENGTH, Box, open_box, seal

_BY_PASSWORD = "kentro kek dbk v1"
_BY_RECOVERY = "kentro recovery dbk v1"


@dataclass(frozen=True, slots=True)
class User:
    """Whom a slot is for."""

    user_id: UUID
    name: str
    display_name: str
    role: Role


def close_slot(
    building: UUID, user: User, password: str, dbk: SecretKey, *, policy: KdfPolicy
) -> Slot:
    """A fresh slot, with a fresh salt, at the cost of the policy. One Argon2 derivation."""
    cost = policy.for_new(user.role)
    salt = secrets.token_bytes(SALT_LENGTH)
    root = derive(password, salt, cost)
    bound = _bound(building, user, cost=cost, salt=salt)
    try:
        box = seal(root, _BY_PASSWORD, dbk, bound=bound)
    finally:
        wipe(root)
    return Slot(
        user_id=user.user_id,
        name=user.name,
        display_name=user.display_name,
        role=user.role,
        kdf=cost,
        salt=salt,
        nonce=box.nonce,
        box=box.content,
    )


def open_slot(building: UUID, slot: Slot, password: str) -> SecretKey | None:
    """The database key, or None for a wrong password or a changed slot. One derivation."""
    bound = _bound(building, slot, cost=slot.kdf, salt=slot.salt)
    root = derive(password, slot.salt, slot.kdf)
    try:
        return open_box(root, _BY_PASSWORD, Box(slot.nonce, slot.box), bound=bound)
    finally:
        wipe(root)


def decoy(document: KeyDocument, policy: KdfPolicy) -> Slot:
    """A slot that nothing opens, as dear as a real one: an unknown name costs the same."""
    cost = document.slots[0].kdf if document.slots else policy.chosen
    role = document.slots[0].role if document.slots else Role.DESK
    return Slot(
        user_id=UUID(bytes=secrets.token_bytes(16)),
        name="",
        display_name="",
        role=role,
        kdf=cost,
        salt=secrets.token_bytes(SALT_LENGTH),
        nonce=secrets.token_bytes(NONCE_LENGTH),
        box=secrets.token_bytes(BOX_LENGTH),
    )


def close_recovery(building: UUID, code: RecoveryCode, dbk: SecretKey) -> RecoveryWrap:
    """The database key for whoever holds the paper. 256 random bits need no Argon2."""
    salt = secrets.token_bytes(SALT_LENGTH)
    bound = _bound_recovery(building, salt)
    box = seal(code.key.buffer, _BY_RECOVERY, dbk, bound=bound)
    return RecoveryWrap(salt, box.nonce, box.content)


def open_recovery(building: UUID, wrap: RecoveryWrap, code: RecoveryCode) -> SecretKey | None:
    """The database key, or None for another code or a changed wrap."""
    bound = _bound_recovery(building, wrap.salt)
    return open_box(code.key.buffer, _BY_RECOVERY, Box(wrap.nonce, wrap.box), bound=bound)


def _bound(building: UUID, user: User | Slot, *, cost: KdfParameters, salt: bytes) -> bytes:
    return canonical(
        {
            "purpose": "dbk",
            "format": FORMAT,
            "building": str(building),
            "user": str(user.user_id),
            "role": user.role.value,
            "kdf": ["argon2id", cost.memory_kib, cost.passes, cost.lanes],
            "salt": salt.hex(),
        }
    )


def _bound_recovery(building: UUID, salt: bytes) -> bytes:
    return canonical(
        {
            "purpose": "dbk by recovery code",
            "format": FORMAT,
            "building": str(building),
            "salt": salt.hex(),
        }
    )
