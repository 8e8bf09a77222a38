"""The people who work with the program."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.roles import Role


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
