"""Runs a workload on a watched disk: builds disk_watch.c and loads it into a child process."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.durability.disk import Record, read_log

ROOT = Path(__file__).parents[2]
SOURCE = Path(__file__).with_name("disk_watch.c")


def build(folder: Path) -> Path:
    """Compile the watched disk; without a compiler the test fails, for skipping proves nothing."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.fail("The power-cut tests need a C compiler: install the package gcc (Debian: gcc).")
    library = folder / "disk_watch.so"
    flags = ["-shared", "-fPIC", "-O2", "-Wall", "-Werror"]
    subprocess.run([compiler, *flags, "-o", library, SOURCE, "-ldl", "-lpthread"], check=True)
    return library


def run(library: Path, folder: Path, *workload: str, log: Path | None = None) -> str:
    """Run `python -m tests.durability.<workload>` with `folder` watched; gives its output."""
    environment = {"LD_PRELOAD": str(library), "KENTRO_WATCH": str(folder)}
    if log is not None:
        environment["KENTRO_WATCH_LOG"] = str(log)
    module, *arguments = workload
    done = subprocess.run(
        [sys.executable, "-m", f"tests.durability.{module}", str(folder), *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def record(library: Path, folder: Path, *workload: str) -> list[Record]:
    """Run a workload and give all it did to the files of `folder`, in order."""
    log = folder.with_name(folder.name + ".log")
    run(library, folder, *workload, log=log)
    return read_log(log)


def child_path() -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
