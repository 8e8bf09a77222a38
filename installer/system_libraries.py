"""The libraries of the system that Qt needs on Linux: found missing, installed or asked for."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable

# What the Qt wheels are linked with and do not bring along, by the Debian package that has it.
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
ON_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def provide(*, on_screen: bool) -> None:
    """Install what is missing if this may be done without asking, else print the line to type.

    Never an error: a library may also come from elsewhere, and Qt itself says what it misses.
    """
    if not sys.platform.startswith("linux"):
        return
    packages = missing(loads, on_screen=on_screen)
    if not packages:
        return
    right = right_to_install()
    if right is None or not install(right, packages):
        print("Qt needs libraries that this system lacks. Please type:\n")
        print(f"    sudo apt-get install {' '.join(packages)}\n", flush=True)


def missing(is_there: Callable[[str], bool], *, on_screen: bool) -> list[str]:
    """The Debian packages whose library is not there."""
    wanted = ALWAYS | (ON_SCREEN if on_screen else {})
    return [package for library, package in wanted.items() if not is_there(library)]


def loads(library: str) -> bool:
    """Whether the dynamic linker finds the library for this Python's architecture."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def right_to_install() -> list[str] | None:
    """How to become root without being asked anything: `[]`, `["sudo", "-n"]`, or not at all."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def install(right: list[str], packages: list[str]) -> bool:
    """Through apt-get, without questions; whether it worked."""
    print(f"Installing system libraries: {' '.join(packages)} ...", flush=True)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.run([*right, *quiet, "update"], capture_output=True, check=False)
    wanted = ["install", "-y", "--no-install-recommends", *packages]
    return (
        subprocess.run([*right, *quiet, *wanted], stdout=subprocess.DEVNULL, check=False).returncode
        == 0
    )
