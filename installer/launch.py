"""What `bootstrap.py` does once the Python is new enough: prepare, then start."""

import os
import subprocess
import sys
from pathlib import Path

from environment import ROOT, Trouble, prepare
from system_libraries import provide

__all__ = ["Trouble", "run", "test"]

NO_DISPLAY = """There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window
can open. This drives one day through the real windows without one, and leaves pictures:

    python3 installer/bootstrap.py run --offscreen --out DIR"""


def run(options: list[str]) -> int:
    """Start the desktop program, on the demo centre unless a data directory is named."""
    on_screen = not {"--offscreen", "-h", "--help"} & set(options)
    if on_screen and not has_display(sys.platform, os.environ):
        raise Trouble(NO_DISPLAY)
    provide(on_screen=on_screen)
    python = prepare("requirements.lock")
    say("Starting Kentro ...")
    return call(python, "-m", "kentro_app", *with_demo(options))


def test(options: list[str]) -> int:
    """Run the suite; `options` go to pytest as they are."""
    provide(on_screen=False)
    python = prepare("requirements-test.lock")
    say("Running the tests ...")
    return call(python, "-m", "pytest", *options)


def with_demo(options: list[str]) -> list[str]:
    """The demo centre never mixes with real data: it is not asked for beside a data directory."""
    named = any(option.split("=")[0] in ("--data-dir", "--demo") for option in options)
    return options if named else ["--demo", *options]


def has_display(platform: str, surroundings: "os._Environ[str] | dict[str, str]") -> bool:
    """Whether a window can open; only X11 and Wayland systems may lack a screen."""
    if platform in ("win32", "darwin"):
        return True
    return any(surroundings.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def call(python: Path, *arguments: str) -> int:
    """Run to the end in the checkout; paths in the options stay relative to where we are."""
    is_test = "pytest" in arguments
    return subprocess.call([python, *arguments], cwd=ROOT if is_test else None)


def say(text: str) -> None:
    """A line of progress, in order with the output of what is started next."""
    print(text, flush=True)
