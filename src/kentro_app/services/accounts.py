"""Accounts: who may log in, as what; passwords are the vault's affair.

A wrap is made before the transaction begins; whether it still fits is looked at inside.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kentro_app.domain.ids import new_id
from kentro_app.domain.roles import Role
from kentro_app.domain.text import clean
from kentro_app.domain.users import (
    AccountChanged,
    AlreadyDisabled,
    AlreadyEnabled,
    OwnRole,
    UnknownUser,
    User,
    in_role,
    require_active,
    require_administrator_left,
    require_name_free,
)
from kentro_app.services.access import Permission, may, require
from kentro_app.services.key_ports import Keys, Wrap
from kentro_app.services.ports import Work

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
    """The active accounts, for choosing whom a visit is for; nobody where the screen is public,
    since a name says there what somebody came for. Raises NotAllowed."""
    require(work.actor, Permission.RECEIVE)
    if not may(work.actor, Permission.SEE_SERVICE):
        return []
    return [user for user in work.users.all() if user.active]


def colleague(work: Work, name: str) -> User:
    """An active account by the name that was typed, with nobody else's beside it. Raises
    UnknownUser, NotAllowed."""
    require(work.actor, Permission.RECEIVE)
    user = work.users.by_name(name)
    if not user.active:
        raise UnknownUser(field="for", name=name[:NAME_LONGEST])
    return user


def account(work: Work, name: str) -> User:
    """An account, for whoever keeps them: what a new wrap is made for. Raises UnknownUser."""
    require(work.actor, Permission.MANAGE_USERS)
    return work.users.by_name(name)


def new_user(request: NewUser, *, now: datetime) -> User:
    """Whom the request describes, not written anywhere yet. Raises Missing, TooLong."""
    name = clean(request.name, field="name", longest=NAME_LONGEST, required=True)
    shown = clean(request.display_name, field="display_name", longest=NAME_LONGEST) or name
    return User(new_id(), name, shown, request.role, active=True, created_at=now)


def add(work: Work, keys: Keys, user: User, wrap: Wrap) -> User:
    """A new account. Raises UserNameTaken, NotAllowed."""
    require(work.actor, Permission.MANAGE_USERS)
    require_name_free(user.name, work.users.all())
    work.users.add(user)
    work.key_state.note(keys.admit(wrap))
    return user


def disable(work: Work, keys: Keys, name: str) -> User:
    """End an account; what it did stays. Raises UnknownUser, LastAdministrator, NotAllowed."""
    user = account(work, name)
    if not user.active:
        raise AlreadyDisabled(field="name", name=user.name)
    require_administrator_left(work.users.all(), without=user.id)
    changed = replace(user, active=False)
    work.users.save(changed)
    work.key_state.note(keys.dismiss(user.id))
    return changed


def enable(work: Work, keys: Keys, wrap: Wrap) -> User:
    """Open a disabled account again, under a new password. Raises UnknownUser, AlreadyEnabled."""
    user = _same(work, wrap)
    if user.active:
        raise AlreadyEnabled(field="name", name=user.name)
    changed = replace(user, active=True)
    work.users.save(changed)
    work.key_state.note(keys.admit(wrap))
    return changed


def reset_password(work: Work, keys: Keys, wrap: Wrap) -> User:
    """Give somebody a new password. Raises UnknownUser, AlreadyDisabled."""
    user = _same(work, wrap)
    require_active(user)
    work.trail.note("user.password_reset", "user", user.id)
    work.key_state.note(keys.admit(wrap))
    return user


def with_role(work: Work, name: str, role: Role) -> User:
    """Somebody as they would be in another role: what the wrap for it is made for.

    Raises UnknownUser, AlreadyDisabled, RoleHeldAlready, OwnRole, NotAllowed.
    """
    user = account(work, name)
    require_active(user)
    if user.id == work.actor.user_id:
        raise OwnRole(field="name")
    return in_role(user, role)


def change_role(work: Work, keys: Keys, wrap: Wrap) -> User:
    """Somebody works as something else from now on, under the password of the wrap.

    The role is bound into the wrap (decision 10), hence the new password. Raises as
    `with_role`, and LastAdministrator.
    """
    old = _by_id(work, wrap.user_id)
    changed = with_role(work, old.name, wrap.role)
    if old.role is Role.ADMINISTRATOR:
        require_administrator_left(work.users.all(), without=old.id)
    work.users.save(changed)
    facts = {"from": old.role.value, "to": changed.role.value}
    work.trail.note("user.role_changed", "user", changed.id, facts=facts)
    work.key_state.note(keys.admit(wrap))
    return changed


def change_own_password(work: Work, keys: Keys, wrap: Wrap) -> UUID:
    """The actor's own new password, proven with the old one when the wrap was made.

    Raises AccountChanged: whoever was disabled meanwhile does not come back this way.
    """
    user = _by_id(work, work.actor.user_id)
    if (wrap.user_id, wrap.role, True) != (user.id, user.role, user.active):
        raise AccountChanged(field="name")
    work.trail.note("user.password_changed", "user", work.actor.user_id)
    work.key_state.note(keys.admit(wrap))
    return work.actor.user_id


def _same(work: Work, wrap: Wrap) -> User:
    """The account, if it still is what the wrap was made for."""
    user = account(work, _by_id(work, wrap.user_id).name)
    if user.role is not wrap.role:
        raise AccountChanged(field="name")
    return user


def _by_id(work: Work, user_id: UUID) -> User:
    found = (user for user in work.users.all() if user.id == user_id)
    user = next(found, None)
    if user is None:
        raise UnknownUser(field="name")
    return user
