"""Passwords: from the environment, a file it names, or a prompt; never from an argument.

An argument stands in the shell's history and in the list of processes, for everybody to read.
"""

import os
from pathlib import Path

from kentro_app.cli.context import Context, LogIn
from kentro_app.cli.errors import (
    PasswordFileUnusable,
    PasswordNotGiven,
    PasswordsDiffer,
    UserNotChosen,
)
from kentro_app.domain.roles import Role
from kentro_app.i18n import _

PASSWORD = "KENTRO_PASSWORD"
NEW_PASSWORD = "KENTRO_NEW_PASSWORD"
RECOVERY_CODE = "KENTRO_RECOVERY_CODE"
_LONGEST = 4096
_OTHERS = 0o077


def user_name(context: Context) -> str:
    """Who acts: `--as`, or the only one there is. Raises UserNotChosen."""
    if context.arguments.user_name:
        return str(context.arguments.user_name)
    names = context.environment.doors.names(context.directory)
    if len(names) != 1:
        raise UserNotChosen(field="as", names=", ".join(names[:10]))
    return names[0]


def entry(context: Context) -> LogIn:
    """Who acts, where, with what password. Raises UserNotChosen, PasswordNotGiven…"""
    name = user_name(context)
    given = password(context, name)
    return LogIn(context.directory, name, given, context.arguments.desk_mode)


def password(context: Context, name: str) -> str:
    """The present password of `name`. Raises PasswordNotGiven, PasswordFileUnusable."""
    given = _given(context, PASSWORD)
    if given is not None:
        return given
    return _asked(context, _("Password of {name}: ").format(name=name), PASSWORD)


def first_password(context: Context) -> str:
    """The password of a new centre's first administrator: typed twice, or given."""
    given = _given(context, PASSWORD)
    return new_password(context) if given is None else given


def new_password(context: Context) -> str:
    """A password to be set: KENTRO_NEW_PASSWORD, or typed twice. Raises PasswordsDiffer."""
    given = _given(context, NEW_PASSWORD)
    if given is not None:
        return given
    typed = _asked(context, _("New password: "), NEW_PASSWORD)
    if _asked(context, _("The same again: "), NEW_PASSWORD) != typed:
        raise PasswordsDiffer(field="password")
    return typed


def chosen_password(context: Context, role: Role) -> str:
    """A password to be set, or one that the program draws and shows once."""
    if not context.arguments.generate:
        return new_password(context)
    drawn = context.environment.doors.passphrase(role)
    context.say(_("New password, shown only now: {password}").format(password=drawn))
    return drawn


def recovery_code(context: Context) -> str:
    """The code of the recovery card: KENTRO_RECOVERY_CODE, or typed."""
    given = _given(context, RECOVERY_CODE)
    return given or _asked(context, _("Recovery code: "), RECOVERY_CODE)


def _given(context: Context, variable: str) -> str | None:
    """From the variable, or from the file that the variable with `_FILE` names."""
    environ = context.streams.environ
    if variable in environ:
        return environ[variable]
    name = environ.get(f"{variable}_FILE")
    return _from_file(context, Path(name)) if name else None


def _from_file(context: Context, path: Path) -> str:
    try:
        with path.open("rb") as file:
            open_to_all = os.name == "posix" and os.fstat(file.fileno()).st_mode & _OTHERS
            first = file.readline(_LONGEST).decode("utf-8-sig").rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise PasswordFileUnusable(path=str(path)[:200]) from error
    if not first:
        raise PasswordFileUnusable(path=str(path)[:200])
    if open_to_all:
        words = _(
            "Others on this computer can read the password file. Please run: chmod 600 {path}"
        )
        context.say(words.format(path=path))
    return first


def _asked(context: Context, prompt: str, variable: str) -> str:
    if context.streams.ask is None:
        raise PasswordNotGiven(variable=variable)
    return context.streams.ask(prompt)
