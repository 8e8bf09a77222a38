"""The command. `python -m tests.pictures --help` says what it takes."""

import argparse
import faulthandler
import json
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIZES = ((1366, 768), (1920, 1080))
THEMES = ("light", "dark", "contrast")
_SCREEN = {"name": "pictures", "x": 0, "y": 0, "width": 1920, "height": 1080}
_QUIET = ("This plugin does not support",)


def main():
    arguments = _parsed()
    faulthandler.enable()
    sys.path.insert(0, str(ROOT / "src"))
    with tempfile.TemporaryDirectory(prefix="kentro-screen-") as folder:
        config = Path(folder) / "screens.json"
        screen = {**_SCREEN, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
        return _take_all(arguments)


def _parsed():
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("screens", nargs="*", help="their names; all of them by default")
    parser.add_argument("--out", type=Path, default=ROOT / "pictures", help="where they go")
    parser.add_argument("--guide", action="store_true", help="only what ships, into its place")
    parser.add_argument("--language", choices=("el", "en"), action="append")
    parser.add_argument("--theme", choices=THEMES, action="append")
    parser.add_argument("--width", type=int, choices=(1366, 1920), action="append")
    parser.add_argument("--text", type=int, default=100, help="the size of text, in per cent")
    parser.add_argument("--list", action="store_true", help="say the screens' names")
    return parser.parse_args()


def _take_all(arguments):
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - after the platform is set

    from tests.pictures.photographer import Photographer  # noqa: PLC0415
    from tests.pictures.screens import SCREENS  # noqa: PLC0415

    if arguments.list:
        print("\n".join(SCREENS))  # noqa: T201
        return 0
    qInstallMessageHandler(_qt_says)
    wanted = [SCREENS[name] for name in arguments.screens or SCREENS]
    photographer = Photographer(arguments, _tell)
    began = time.monotonic()
    missed = photographer.take(wanted)
    _tell(f"{photographer.taken} pictures in {time.monotonic() - began:.0f} s")
    return 1 if missed else 0


def _qt_says(_kind, _where, words):
    if not words.startswith(_QUIET):
        _tell(words)


def _tell(words):
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
