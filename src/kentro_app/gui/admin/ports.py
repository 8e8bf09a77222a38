"""What administration needs from the vault and the disk, in its own words and without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kentro_app.domain.users import User
from kentro_app.gui.account.ports import Adviser
from kentro_app.gui.setup.ports import Card, Proves
from kentro_app.services.accounts import NewUser
from kentro_app.services.backups import Check
from kentro_app.services.key_ports import Wrap
from kentro_app.services.ports import Work


class Accounts(Protocol):
    """The use cases of `services.accounts` with the key file already in their hands.

    A wrap takes a second: it is made beside everything else, before the use case begins.
    """

    def new_user(self, request: NewUser) -> User: ...
    def wrap(self, user: User, password: str) -> Wrap: ...
    def add(self, work: Work, user: User, wrap: Wrap) -> User: ...
    def disable(self, work: Work, name: str) -> User: ...
    def enable(self, work: Work, wrap: Wrap) -> User: ...
    def reset(self, work: Work, wrap: Wrap) -> User: ...
    def change_role(self, work: Work, wrap: Wrap) -> User: ...


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup in its folder, as its own head describes it. `size` in bytes."""

    path: Path
    at: datetime
    size: int
    generation: int
    reason: str


class Backups(Protocol):
    """Every call may take seconds and read or write the disk."""

    def kept(self) -> Sequence[KeptBackup]:
        """Those in the data directory's own folder, newest first."""

    def make(self, to: Path | None) -> KeptBackup:
        """A new one, there or in a folder. Raises `RuleViolation` or `Unavailable`."""

    def drill(self, path: Path) -> Sequence[Check]:
        """Bring one back for a moment and look at all of it. Raises `Unavailable`."""

    def second_folder(self) -> str:
        """Where copies go; empty for nowhere."""

    def keep_second(self, folder: str) -> None:
        """Raises `Unavailable` where nothing can be put."""


class NewCards(Proves, Protocol):
    """A new recovery code: it counts from `prove` on, and the old card until then."""

    def make(self) -> Card:
        """Draw a code and its card; nothing is written. Raises `RuleViolation`, `Unavailable`."""

    def is_confirmed(self, work: Work) -> bool:
        """Whether the access log knows of a card that was tried."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one line of a table: why it was refused, or what looks odd about it."""

    line: int
    column: str
    words: str
    refused: bool


@dataclass(frozen=True, slots=True)
class Brought:
    """How far a table has been brought in; `remarks` are those since the last time."""

    added: int
    refused: int
    remarks: Sequence[Remark]
    ended: bool

    @property
    def lines(self) -> int:
        """How many were read."""
        return self.added + self.refused


class BringsPeople(Protocol):
    """A table of people, brought in piece by piece. Every call may take a second."""

    def open(self, path: Path) -> Sequence[str]:
        """Look at the header; gives the columns that are left out. Raises `RuleViolation`."""

    def advance(self, lines: int) -> Brought:
        """Bring in so many more lines, each whole or not at all. Raises `Unavailable`."""

    def stop(self) -> Brought:
        """No more of it; what came in stays."""

    def save(self, path: Path) -> int:
        """Write every remark as CSV; gives how many. Raises `Unavailable`."""


@dataclass(frozen=True, slots=True)
class Administering:
    """All of it. `export` writes the access log to a file and gives the number of entries."""

    accounts: Accounts
    adviser: Adviser
    backups: Backups
    cards: NewCards
    verify: Callable[[], Sequence[Check]]
    export: Callable[[Path], int]
    people: BringsPeople
