"""Accounts, without a window: what may be done with whom, and what is said about it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

from kentro_app.domain.errors import Refusal, RuleViolation
from kentro_app.domain.roles import Role
from kentro_app.domain.users import User, in_role
from kentro_app.gui.account.ports import Adviser
from kentro_app.gui.admin.ports import Accounts
from kentro_app.gui.errand import Errand, Launch
from kentro_app.gui.ports import DeskDoor
from kentro_app.i18n import _
from kentro_app.i18n.messages import explain
from kentro_app.services import accounts
from kentro_app.services.accounts import NewUser
from kentro_app.services.key_ports import Wrap
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
        self._errand = Errand(screen.show_busy, self._refused)

    def load(self) -> None:
        """Fetch everybody."""
        self._desk.ask(
            accounts.all_users, self._screen.show_users, self._refused, owner=self._screen
        )

    def add(self, name: str, display_name: str, role: Role) -> None:
        """A new colleague, with a drawn phrase."""
        request = NewUser(name.strip(), role, display_name.strip())
        self._with_phrase(lambda: self._doing.new_user(request), self._adding)

    def reset(self, user: User) -> None:
        """A new phrase for somebody who has forgotten hers."""
        self._with_phrase(lambda: user, lambda _user: self._doing.reset)

    def enable(self, user: User) -> None:
        """Let somebody in again, with a new phrase."""
        self._with_phrase(lambda: user, lambda _user: self._doing.enable)

    def change_role(self, user: User, role: Role) -> None:
        """Another role; the key is bound to it, so a new phrase comes with it."""
        self._with_phrase(lambda: in_role(user, role), lambda _user: self._doing.change_role)

    def disable(self, user: User) -> None:
        """Let somebody in no more."""
        use_case = partial(_disabling, doing=self._doing, name=user.name)
        words = _("{name} can no longer log in. What was recorded stays.")
        self._do(
            partial(self._desk.perform, use_case, owner=self._screen),
            lambda changed: self._screen.show_done(words.format(name=shown_name(changed))),
        )

    def _adding(self, user: User) -> Callable[[Work, Wrap], User]:
        return lambda work, wrap: self._doing.add(work, user, wrap)

    def _with_phrase(
        self, whom: Callable[[], User], acting: Callable[[User], Callable[[Work, Wrap], User]]
    ) -> None:
        """Draw a phrase and work the wrap out beside everything else; only then write."""

        def wrapped() -> tuple[User, str, Wrap]:
            user = whom()
            phrase = self._adviser.propose(user.role)
            return user, phrase, self._doing.wrap(user, phrase)

        def launch(done: Callable[[object], None], failed: Callable[[Exception], None]) -> None:
            def write(made: tuple[User, str, Wrap]) -> None:
                user, phrase, wrap = made
                use_case = partial(_with_wrap, act=acting(user), wrap=wrap)
                told = partial(_and_phrase, done, phrase)
                self._desk.perform(use_case, told, failed, owner=self._screen)

            self._desk.prepare(wrapped, write, failed, owner=self._screen)

        self._do(launch, lambda made: self._screen.show_phrase(*made))

    def _do(self, launch: Launch, done: Callable[[Any], None]) -> None:
        def settled(answer: object) -> None:
            done(answer)
            self.load()

        if not self._errand.busy:
            self._screen.show_refusal("", "")
        self._errand.run(_("The key file is being written…"), launch, settled)

    def _refused(self, error: Exception) -> None:
        words = explain(error)
        field = error.field if isinstance(error, Refusal) else None
        if isinstance(error, RuleViolation) and error.code == "last_administrator":
            words = last_administrator_words()
        self._screen.show_refusal(field or "", words)


def shown_name(user: User) -> str:
    """How colleagues know somebody."""
    return user.display_name or user.name


def last_administrator_words() -> str:
    """Why the last administrator stays."""
    return _(
        "This is the only administrator. Somebody must be able to let others in: "
        "please add another administrator first."
    )


def _with_wrap(work: Work, *, act: Callable[[Work, Wrap], User], wrap: Wrap) -> User:
    return act(work, wrap)


def _and_phrase(done: Callable[[object], None], phrase: str, user: User) -> None:
    done((user, phrase))


def _disabling(work: Work, *, doing: Accounts, name: str) -> User:
    return doing.disable(work, name)
