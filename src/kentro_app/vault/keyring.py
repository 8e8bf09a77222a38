"""The key hierarchy in use: who opens the database key, and how that changes.

Every function takes a document and gives a new one; `keyfile` stores it. Changing
needs the database key, because the whole document is authenticated with it. New
passwords are judged before, by `passwords.require_strong`.
"""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, replace
from unicodedata import normalize
from uuid import UUID

from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.users import LastAdministrator, UserNameTaken
from kentro_app.vault.audit_key import audit_public_key
from kentro_app.vault.codec import authenticated
from kentro_app.vault.document import (
    FORMAT,
    LONGEST_NAME,
    MOST_USERS,
    KeyDocument,
    Slot,
    find_slot,
    is_name,
)
from kentro_app.vault.errors import (
    KeyFileOlder,
    KeyFileTampered,
    NoSuchUser,
    TooManyUsers,
    UserNameInvalid,
    WrongPassword,
    WrongRecoveryCode,
)
from kentro_app.vault.kdf import PRODUCTION, KdfPolicy
from kentro_app.vault.recovery import RecoveryCode
from kentro_app.vault.secret import SecretKey
from kentro_app.vault.slots import (
    User,
    close_recovery,
    close_slot,
    decoy,
    open_recovery,
    open_slot,
)
from kentro_app.vault.wrap import authenticator

_MAC = "kentro keyfile mac"


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Somebody is in. `rewrap_due`: the policy has risen; store her password anew."""

    user_id: UUID
    name: str
    display_name: str
    role: Role
    key: SecretKey
    rewrap_due: bool


def create(
    *,
    building: UUID,
    name: str,
    display_name: str,
    role: Role,
    password: str,
    policy: KdfPolicy = PRODUCTION,
    user_id: UUID | None = None,
) -> tuple[KeyDocument, SecretKey, RecoveryCode]:
    """A new store's key, its first user and its paper. Raises `UserNameInvalid`."""
    user = _user(user_id or new_id(), name, display_name, role)
    dbk, code = SecretKey.random(), RecoveryCode.random()
    document = KeyDocument(
        format=FORMAT,
        building=building,
        generation=0,
        slots=(close_slot(building, user, password, dbk, policy=policy),),
        recovery=close_recovery(building, code, dbk),
        audit_public_key=audit_public_key(dbk),
        mac=b"",
    )
    return _changed(document, dbk), dbk, code


def unlock(
    document: KeyDocument, name: str, password: str, policy: KdfPolicy = PRODUCTION
) -> Unlocked:
    """Open the database key with a password. Takes 0.4–1 s, on purpose.

    Raises `WrongPassword` (for an unknown or disabled user too, after the same work),
    `KeyFileTampered` or `NotEnoughMemory`.
    """
    slot = find_slot(document, name) or decoy(document, policy)
    policy.require(slot.kdf, slot.role)
    key = open_slot(document.building, slot, password)
    if key is None:
        raise WrongPassword
    _authenticate_fresh(document, key)
    return Unlocked(
        user_id=slot.user_id,
        name=slot.name,
        display_name=slot.display_name,
        role=slot.role,
        key=key,
        rewrap_due=slot.kdf.cheaper_than(policy.for_new(slot.role)),
    )


def unlock_with_recovery(document: KeyDocument, code: RecoveryCode) -> SecretKey:
    """Open the database key with the paper. Raises `WrongRecoveryCode` or `KeyFileTampered`."""
    key = open_recovery(document.building, document.recovery, code)
    if key is None:
        raise WrongRecoveryCode(field="recovery_code", reason="other")
    _authenticate_fresh(document, key)
    return key


def authenticate(document: KeyDocument, key: SecretKey) -> None:
    """Raise `KeyFileTampered` unless somebody who holds the key wrote the document."""
    if not hmac.compare_digest(_mac(document, key), document.mac):
        raise KeyFileTampered(reason="mac")


def require_current(document: KeyDocument, known: int) -> None:
    """Raise `KeyFileOlder` if the store has seen a later generation than this file's.

    `known` is kept inside the encrypted store. A file one ahead is no fault: the
    program may have stopped between writing the file and noting its generation.
    """
    if document.generation < known:
        raise KeyFileOlder(found=document.generation, expected=known)


def with_user(
    document: KeyDocument,
    key: SecretKey,
    *,
    user_id: UUID,
    name: str,
    display_name: str,
    role: Role,
    password: str,
    policy: KdfPolicy = PRODUCTION,
) -> KeyDocument:
    """Let somebody in (again). Raises `UserNameInvalid`, `UserNameTaken`, `TooManyUsers`."""
    user = _user(user_id, name, display_name, role)
    return with_slot(
        document, key, close_slot(document.building, user, password, key, policy=policy)
    )


def wrap(
    building: UUID, key: SecretKey, user: User, *, password: str, policy: KdfPolicy = PRODUCTION
) -> Slot:
    """A slot for `with_slot`; takes 0.4–1 s, on purpose. Raises `UserNameInvalid`."""
    named = _user(user.user_id, user.name, user.display_name, user.role)
    return close_slot(building, named, password, key, policy=policy)


def with_slot(document: KeyDocument, key: SecretKey, slot: Slot) -> KeyDocument:
    """Let somebody in (again), as what the slot says and as nothing else any more.

    Raises `UserNameTaken`, `TooManyUsers`, `LastAdministrator`.
    """
    others = [known for known in document.slots if known.user_id != slot.user_id]
    if find_slot(replace(document, slots=tuple(others)), slot.name):
        raise UserNameTaken(field="name", name=slot.name)
    if len(others) >= MOST_USERS:
        raise TooManyUsers(most=MOST_USERS)
    return _with_slots(document, key, [*others, slot])


def without_user(document: KeyDocument, key: SecretKey, user_id: UUID) -> KeyDocument:
    """Disable somebody: her wrap goes. Raises `NoSuchUser` or `LastAdministrator`.

    The key itself stays: whoever copied the files and her password before still has it.
    """
    _slot_of(document, user_id)
    return _with_slots(document, key, [s for s in document.slots if s.user_id != user_id])


def with_password(
    document: KeyDocument,
    key: SecretKey,
    user_id: UUID,
    password: str,
    *,
    policy: KdfPolicy = PRODUCTION,
) -> KeyDocument:
    """A new password, her own or an administrator's reset. Raises `NoSuchUser`."""
    return _rewrapped(document, key, _owner(_slot_of(document, user_id)), password, policy=policy)


def with_role(
    document: KeyDocument,
    key: SecretKey,
    user_id: UUID,
    role: Role,
    *,
    password: str,
    reset: bool = False,
    policy: KdfPolicy = PRODUCTION,
) -> KeyDocument:
    """Another role. The role is bound into the wrap, so a password is needed.

    It is her present one (`WrongPassword` if not), or with `reset` a new one which
    the administrator gives her. Raises `NoSuchUser` or `LastAdministrator` too.
    """
    slot = _slot_of(document, user_id)
    if not reset:
        present = open_slot(document.building, slot, password)
        if present is None:
            raise WrongPassword
        present.wipe()
    user = replace(_owner(slot), role=role)
    return _rewrapped(document, key, user, password, policy=policy)


def with_new_recovery(document: KeyDocument, key: SecretKey) -> tuple[KeyDocument, RecoveryCode]:
    """A new paper; the old code opens nothing any more except old backups."""
    authenticate(document, key)
    code = RecoveryCode.random()
    recovery = close_recovery(document.building, code, key)
    return _changed(replace(document, recovery=recovery), key), code


def with_generation(document: KeyDocument, key: SecretKey, known: int) -> KeyDocument:
    """The same keys, newer than `known`: an administrator accepts an older copy as it is."""
    authenticate(document, key)
    return _changed(replace(document, generation=max(document.generation, known)), key)


def _authenticate_fresh(document: KeyDocument, key: SecretKey) -> None:
    try:
        authenticate(document, key)
    except KeyFileTampered:
        key.wipe()
        raise


def _rewrapped(
    document: KeyDocument, key: SecretKey, user: User, password: str, *, policy: KdfPolicy
) -> KeyDocument:
    slot = close_slot(document.building, user, password, key, policy=policy)
    slots = [slot if slot.user_id == old.user_id else old for old in document.slots]
    return _with_slots(document, key, slots)


def _with_slots(document: KeyDocument, key: SecretKey, slots: Iterable[Slot]) -> KeyDocument:
    authenticate(document, key)  # never put our seal on somebody else's changes
    changed = replace(document, slots=tuple(slots))
    if _administrators(document) and not _administrators(changed):
        raise LastAdministrator
    return _changed(changed, key)


def _changed(document: KeyDocument, key: SecretKey) -> KeyDocument:
    newer = replace(document, generation=document.generation + 1)
    return replace(newer, mac=_mac(newer, key))


def _mac(document: KeyDocument, key: SecretKey) -> bytes:
    return authenticator(key.buffer, _MAC, authenticated(document))


def _administrators(document: KeyDocument) -> int:
    return sum(slot.role is Role.ADMINISTRATOR for slot in document.slots)


def _slot_of(document: KeyDocument, user_id: UUID) -> Slot:
    for slot in document.slots:
        if slot.user_id == user_id:
            return slot
    raise NoSuchUser


def _owner(slot: Slot) -> User:
    return User(slot.user_id, slot.name, slot.display_name, slot.role)


def _user(user_id: UUID, name: str, display_name: str, role: Role) -> User:
    user = User(
        user_id, normalize("NFC", name).strip(), normalize("NFC", display_name).strip(), role
    )
    for field, text in (("name", user.name), ("display_name", user.display_name)):
        if not is_name(text):
            raise UserNameInvalid(field=field, longest=LONGEST_NAME)
    return user
