"""`init`, `recover` and `demo`: how a centre begins, and begins again."""

from kentro_app.cli.answers import answer
from kentro_app.cli.context import DONE, Context, DemoOrder, NewCentre
from kentro_app.cli.credentials import (
    first_password,
    new_password,
    recovery_code,
    user_name,
)
from kentro_app.cli.errors import OutputNotWritten
from kentro_app.cli.files import require_file, write_file
from kentro_app.i18n import _
from kentro_app.services.sheets_model import RecoveryCardContent


def init(context: Context) -> int:
    """A new centre. The recovery code goes on the card, or once to standard error.

    Never to standard output: answers are kept in files and logs. A card that is there already
    may be another building's only one, so it is not overwritten.
    """
    given = context.arguments
    if given.card is not None:
        require_file(given.card, new=True)
    secret = first_password(context)
    centre = NewCentre(context.directory, given.profile, given.user, given.display_name, secret)
    content = context.environment.doors.found(centre)
    kept = _keep_card(context, content)
    document = {
        "data_dir": str(context.directory),
        "profile": given.profile,
        "user": given.user,
        "card": str(given.card) if kept else None,
    }
    words = _("{site} is set up in {folder}.")
    answer(context, document, [words.format(site=content.site_name, folder=context.directory)])
    return DONE


def recover(context: Context) -> int:
    """A new password for an administrator who has the recovery card."""
    name = user_name(context)
    code = recovery_code(context)
    context.environment.doors.recover(context.directory, name, code, new_password(context))
    answer(context, {"name": name}, [_("{name} has a new password.").format(name=name)])
    return DONE


def demo(context: Context) -> int:
    """A synthetic centre."""
    given = context.arguments
    today = given.today.isoformat() if given.today else ""
    order = DemoOrder(context.directory, given.people, given.visits, given.seed, today)
    made = context.environment.demo(order, lambda done, of: _progress(context, done, of))
    lines = [
        _("{people} people and {visits} visits are in {folder}.").format(
            people=made["people"], visits=made["visits"], folder=context.directory
        ),
        *[f"{user['name']} ({user['role']})" for user in made["users"]],
        _("All have the password: {password}").format(password=made["password"]),
    ]
    answer(context, made, lines)
    return DONE


def _keep_card(context: Context, content: RecoveryCardContent) -> bool:
    """Write the card if one was asked for; a code that stands nowhere is shown."""
    path = context.arguments.card
    if path is not None:
        try:
            write_file(path, context.environment.papers.card(content))
        except OutputNotWritten:
            context.say(_("The card could not be written."))
        else:
            return True
    context.say(
        _("Recovery code, shown only now. Write it down and keep it in a safe: {code}").format(
            code=content.code
        )
    )
    return False


def _progress(context: Context, done: int, of: int) -> None:
    if context.streams.stderr.isatty():
        context.streams.stderr.write(f"\r{done * 100 // max(of, 1)} % ")
        if done >= of:
            context.streams.stderr.write("\r")
        context.streams.stderr.flush()
