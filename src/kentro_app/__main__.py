"""`kentro`, and `python -m kentro_app`: parts the roles and imports nothing more than they need."""

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path

from kentro_app.launcher import IN_USE, InUse, Request, supervise
from kentro_app.settings import default_data_dir

_ROLES = ("login", "session", "day", "refuse")


def main() -> int:
    """Run the desktop program; the exit code is that of the contract."""
    arguments = _parser().parse_args()
    if arguments.data_dir is None:
        arguments.data_dir = default_data_dir(demo=arguments.demo)
    if arguments.role:
        return _play(arguments)
    if arguments.offscreen:
        arguments.role = "day"
        return _play(arguments)
    return _supervise(arguments)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="kentro", description="The front desk of a community centre.")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the data lies")
    parser.add_argument("--demo", action="store_true", help="open the demo centre")
    parser.add_argument("--lang", choices=("el", "en"), help="the language of the windows")
    parser.add_argument("--profile", metavar="NAME", help="the site profile for the set-up")
    parser.add_argument("--offscreen", action="store_true", help="drive one day without a screen")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the driven day leaves files")
    parser.add_argument("--role", choices=_ROLES, help=SUPPRESS)
    parser.add_argument("--message", default="", help=SUPPRESS)
    return parser


def _supervise(arguments: Namespace) -> int:
    options = _handed_on(arguments)
    try:
        return supervise(Request(arguments.data_dir, options))
    except InUse:
        arguments.role, arguments.message = "refuse", "already_open"
    except OSError:
        arguments.role, arguments.message = "refuse", "data_dir_unusable"
    _play(arguments)
    return IN_USE


def _handed_on(arguments: Namespace) -> tuple[str, ...]:
    options = ["--demo"] if arguments.demo else []
    for name in ("lang", "profile"):
        value = getattr(arguments, name)
        options += [f"--{name}", value] if value else []
    return tuple(options)


def _play(arguments: Namespace) -> int:
    role = import_module(f"kentro_app.bootstrap.{arguments.role}")
    code: int = role.run(arguments)
    return code


if __name__ == "__main__":
    sys.exit(main())
