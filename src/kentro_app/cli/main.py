"""Running one command: from its words to its exit code."""

import logging
import secrets
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from kentro_app import settings
from kentro_app.assets import translations
from kentro_app.cli.context import BUG, REFUSED, UNAVAILABLE, USAGE, Context, Environment, Streams
from kentro_app.cli.errors import PasswordNotGiven, UserNotChosen
from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.i18n import LANGUAGES, _, current, speak, voice
from kentro_app.launcher import default_data_dir

INTERRUPTED, NOBODY_READS = 130, 141  # as a shell has them: 128 and the signal

_USAGE = (PasswordNotGiven, UserNotChosen)
_PASSWORD_LIKE = ("--password", "--new-password", "--passwd", "--recovery-code")
_log = logging.getLogger(__name__)


def run(words: Sequence[str], environment: Environment, streams: Streams) -> int:
    """Run the command that the words are; gives the exit code of the contract."""
    _speak(_language(words, streams))
    if _holds_password(words):
        streams.stderr.write(
            _(
                "A password is never an argument: others can read those. Please use the prompt, "
                "KENTRO_PASSWORD or KENTRO_PASSWORD_FILE."
            )
            + "\n"
        )
        return USAGE
    from kentro_app.cli.parser import make_parser  # noqa: PLC0415 - its help is in the language

    arguments = make_parser().parse_args(list(words))
    _complete(arguments, streams)
    return _guarded(Context(arguments, environment, streams))


def _guarded(context: Context) -> int:
    try:
        context.environment.start_log(context.directory)
        return _perform(context)
    except (RuleViolation, Unavailable) as error:
        return _refused(context, error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return NOBODY_READS
    except Exception:  # noqa: BLE001 - the last net: a bug gets a number, never a traceback with data
        number = secrets.randbelow(1_000_000)
        _log.error("bug %06d", number, exc_info=sys.exc_info())
        return _broken(context, f"{number:06d}")


def _perform(context: Context) -> int:
    module, function = context.arguments.command.split(".")
    code: int = getattr(import_module(f"kentro_app.cli.{module}"), function)(context)
    return code


def _refused(context: Context, error: RuleViolation | Unavailable) -> int:
    from kentro_app.cli.answers import in_words, put, refusal  # noqa: PLC0415 - only when refused

    if context.arguments.json:
        put(context, refusal(error))
    context.say(in_words(error))
    if isinstance(error, _USAGE):
        return USAGE
    return REFUSED if isinstance(error, RuleViolation) else UNAVAILABLE


def _broken(context: Context, number: str) -> int:
    from kentro_app.cli.answers import put  # noqa: PLC0415 - only for a bug

    words = _(
        "Something went wrong in the program. What was saved is safe. "
        "If it happens again, tell your technician this number: {number}"
    ).format(number=number)
    if context.arguments.json:
        put(context, {"error": {"code": "bug", "number": number, "message": words}})
    context.say(words)
    return BUG


def _holds_password(words: Sequence[str]) -> bool:
    options = list(words)[: list(words).index("--")] if "--" in words else words
    return any(word.split("=")[0] in _PASSWORD_LIKE for word in options)


def _language(words: Sequence[str], streams: Streams) -> str:
    """`--lang`, else what the centre's windows speak. Asked before the words are parsed."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        wanted = following if word == "--lang" else word.removeprefix("--lang=")
        if wanted in LANGUAGES and word.startswith("--lang"):
            return wanted
    directory = streams.environ.get("KENTRO_DATA_DIR")
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word == "--data-dir":
            directory = following
    return settings.load(Path(directory)).language if directory else "el"


def _speak(language: str) -> None:
    speak(voice(language, translations(), current().zone))


def _complete(arguments: Namespace, streams: Streams) -> None:
    """Fill in what was not said: the data directory and the plain switches."""
    defaults = {"json": False, "lang": None, "user_name": "", "data_dir": None, "desk_mode": False}
    for name, value in defaults.items():
        if not hasattr(arguments, name):
            setattr(arguments, name, value)
    if arguments.data_dir is None:
        demo = arguments.command == "setup.demo"
        given = streams.environ.get("KENTRO_DATA_DIR")
        arguments.data_dir = Path(given or default_data_dir(demo=demo))
