"""`backup`, `restore`, `drill`, `verify` and `bench`."""

from kentro_app.cli.answers import answer
from kentro_app.cli.context import DONE, REFUSED, Context, Opener
from kentro_app.cli.credentials import entry, password, recovery_code
from kentro_app.i18n import _


def backup(context: Context) -> int:
    """One file with everything in it, encrypted."""
    made = context.environment.keeping.back_up(entry(context), context.arguments.out)
    answer(context, made, [made["file"]])
    return DONE


def restore(context: Context) -> int:
    """A backup becomes a data directory; the folder must be empty."""
    file = context.arguments.file
    done = context.environment.keeping.restore(file, context.directory, _opener(context))
    words = _("The backup is restored in {folder}.").format(folder=context.directory)
    answer(context, done, [words])
    return DONE


def drill(context: Context) -> int:
    """Restore aside, check, and throw away: would it work on the day it is needed?"""
    file, opener = context.arguments.file, _opener(context)
    return checked(context, context.environment.keeping.drill(file, context.directory, opener))


def verify(context: Context) -> int:
    """Check the whole store; changes nothing."""
    return checked(context, context.environment.keeping.verify(entry(context)))


def bench(context: Context) -> int:
    """The project's own measurements."""
    return context.environment.bench(context.arguments)


def _opener(context: Context) -> Opener:
    """An administrator's password where somebody is named, else the recovery code."""
    name = context.arguments.user_name
    if name:
        return Opener(name=name, password=password(context, name))
    return Opener(code=recovery_code(context))


def checked(context: Context, found: dict[str, object]) -> int:
    """Print the checks; gives REFUSED where one failed."""
    checks = found["checks"]
    assert isinstance(checks, list)
    lines = [f"{'✓' if c['ok'] else '✗'} {c['name']}  {c['detail']}".rstrip() for c in checks]
    answer(context, found, lines)
    return DONE if found["ok"] else REFUSED
