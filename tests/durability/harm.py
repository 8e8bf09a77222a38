"""Damages a store in many ways and judges what the program makes of it, in worker processes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from shutil import rmtree

from kentro_app.domain.errors import Unavailable
from tests.durability.centre import BOTH_CHECKS, State, examine
from tests.durability.damage import KINDS, Files, Scene

NOTICED, HARMLESS, WRONG = "noticed", "harmless", "wrong value, unnoticed"


@dataclass(frozen=True, slots=True)
class Trial:
    """A sound store, and what it says."""

    scene: Scene
    truth: State


def try_many(trial: Trial, seeds: range, folder: Path) -> Counter[tuple[str, str]]:
    """(kind of damage, verdict) → how often."""
    return Counter(_try(trial, seed, folder / str(seed)) for seed in seeds)


def _try(trial: Trial, seed: int, folder: Path) -> tuple[str, str]:
    damage = KINDS[seed % len(KINDS)]
    return damage.__name__, verdict(trial, damage(trial.scene, Random(seed)), folder)


def verdict(trial: Trial, files: Files, folder: Path, checks: Sequence[str] = BOTH_CHECKS) -> str:
    """What the program makes of the files when it runs these page checks."""
    lay(files, folder)
    try:
        state = examine(folder, checks)
    except Unavailable:
        return NOTICED
    finally:
        rmtree(folder)
    # The head is known elsewhere too: a backup's manifest, the server. Only so is a whole old
    # state seen, for which nothing inside the store speaks.
    if state.complaints or state.head != trial.truth.head:
        return NOTICED
    return HARMLESS if state == trial.truth else WRONG


def lay(files: Files, folder: Path) -> None:
    """Write a store's files into a new folder."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
