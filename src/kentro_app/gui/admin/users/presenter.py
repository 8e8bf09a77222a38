"""Accounts, without a window: what may be done with whom, and what is said about it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from kentro_app.domain.errors import Refusal, RuleViolation
from kentro_app.domain.roles import Role
from kentro_app.domain.users import User
from kentro_app.gui.account.ports import Adviser
from kentro_app.gui.admin.ports import Accounts
from kentro_app.gui.ports import DeskDoor
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import accounts
from kentro_app.services.accounts import NewUser
from kentro_app.services.ports import Work


class UsersScreen(Protocol):
    """What the presenter can make the section do."""

    def show_users(self, users: Sequence[User]) -> None: ...
    def show_busy(self, words: str) -> None: ...
    def show_refusal(self, field: str, words: str) -> None: ...
    def show_phrase(self, user: User, phrase: str) -> None: ...
    def show_done(self, words: str) -> None: ...


class UsersPresenter:
    """Passwords given here are drawn, shown once and kept nowhere."""

    def __init__(
        self, screen: UsersScreen, desk: DeskDoor, doing: Accounts, adviser: Adviser
    ) -> None:
        self._screen, self._desk, self._doing, self._adviser = screen, desk, doing, adviser
        self._busy = False

    def load(self) -> None:
        """Fetch everybody."""
        self._desk.ask(
            accounts.all_users, self._screen.show_users, self._refused, owner=self._screen
        )

    def add(self, name: str, display_name: str, role: Role) -> None:
        """A new colleague, with a drawn phrase."""
        phrase = self._adviser.propose(role)
        request = NewUser(name.strip(), role, display_name.strip())
        use_case = partial(_adding, doing=self._doing, request=request, phrase=phrase)
        self._do(use_case, lambda user: self._screen.show_phrase(user, phrase))

    def reset(self, user: User) -> None:
        """A new phrase for somebody who has forgotten hers."""
        phrase = self._adviser.propose(user.role)
        use_case = partial(_resetting, doing=self._doing, name=user.name, phrase=phrase)
        self._do(use_case, lambda changed: self._screen.show_phrase(changed, phrase))

    def enable(self, user: User) -> None:
        """Let somebody in again, with a new phrase."""
        phrase = self._adviser.propose(user.role)
        use_case = partial(_enabling, doing=self._doing, name=user.name, phrase=phrase)
        self._do(use_case, lambda changed: self._screen.show_phrase(changed, phrase))

    def disable(self, user: User) -> None:
        """Let somebody in no more."""
        use_case = partial(_disabling, doing=self._doing, name=user.name)
        words = _("{name} can no longer log in. What was recorded stays.")
        self._do(
            use_case, lambda changed: self._screen.show_done(words.format(name=shown_name(changed)))
        )

    def _do(self, use_case: Callable[[Work], User], done: Callable[[User], None]) -> None:
        if self._busy:
            return

        def settled(user: User) -> None:
            self._rest()
            done(user)
            self.load()

        self._busy = True
        self._screen.show_refusal("", "")
        self._screen.show_busy(_("The key file is being written…"))
        self._desk.perform(use_case, settled, self._refused, owner=self._screen)

    def _refused(self, error: Exception) -> None:
        self._rest()
        words = explain(error)
        field = error.field if isinstance(error, Refusal) else None
        if isinstance(error, RuleViolation) and error.code == "last_administrator":
            words = last_administrator_words()
        self._screen.show_refusal(field or "", words)

    def _rest(self) -> None:
        self._busy = False
        self._screen.show_busy("")


def shown_name(user: User) -> str:
    """How colleagues know somebody."""
    return user.display_name or user.name


def last_administrator_words() -> str:
    """Why the last administrator stays."""
    return _(
        "This is the only administrator. Somebody must be able to let others in: "
        "please add another administrator first."
    )


def _adding(work: Work, *, doing: Accounts, request: NewUser, phrase: str) -> User:
    return doing.add(work, request, phrase)


def _resetting(work: Work, *, doing: Accounts, name: str, phrase: str) -> User:
    return doing.reset(work, name, phrase)


def _enabling(work: Work, *, doing: Accounts, name: str, phrase: str) -> User:
    return doing.enable(work, name, phrase)


def _disabling(work: Work, *, doing: Accounts, name: str) -> User:
    return doing.disable(work, name)
