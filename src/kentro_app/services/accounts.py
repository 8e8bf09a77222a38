"""Accounts: who may log in, as what; passwords are the vault's affair."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.text import clean
from kentro_app.domain.users import (
    AlreadyDisabled,
    AlreadyEnabled,
    User,
    require_administrator_left,
    require_name_free,
)
from kentro_app.services.access import Permission, require
from kentro_app.services.ports import Keys, Work

NAME_LONGEST = 100


@dataclass(frozen=True, slots=True)
class NewUser:
    name: str
    role: Role
    display_name: str = ""


def all_users(work: Work) -> Sequence[User]:
    """Every account, for whoever keeps them. Raises NotAllowed."""
    require(work.actor, Permission.MANAGE_USERS)
    return work.users.all()


def colleagues(work: Work) -> Sequence[User]:
    """The active accounts, for choosing whom a visit is for. Raises NotAllowed."""
    require(work.actor, Permission.RECEIVE)
    return [user for user in work.users.all() if user.active]


def add(work: Work, keys: Keys, request: NewUser, password: str, *, now: datetime) -> User:
    """A new account. Raises UserNameTaken, PasswordTooWeak, PasswordTooShort, NotAllowed."""
    require(work.actor, Permission.MANAGE_USERS)
    name = clean(request.name, field="name", longest=NAME_LONGEST, required=True)
    shown = clean(request.display_name, field="display_name", longest=NAME_LONGEST) or name
    require_name_free(name, work.users.all())
    user = User(new_id(), name, shown, request.role, active=True, created_at=now)
    work.users.add(user)
    work.key_state.note(keys.admit(user, password))
    return user


def disable(work: Work, keys: Keys, name: str) -> User:
    """End an account; what it did stays. Raises UnknownUser, LastAdministrator, NotAllowed."""
    require(work.actor, Permission.MANAGE_USERS)
    user = work.users.by_name(name)
    if not user.active:
        raise AlreadyDisabled(field="name", name=user.name)
    require_administrator_left(work.users.all(), without=user.id)
    changed = replace(user, active=False)
    work.users.save(changed)
    work.key_state.note(keys.dismiss(user.id))
    return changed


def enable(work: Work, keys: Keys, name: str, password: str) -> User:
    """Open a disabled account again, under a new password. Raises UnknownUser, AlreadyEnabled."""
    require(work.actor, Permission.MANAGE_USERS)
    user = work.users.by_name(name)
    if user.active:
        raise AlreadyEnabled(field="name", name=user.name)
    changed = replace(user, active=True)
    work.users.save(changed)
    work.key_state.note(keys.admit(changed, password))
    return changed


def reset_password(work: Work, keys: Keys, name: str, password: str) -> User:
    """Give somebody a new password. Raises UnknownUser, AlreadyDisabled, PasswordTooWeak."""
    require(work.actor, Permission.MANAGE_USERS)
    user = work.users.by_name(name)
    if not user.active:
        raise AlreadyDisabled(field="name", name=user.name)
    work.trail.note("user.password_reset", "user", user.id)
    work.key_state.note(keys.admit(user, password))
    return user


def change_own_password(work: Work, keys: Keys, old: str, new: str) -> UUID:
    """The actor's own new password. Raises WrongPassword, PasswordTooWeak, PasswordTooShort."""
    work.trail.note("user.password_changed", "user", work.actor.user_id)
    work.key_state.note(keys.change_password(work.actor.user_id, old, new))
    return work.actor.user_id
