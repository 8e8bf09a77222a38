"""What the set-up needs from the world, in its own words and without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kentro_app.domain.roles import Role
from kentro_app.domain.sites import Profile

Picture = tuple[int, int, bytes]
"""A page as width, height and RGBA bytes."""


@dataclass(frozen=True, slots=True)
class Administrator:
    """Who will run the centre, as typed."""

    name: str
    display_name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """A recovery card that exists as a document only: `asked` is the group to type back, from 1.

    Nothing of it is on the disk until somebody saves it.
    """

    pdf: bytes = field(repr=False)
    pages: tuple[Picture, ...] = field(repr=False)
    asked: int
    groups: int


class Papers(Protocol):
    """What can be done with a card."""

    def pictures(self, pdf: bytes, dpi: float) -> Sequence[Picture]:
        """The pages, as sharp as a printer wants them."""

    def save(self, pdf: bytes, path: Path) -> None:
        """Write the file, readable by its owner only. Raises `Unavailable`."""


class Proves(Papers, Protocol):
    """A card that is being confirmed."""

    def is_group(self, number: int, typed: str) -> bool:
        """Whether this is what the card says there; forgiving about case and keyboard layout."""

    def prove(self) -> None:
        """Open the key file with the whole code on the card, and note that it was confirmed.

        Raises `WrongRecoveryCode` or `Unavailable`.
        """


class SetUp(Proves, Protocol):
    """One new data directory. Every call may take seconds and read or write the disk."""

    def judge(self, password: str, role: Role, personal: Sequence[str]) -> None: ...

    def propose(self, role: Role) -> str: ...

    def profiles(self) -> Sequence[Profile]:
        """The centres one can be; raises `Unavailable` where a new one cannot be put."""

    def found(self, profile: str, administrator: Administrator) -> Card:
        """Make the centre. Raises `RuleViolation` with its field, or `Unavailable`."""

    def backup_folder(self) -> Path:
        """Where the daily backups go by themselves."""

    def copy_backups_to(self, folder: str) -> None:
        """Remember a second place (none if empty). Raises `Unavailable` if it takes nothing."""

    def make_demo(self, progress: Callable[[int, int], None]) -> None:
        """Make the demo centre; `progress` gets done and whole, and may raise to stop it."""
