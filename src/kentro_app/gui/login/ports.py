"""What the log-in needs from the vault, in its own words and without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody is in. `key` is the database key itself; whoever takes it wipes it."""

    user_id: str
    name: str
    role: str
    key: bytearray

    def __repr__(self) -> str:
        return "Accepted(…)"


class Door(Protocol):
    """The vault of one data directory. Every call may take a second and read the disk."""

    def names(self) -> Sequence[str]:
        """Who may log in, in the order to show. Raises `Unavailable` (damaged key file)."""

    def unlock(self, name: str, password: str) -> Accepted:
        """Raises `RuleViolation` (code wrong_password or too_soon) or `Unavailable`."""

    def recover(self, name: str, code: str, password: str) -> None:
        """A new password for an administrator who has the recovery card.

        Raises `RuleViolation` with the `field` it is about (name, recovery_code, password).
        """


class Runs(Protocol):
    """Runs slow work elsewhere; `gui.background.Lane.run` fits."""

    def __call__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        owner: object,
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Welcome:
    """What is known before anybody has logged in."""

    centre: str = ""
    last_user: str = ""
    message: str = ""
    demo: bool = False
