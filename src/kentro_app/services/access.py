"""Who may do what (domain §1.5) – asked in the use case, never only in the gui."""

from enum import Enum, auto

from kentro_app.domain.errors import RuleViolation
from kentro_app.domain.roles import Role
from kentro_app.services.ports import Actor


class Permission(Enum):
    RECEIVE = auto()  # find, register, check in, call, finish, cancel
    SEE_FILE = auto()  # the registry's file of a person
    SEE_SERVICE = auto()  # requests, outcomes, for whom: what kind of service somebody comes for
    RECORD_CONTACT = auto()  # who spoke for whom, requests, outcome, next step
    CORRECT = auto()  # wrong person, wrong time
    MANAGE_CATALOGUE = auto()  # the centre's list of requests
    MANAGE_ROOMS = auto()  # the centre's rooms, and who receives where
    PRINT_SHEETS = auto()
    IMPORT_PEOPLE = auto()  # a whole table at once
    MANAGE_USERS = auto()
    BACK_UP = auto()
    READ_AUDIT = auto()


class NotAllowed(RuleViolation):
    """The role does not include this."""


_DESK = frozenset({Permission.RECEIVE, Permission.PRINT_SHEETS, Permission.CORRECT})
_STAFF = _DESK | {Permission.SEE_FILE, Permission.SEE_SERVICE, Permission.RECORD_CONTACT}
_GRANTED: dict[Role, frozenset[Permission]] = {
    Role.DESK: _DESK,
    Role.SOCIAL_WORKER: _STAFF | {Permission.BACK_UP},
    Role.PSYCHOLOGIST: _STAFF | {Permission.BACK_UP},
    Role.COORDINATOR: _STAFF
    | {
        Permission.BACK_UP,
        Permission.READ_AUDIT,
        Permission.MANAGE_CATALOGUE,
        Permission.MANAGE_ROOMS,
        Permission.IMPORT_PEOPLE,
    },
    Role.MEDIATOR: frozenset({Permission.RECEIVE}),
    Role.CONTRACTOR: frozenset({Permission.RECEIVE}),
    Role.DPO: frozenset({Permission.READ_AUDIT}),
    Role.TECHNICIAN: frozenset({Permission.BACK_UP}),
    Role.ADMINISTRATOR: _STAFF
    | {
        Permission.MANAGE_USERS,
        Permission.BACK_UP,
        Permission.READ_AUDIT,
        Permission.MANAGE_CATALOGUE,
        Permission.MANAGE_ROOMS,
        Permission.IMPORT_PEOPLE,
    },
}


def may(actor: Actor, permission: Permission) -> bool:
    """Whether the actor's role and mode include the permission: for hiding what cannot be used."""
    granted = _GRANTED[actor.role]
    return permission in (granted & _DESK if actor.desk_mode else granted)


def require(actor: Actor, permission: Permission) -> None:
    """Raises NotAllowed unless the actor's role includes the permission."""
    if not may(actor, permission):
        raise NotAllowed(permission=permission.name.lower())
