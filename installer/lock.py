"""Make the lock files again: `python installer/lock.py [--upgrade]`; needs `uv` on the path.

They are universal (Windows, macOS, Linux; every Python that the project supports), carry the
hash of every file that may be installed, and name no index: where packages come from is the
business of the machine that installs them. The build tools are in them too, so that the
project itself is installed without a second, unpinned environment.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOWEST_PYTHON = "3.11"
LOCKS = {
    # Fonts come as a source package whose build needs this to be there already.
    "build-tools.lock": ["-"],
    "requirements.lock": ["pyproject.toml", "-"],
    "requirements-test.lock": ["--extra", "test", "pyproject.toml", "-"],
}
FONT_BUILD_TOOL = "setuptools>=82"


def command(lock: str, sources: list[str], wishes: list[str]) -> list[str]:
    """What to run for one lock file; the build requirements are read from standard input."""
    return [
        *("uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"),
        *("--python-version", LOWEST_PYTHON, "--no-header", "--no-emit-index-url"),
        *("--output-file", f"installer/{lock}", *wishes, *sources),
    ]


def main(wishes: list[str]) -> int:
    """Write all files; the exit code of the first failure, or 0."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    tools = "\n".join([*project["build-system"]["requires"], FONT_BUILD_TOOL])
    for lock, sources in LOCKS.items():
        print(f"Resolving {lock} ...", flush=True)
        wanted = command(lock, sources, wishes)
        run = subprocess.run(wanted, cwd=ROOT, input=tools, text=True, check=False)
        if run.returncode:
            return run.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
