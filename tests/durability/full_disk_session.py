"""Workload for the watched disk: `full_disk_session FOLDER STEPS [FAULT]` – full at every write.

For every step of the session (a check-in), from the files as they lie there: opening, checking in
and closing are tried on a disk with room for no write, for one, for two … until all of it finds
room. Each trial must keep what was acknowledged, have nothing of what was refused, and leave a desk
that goes on when there is room again. Prints, as JSON, how often the disk was full in which act and
what the desk then said; a promise that is not kept ends the workload with an AssertionError. FAULT
plants a desk that keeps the refusal to itself.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from shutil import copyfile, rmtree

from kentro_app.domain.errors import Unavailable
from tests.durability.centre import DATABASE_FILES, Centre, examine, found, reopen
from tests.durability.marks import FREE, fail_after, refusals

SILENT = "nothing"  # the act succeeded all the same: what failed was housekeeping
Said = Counter[tuple[str, str]]
Act = Callable[[Path, int, int], str | None]


class SilentCentre(Centre):
    """The planted fault: takes the refusal for a success."""

    def check_in(self, number: int) -> None:
        with suppress(Unavailable):
            super().check_in(number)


def main(folder: Path, steps: int, kind: type[Centre] = Centre) -> Said:
    """Play the session; gives (act, what was said) → how often."""
    acts: tuple[tuple[str, Act], ...] = (
        ("open", opening),
        ("check in", partial(checking_in, kind)),
        ("close", closing),
    )
    said: Said = Counter()
    sound, trial = folder / "sound", folder / "trial"
    sound.mkdir()
    centre = found(sound)
    for number in range(steps):
        for name, act in acts:
            for room in range(10_000):
                lay(sound, trial)
                answer = act(trial, number, room)
                rmtree(trial)
                if answer is None:
                    break
                said[name, answer] += 1
        centre.check_in(number)
    centre.close()
    assert examine(sound).whole
    return said


def lay(sound: Path, trial: Path) -> None:
    """The files of an open store as a crash would leave them."""
    trial.mkdir()
    for name in DATABASE_FILES[:2]:
        if (sound / name).exists():
            copyfile(sound / name, trial / name)


def opening(folder: Path, number: int, room: int) -> str | None:
    answer = with_room(room, lambda: reopen(folder).close())
    goes_on(folder, number)
    return answer


def checking_in(kind: type[Centre], folder: Path, number: int, room: int) -> str | None:
    centre = reopen(folder, kind=kind)
    answer = with_room(room, lambda: centre.check_in(number))
    if answer not in (None, SILENT):
        assert centre.count() == number, f"refused at write {room}, and yet there"
        centre.check_in(number)
    assert centre.count() == number + 1, f"acknowledged at write {room}, and not there"
    centre.close()
    goes_on(folder, number + 1)
    return answer


def closing(folder: Path, number: int, room: int) -> str | None:
    centre = reopen(folder)
    answer = with_room(room, centre.close)
    goes_on(folder, number)
    return answer


def with_room(room: int, act: Callable[[], object]) -> str | None:
    """Act with room for so many writes: what was said, or None when there was room for all."""
    fail_after(room)
    try:
        act()
    except Unavailable as error:
        return error.code
    finally:
        refused = refusals()
        fail_after(FREE)
    return SILENT if refused else None


def goes_on(folder: Path, promised: int) -> None:
    """With room again, all that was promised is there and the next visitor can be checked in."""
    centre = reopen(folder)
    assert centre.count() == promised
    centre.check_in(promised)
    centre.close()
    state = examine(folder)
    assert state.whole, state.complaints
    assert len(state.visits) == promised + 1


def tell(said: Said) -> None:
    """Print what was said in which act, as JSON."""
    json.dump({f"{act}: {answer}": times for (act, answer), times in said.items()}, sys.stdout)


if __name__ == "__main__":
    desk = SilentCentre if sys.argv[3:] else Centre
    tell(main(Path(sys.argv[1]), int(sys.argv[2]), desk))
