"""The virtual environment beside the checkout: made, repaired, filled from the lock files."""

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

from progress import LineCounter, Trouble, pip_trouble

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCKS = ROOT / "installer"
# A test environment has all that a run needs.
ENOUGH = {
    "requirements.lock": ("requirements.lock", "requirements-test.lock"),
    "requirements-test.lock": ("requirements-test.lock",),
}
PROJECT_PARTS = ("pyproject.toml", "hatch_build.py", "installer/catalogues.py")
LOOK = "import sys, importlib.util as u; print(*sys.version_info[:3]); u.find_spec('pip').name"


def prepare(lock: str) -> Path:
    """The Python of an environment that has what `lock` names and the project itself.

    Quick when nothing has changed since the last time. Raises Trouble in words.
    """
    python = _interpreter()
    version = _version(python) or _make_environment(python)
    stamp = _read_stamp()
    if stamp.get("python") != version:
        stamp = {"python": version}
    digests = {name: _digest([LOCKS / name, LOCKS / "build-tools.lock"]) for name in ENOUGH}
    if not any(stamp.get(name) == digests[name] for name in ENOUGH[lock]):
        _install_locked(python, lock)
        stamp = {"python": version, lock: digests[lock]}
    project = _digest([ROOT / part for part in PROJECT_PARTS] + _catalogues())
    if stamp.get("project") != project or not _compiled():
        print("Installing Kentro itself ...", flush=True)
        _pip(python, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        stamp["project"] = project
    _write_stamp(stamp)
    return python


def _interpreter() -> Path:
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _version(python: Path) -> str | None:
    """Of a usable environment; None if it is half made or its Python is gone."""
    if not python.exists() or _unfinished().exists():
        return None
    look = subprocess.run([python, "-c", LOOK], capture_output=True, text=True, check=False)
    version = look.stdout.strip()
    usable = look.returncode == 0 and tuple(map(int, version.split())) >= (3, 11)
    return version if usable else None


def _make_environment(python: Path) -> str:
    if importlib.util.find_spec("ensurepip") is None:
        raise Trouble(
            "This Python cannot make virtual environments. On Debian and Ubuntu please type:\n\n"
            "    sudo apt-get install python3-venv"
        )
    repaired = VENV.exists()
    print("Repairing .venv ..." if repaired else "Making .venv ...", flush=True)
    _stamp_file().unlink(missing_ok=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True, check=False
    )
    version = _version(python)
    if made.returncode or version is None:
        raise Trouble(f"The environment in {VENV} could not be made:\n{made.stdout}{made.stderr}")
    return version


def _install_locked(python: Path, lock: str) -> None:
    packages = sum(1 for line in _lines(LOCKS / lock) if "==" in line)
    print(f"Installing {packages} packages from installer/{lock} ...", flush=True)
    # The marker stays behind if this is killed: then the environment is not to be trusted.
    _unfinished().touch()
    hashed = ("--require-hashes", "--requirement")
    _pip(python, *hashed, str(LOCKS / "build-tools.lock"))
    _pip(python, "--no-build-isolation", "--use-pep517", *hashed, str(LOCKS / lock), total=packages)
    _unfinished().unlink()


def _pip(python: Path, *arguments: str, total: int = 0) -> None:
    """Run `pip install`, count what it collects, and put a failure into words."""
    command = [python, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    counter = LineCounter(total)
    with subprocess.Popen(
        [*command, "--no-warn-script-location", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        for line in pip.stdout or ():
            counter.see(line)
    if pip.returncode:
        _unfinished().unlink(missing_ok=True)
        raise pip_trouble(counter.last_lines)


def _digest(files: list[Path]) -> str:
    everything = hashlib.sha256()
    for file in files:
        everything.update(hashlib.sha256(file.read_bytes()).digest())
    return everything.hexdigest()


def _catalogues() -> list[Path]:
    return sorted((ROOT / "translations").glob("*/LC_MESSAGES/*.po"))


def _compiled() -> bool:
    return all(catalogue.with_suffix(".mo").exists() for catalogue in _catalogues())


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()


def _stamp_file() -> Path:
    return VENV / "kentro-installed.json"


def _unfinished() -> Path:
    return VENV / "kentro-unfinished"


def _read_stamp() -> dict[str, str]:
    try:
        stamp = json.loads(_stamp_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(stamp: dict[str, str]) -> None:
    fresh = _stamp_file().with_suffix(".new")
    fresh.write_text(json.dumps(stamp, indent=1), "utf-8")
    shutil.move(fresh, _stamp_file())
