"""Damages a store in many ways and judges what the program makes of it, in worker processes."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from shutil import rmtree

from kentro_app.domain.errors import Unavailable
from kentro_app.services.backups import Head
from kentro_app.storage.verify import verify
from tests.durability.centre import State, examine, key
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


def verdict(trial: Trial, files: Files, folder: Path) -> str:
    """What the program makes of the files: its `verify`, then what it reads."""
    lay(files, folder)
    try:
        # The head is known elsewhere too: a sheet's foot, a backup's manifest. Only so is a whole
        # old state seen, for nothing inside the store speaks against it.
        number, digest = trial.truth.head
        found = verify(folder, key(), against=[Head(number, digest.hex())])
        if not all(check.ok for check in found):
            return NOTICED
        state = examine(folder, page_checks=())
        if state.complaints:
            return NOTICED
        return HARMLESS if state == trial.truth else WRONG
    except Unavailable:
        return NOTICED
    finally:
        rmtree(folder)


def lay(files: Files, folder: Path) -> None:
    """Write a store's files into a new folder."""
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
