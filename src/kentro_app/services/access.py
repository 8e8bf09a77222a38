"""Who may do what (domain §1.5) – asked in the use case, never only in the gui."""

from enum import Enum, auto

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.roles import Role
from kentro_app.services.ports import Actor


class Permission(Enum):
    RECEIVE = auto()  # find, register, check in, call, finish, cancel
    SEE_FILE = auto()  # the registry's file of a person
    PRINT_SHEETS = auto()
    MANAGE_USERS = auto()
    BACK_UP = auto()
    READ_AUDIT = auto()


class NotAllowed(RuleViolation):
    """The role does not include this."""


_STAFF = frozenset({Permission.RECEIVE, Permission.SEE_FILE, Permission.PRINT_SHEETS})
_GRANTED: dict[Role, frozenset[Permission]] = {
    Role.DESK: frozenset({Permission.RECEIVE, Permission.PRINT_SHEETS}),
    Role.SOCIAL_WORKER: _STAFF | {Permission.BACK_UP},
    Role.PSYCHOLOGIST: _STAFF | {Permission.BACK_UP},
    Role.COORDINATOR: _STAFF | {Permission.BACK_UP, Permission.READ_AUDIT},
    Role.MEDIATOR: frozenset({Permission.RECEIVE}),
    Role.CONTRACTOR: frozenset({Permission.RECEIVE}),
    Role.DPO: frozenset({Permission.READ_AUDIT}),
    Role.TECHNICIAN: frozenset({Permission.BACK_UP}),
    Role.ADMINISTRATOR: _STAFF
    | {Permission.MANAGE_USERS, Permission.BACK_UP, Permission.READ_AUDIT},
}


def may(actor: Actor, permission: Permission) -> bool:
    """Whether the actor's role includes the permission: for hiding what cannot be used."""
    return permission in _GRANTED[actor.role]


def require(actor: Actor, permission: Permission) -> None:
    """Raises NotAllowed unless the actor's role includes the permission."""
    if not may(actor, permission):
        raise NotAllowed(permission=permission.name.lower())
