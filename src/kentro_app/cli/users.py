"""`user …`: accounts."""

from collections.abc import Callable
from functools import partial
from typing import Any

from kentro_app.cli.answers import answer, columns
from kentro_app.cli.context import DONE, Context, Session
from kentro_app.cli.credentials import chosen_password, entry
from kentro_app.cli.session import logged_in
from kentro_app.domain.roles import Role
from kentro_app.domain.users import User, role_beneath
from kentro_app.i18n import _
from kentro_app.services import accounts
from kentro_app.services.accounts import NewUser
from kentro_app.services.ports import Work
from kentro_app.services.transaction import ask, perform


def add(context: Context) -> int:
    """Let somebody new in."""
    given = context.arguments
    request = NewUser(given.name, given.role, given.display_name)
    with logged_in(context) as session:
        ask(session.view, accounts.all_users)  # before a password is asked for
        secret = chosen_password(context, given.role)
        user = accounts.new_user(request, now=context.environment.clock())
        wrap = session.keys.wrap(user, secret)
        use_case = partial(accounts.add, keys=session.keys, user=user, wrap=wrap)
        perform(session.begin, use_case)
    return _answer(context, user)


def show_all(context: Context) -> int:
    """All accounts."""
    with logged_in(context) as session:
        users = ask(session.view, accounts.all_users)
    rows = [(u.name, u.role.value, u.display_name, "" if u.active else "–") for u in users]
    answer(context, [_user(user) for user in users], columns(rows))
    return DONE


def disable(context: Context) -> int:
    """End an account."""
    with logged_in(context) as session:
        use_case = partial(accounts.disable, keys=session.keys, name=_name(context))
        user = perform(session.begin, use_case).result
    return _answer(context, user)


def enable(context: Context) -> int:
    """Open a disabled account under a new password."""
    return _with_password(context, accounts.enable)


def reset_password(context: Context) -> int:
    """Give somebody a new password."""
    return _with_password(context, accounts.reset_password)


def grant(context: Context) -> int:
    """Another role, and with it a new password."""
    return _change_role(context, lambda _user, role: role)


def revoke(context: Context) -> int:
    """Take a role away: what remains is the desk."""
    return _change_role(context, role_beneath)


def own_password(context: Context) -> int:
    """The actor's own new password."""
    me = entry(context)
    with context.environment.doors.log_in(me) as session:
        user = _account(session, me.name)
        new = chosen_password(context, user.role)
        wrap = session.keys.wrap_own(user.id, me.password, new)
        use_case = partial(accounts.change_own_password, keys=session.keys, wrap=wrap)
        perform(session.begin, use_case)
    return _answer(context, user)


def _with_password(context: Context, change: Any) -> int:
    name = _name(context)
    with logged_in(context) as session:
        user = _account(session, name)
        secret = chosen_password(context, user.role)
        wrap = session.keys.wrap(user, secret)
        use_case = partial(change, keys=session.keys, wrap=wrap)
        user = perform(session.begin, use_case).result
    return _answer(context, user)


def _change_role(context: Context, becomes: Callable[[User, Role], Role]) -> int:
    with logged_in(context) as session:

        def changed(work: Work) -> User:
            user = accounts.account(work, _name(context))
            return accounts.with_role(work, user.name, becomes(user, context.arguments.role))

        user = ask(session.view, changed)
        secret = chosen_password(context, user.role)
        wrap = session.keys.wrap(user, secret)
        use_case = partial(accounts.change_role, keys=session.keys, wrap=wrap)
        perform(session.begin, use_case)
    return _answer(context, user)


def _account(session: Session, name: str) -> User:
    return ask(session.view, lambda work: work.users.by_name(name))


def _name(context: Context) -> str:
    return str(context.arguments.name or context.arguments.named)


def _user(user: User) -> dict[str, Any]:
    return {
        "id": str(user.id),
        "name": user.name,
        "display_name": user.display_name,
        "role": user.role.value,
        "active": user.active,
    }


def _answer(context: Context, user: User) -> int:
    line = _("{name} ({role})").format(name=user.name, role=user.role.value)
    answer(context, _user(user), [line])
    return DONE
