"""The people who work with the program."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.roles import Role

# Whoever has one of these may do what the desk may, and more.
_ABOVE_DESK = frozenset(
    {Role.SOCIAL_WORKER, Role.PSYCHOLOGIST, Role.COORDINATOR, Role.ADMINISTRATOR}
)


class UnknownUser(RuleViolation):
    """Nobody has this user name."""


class UserNameTaken(RuleViolation):
    """Two people cannot log in under one name."""


class LastAdministrator(RuleViolation):
    """The centre must keep somebody who can let others in."""


class AlreadyDisabled(RuleViolation):
    """The account is disabled already."""


class AlreadyEnabled(RuleViolation):
    """The account is in use already."""


class RoleHeldAlready(RuleViolation):
    """The account has this role already."""


class RoleNotHeld(RuleViolation):
    """The account does not have the role that is to be taken away."""


class NothingLeft(RuleViolation):
    """Without this role the account could do nothing: it is disabled instead."""


class OwnRole(RuleViolation):
    """Nobody changes their own role: so somebody who keeps accounts always remains."""


class AccountChanged(RuleViolation):
    """Somebody changed the account while its new password was being worked out."""


@dataclass(frozen=True, slots=True)
class User:
    """An account. `name` is typed at log-in, `display_name` is what colleagues read,
    `room_id` the room they receive in."""

    id: UUID
    name: str
    display_name: str
    role: Role
    active: bool
    created_at: datetime
    room_id: UUID | None = None


def require_name_free(name: str, users: Iterable[User]) -> None:
    """Raises UserNameTaken when another account goes by this name, whatever the case."""
    if name.casefold() in {user.name.casefold() for user in users}:
        raise UserNameTaken(field="name", name=name)


def require_administrator_left(users: Iterable[User], *, without: UUID) -> None:
    """Raises LastAdministrator when nobody else active could administer the centre."""
    if not any(u.active and u.role is Role.ADMINISTRATOR and u.id != without for u in users):
        raise LastAdministrator


def require_active(user: User) -> None:
    """Raises AlreadyDisabled."""
    if not user.active:
        raise AlreadyDisabled(field="name", name=user.name)


def in_role(user: User, role: Role) -> User:
    """The same user in another role. Raises RoleHeldAlready."""
    if user.role is role:
        raise RoleHeldAlready(field="role")
    return replace(user, role=role)


def role_beneath(user: User, role: Role) -> Role:
    """What remains of somebody without a role: the desk, where that gives nothing new.

    Raises RoleNotHeld, NothingLeft.
    """
    if user.role is not role:
        raise RoleNotHeld(field="role")
    if role not in _ABOVE_DESK:
        raise NothingLeft(field="role")
    return Role.DESK
