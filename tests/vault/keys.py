"""A small building whose passwords are cheap to try. The floor is lowered by argument only."""

from dataclasses import replace
from functools import cache
from typing import NamedTuple
from uuid import UUID

from kentro_app.domain.roles import Role
from kentro_app.vault import keyring
from kentro_app.vault.codec import authenticated
from kentro_app.vault.document import KeyDocument, Slot
from kentro_app.vault.kdf import KdfParameters, KdfPolicy
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.secret import SecretKey
from kentro_app.vault.wrap import authenticator

CHEAP = KdfPolicy(floor=KdfParameters(64, 2, 1), chosen=KdfParameters(64, 2, 1))
BUILDING = UUID(int=0xB1)
ADMIN, DESK = UUID(int=1), UUID(int=2)
ADMIN_PASSWORD, DESK_PASSWORD = "φανάρι πάνω στο βράχο", "Καλημέρα σε όλους εδώ"


class Centre(NamedTuple):
    document: KeyDocument
    key: SecretKey
    code: RecoveryCode


@cache
def _made(building: UUID) -> Centre:
    document, key, code = keyring.create(
        building=building,
        user_id=ADMIN,
        name="eleni",
        display_name="Ελένη Δ.",
        role=Role.ADMINISTRATOR,
        password=ADMIN_PASSWORD,
        policy=CHEAP,
    )
    document = keyring.with_user(
        document,
        key,
        user_id=DESK,
        name="Γιώργος",
        display_name="Γιώργος Κ.",
        role=Role.DESK,
        password=DESK_PASSWORD,
        policy=CHEAP,
    )
    return Centre(document, key, code)


def centre(building: UUID = BUILDING) -> Centre:
    """An administrator `eleni` and a clerk `Γιώργος`; the key is the caller's to wipe."""
    document, key, code = _made(building)
    return Centre(document, copied(key), RecoveryCode(copied(code.key)))


def copied(key: SecretKey) -> SecretKey:
    return SecretKey(bytearray(key.buffer))


def with_slot(document: KeyDocument, number: int, **changes: object) -> KeyDocument:
    """A document edited by hand: its seal is still the old one."""
    slots = list(document.slots)
    slots[number] = replace(slots[number], **changes)  # type: ignore[arg-type]
    return replace(document, slots=tuple(slots))


def resealed(document: KeyDocument, key: SecretKey) -> KeyDocument:
    """What a colleague can do who is logged in and so holds the key: a valid seal."""
    mac = authenticator(key.buffer, "kentro keyfile mac", authenticated(document))
    return replace(document, mac=mac)


def slot_of(document: KeyDocument, user_id: UUID) -> Slot:
    return next(slot for slot in document.slots if slot.user_id == user_id)
