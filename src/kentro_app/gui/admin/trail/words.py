"""The access log in plain words."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kentro_app.domain.moments import from_ms
from kentro_app.i18n import _


class Kind(Enum):
    """What one may look for, by how an action's name begins."""

    ALL = ("",)
    LOG_INS = ("session.", "before_log_in.", "desk_mode.")
    PERSONS = ("person", "alias.", "contact_point.", "identifier.", "address.", "history.")
    VISITS = ("visit", "request.", "requests.", "contact.", "contacts.", "subject.", "steps.")
    PAPERS = ("sheet.",)
    USERS = ("user",)
    CENTRE = ("centre.", "site.", "opening_hours.", "room.", "staff_pattern.", "request_code.")
    KEEPING = ("backup.", "recovery.", "keys.", "clock.", "audit.")


@dataclass(frozen=True, slots=True)
class Line:
    """One entry; `user`, `object_id` are UUIDs as text."""

    n: int
    at: datetime
    user: str
    who: str
    action: str
    object_type: str
    object_id: str
    number: str
    refused: bool


def parse(n: int, record: str) -> Line:
    """An entry as it stands in the log; names and numbers are filled in later."""
    entry = json.loads(record)
    return Line(
        n=n,
        at=from_ms(entry["at"]),
        user=str(entry.get("user", "")),
        who="",
        action=str(entry.get("action", "")),
        object_type=str(entry.get("type", "")),
        object_id=str(entry.get("id", "")),
        number="",
        refused=entry.get("outcome", "ok") != "ok",
    )


def is_of(line: Line, kind: Kind) -> bool:
    """Whether somebody who looks for this kind wants to see the line."""
    return line.action.startswith(kind.value)


def kind_word(kind: Kind) -> str:
    """What the choice says."""
    return {
        Kind.ALL: _("Everything"),
        Kind.LOG_INS: _("Log-ins"),
        Kind.PERSONS: _("People's files"),
        Kind.VISITS: _("Visits"),
        Kind.PAPERS: _("Day sheets"),
        Kind.USERS: _("Users and passwords"),
        Kind.CENTRE: _("The centre's details"),
        Kind.KEEPING: _("Backups, keys and checks"),
    }[kind]


_PERSON_PARTS = ("alias", "contact_point", "identifier", "address")
_CENTRE_PARTS = ("opening_hours", "room", "staff_pattern", "request_code")
_WORDS: Mapping[str, Callable[[], str]] = {
    **dict.fromkeys(
        (f"{part}.{how}" for part in _PERSON_PARTS for how in ("append", "set")),
        lambda: _("changed a person's file"),
    ),
    **dict.fromkeys(
        (f"{part}.{how}" for part in _CENTRE_PARTS for how in ("append", "set")),
        lambda: _("entered the centre's details"),
    ),
    "request.append": lambda: _("noted what a visit was about"),
    "request.set": lambda: _("noted what a visit was about"),
    "audit.read": lambda: _("read the access log"),
    "audit.exported": lambda: _("exported the access log"),
    "backup.drilled": lambda: _("tried a backup"),
    "backup.made": lambda: _("made a backup"),
    "backup.restored": lambda: _("restored a backup"),
    "before_log_in.key_file_refused": lambda: _("a changed key file was refused"),
    "before_log_in.log_damaged": lambda: _("the list of failed log-ins was damaged"),
    "before_log_in.login_failed": lambda: _("a log-in failed"),
    "before_log_in.login_throttled": lambda: _("a log-in was held up after several failures"),
    "before_log_in.recovery_failed": lambda: _("a wrong recovery code was typed"),
    "before_log_in.throttle_damaged": lambda: _("the count of failed log-ins was damaged"),
    "centre.founded": lambda: _("set up the centre"),
    "clock.set_back": lambda: _("the computer's clock had been set back"),
    "history.read": lambda: _("read who changed a record"),
    **dict.fromkeys(
        ("contact.append", "contact.set", "subject.append", "subject.set"),
        lambda: _("wrote down what became of a visit"),
    ),
    "contact.opened": lambda: _("opened the record of a visit"),
    "contacts.listed": lambda: _("looked at the records of visits"),
    "desk_mode.entered": lambda: _("switched to the desk's view"),
    "keys.older_accepted": lambda: _("accepted an older key file"),
    "person.append": lambda: _("registered a person"),
    "person.opened": lambda: _("opened a person's file"),
    "persons.imported": lambda: _("brought in a table of people"),
    "person.set": lambda: _("changed a person's file"),
    "persons.searched": lambda: _("searched the registry"),
    "recovery.confirmed": lambda: _("proved the recovery card"),
    "recovery.renewed": lambda: _("made a new recovery card"),
    "requests.listed": lambda: _("looked at what visits were about"),
    "session.closed": lambda: _("logged out"),
    "session.opened": lambda: _("logged in"),
    "sheet.made": lambda: _("made a day sheet"),
    "sheet.previewed": lambda: _("looked at a day sheet"),
    "site.append": lambda: _("entered the centre's details"),
    "site.set": lambda: _("changed the centre's details"),
    "steps.listed": lambda: _("looked at the next steps that are due"),
    "user.append": lambda: _("added a user"),
    "user.password_changed": lambda: _("changed the own password"),
    "user.password_recovered": lambda: _("set a password with the recovery card"),
    "user.password_reset": lambda: _("gave somebody a new password"),
    "user.role_changed": lambda: _("gave somebody another role"),
    "user.set": lambda: _("changed a user's account"),
    "visit.append": lambda: _("checked somebody in"),
    "visit.set": lambda: _("changed a visit"),
    "visits.listed": lambda: _("looked at the day's visits"),
}


def action_words(action: str) -> str:
    """What was done; an action that has no words yet is shown as it is."""
    words = _WORDS.get(action)
    return words() if words else action
