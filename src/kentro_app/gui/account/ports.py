"""What setting a password needs from the vault, without Qt."""

from collections.abc import Sequence
from typing import Protocol

from kentro_app.domain.roles import Role


class Adviser(Protocol):
    """Knows which passwords are good enough, and draws some that are."""

    def judge(self, password: str, role: Role, personal: Sequence[str]) -> None:
        """Raises `RuleViolation` unless it may be set. May take a while the first time."""

    def propose(self, role: Role) -> str:
        """Drawn words that `judge` accepts for this role."""
