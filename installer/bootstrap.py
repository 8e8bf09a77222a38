"""Set up and start: `python3 installer/bootstrap.py run` or `test`, with their options.

Needs nothing but Python 3.11 or newer. This file must stay readable for older Pythons, so that
they too can be told what is missing; everything else is imported after that.
"""

import sys

USAGE = """usage: python3 installer/bootstrap.py run [options of kentro]
       python3 installer/bootstrap.py test [options of pytest]

run   makes .venv, installs what is pinned in installer/requirements.lock
      and starts the desktop program on the demo centre;
      without a display: run --offscreen --out DIR
test  makes .venv, installs the test extras too and runs the whole suite"""
OLDEST_PYTHON = (3, 11)
WRONG_USAGE, UNAVAILABLE, INTERRUPTED = 2, 3, 130


def main(arguments):
    """The exit code: that of the program or of the suite, or 2, 3, 130 of our own."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:3])
        say("Kentro needs Python 3.11 or newer; this is Python " + found + ".", sys.stderr)
        say("Install a newer one and start this file with it.", sys.stderr)
        return UNAVAILABLE
    if not arguments or arguments[0] not in ("run", "test"):
        asked_for_help = arguments[:1] in (["-h"], ["--help"])
        say(USAGE, sys.stdout if asked_for_help else sys.stderr)
        return 0 if asked_for_help else WRONG_USAGE
    return start(arguments[0], arguments[1:])


def start(what, options):
    """Prepare the environment and start; every expected trouble ends in one clear sentence."""
    import launch  # noqa: PLC0415 - an older Python must get past this file first

    try:
        return launch.run(options) if what == "run" else launch.test(options)
    except launch.Trouble as trouble:
        say("\n" + str(trouble), sys.stderr)
        return UNAVAILABLE
    except KeyboardInterrupt:
        say("\nStopped. Start the same command again to go on.", sys.stderr)
        return INTERRUPTED


def say(text, stream):
    """Print, in a way that Python 2 can still read."""
    stream.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
