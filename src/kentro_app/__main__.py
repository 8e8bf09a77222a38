"""`kentro`, and `python -m kentro_app`: parts the roles and imports nothing more than they need."""

from __future__ import annotations

import sys

from kentro_app.launcher import IN_USE, InUse, default_data_dir, supervise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

_ROLES = ("login", "session", "day", "refuse")
_ALONE = ("--demo",)
_WITH_VALUE = ("--data-dir", "--lang", "--profile")


def main() -> int:
    """Run the desktop program; the exit code is that of the contract."""
    plain = _plain(sys.argv[1:])
    if plain is not None:
        return _supervise(plain)
    arguments = _parser().parse_args()
    if arguments.offscreen:
        arguments.role = "day"
    elif arguments.data_dir is None:
        from pathlib import Path  # noqa: PLC0415 - the supervisor does without

        arguments.data_dir = Path(default_data_dir(demo=arguments.demo))
    if arguments.role:
        return _play(arguments)
    return _supervise(vars(arguments))


def _plain(words: Sequence[str]) -> dict[str, object] | None:
    """The options of an ordinary start, read without argparse (20 ms); None for any other."""
    found: dict[str, object] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        name = word[2:].replace("-", "_")
        if word in _ALONE:
            found[name] = True
        elif word in _WITH_VALUE and rest and not rest[0].startswith("-"):
            found[name] = rest.pop(0)
        else:
            return None
    return found if found.get("lang") in (None, "el", "en") else None


def _parser() -> ArgumentParser:
    from argparse import SUPPRESS, ArgumentParser  # noqa: PLC0415 - an ordinary start needs none
    from pathlib import Path  # noqa: PLC0415

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


def _supervise(given: dict[str, object]) -> int:
    data_dir = str(given.get("data_dir") or default_data_dir(demo=bool(given.get("demo"))))
    options = ["--demo"] if given.get("demo") else []
    for name in ("lang", "profile"):
        options += [f"--{name}", str(given[name])] if given.get(name) else []
    try:
        return supervise(data_dir, options)
    except InUse:
        reason = "already_open"
    except OSError:
        reason = "data_dir_unusable"
    roles = ["--role", "refuse", "--data-dir", data_dir, "--message", reason]
    _play(_parser().parse_args([*options, *roles]))
    return IN_USE


def _play(arguments: Namespace) -> int:
    from importlib import import_module  # noqa: PLC0415 - each role brings its own imports

    role = import_module(f"kentro_app.bootstrap.{arguments.role}")
    code: int = role.run(arguments)
    return code


if __name__ == "__main__":
    sys.exit(main())
