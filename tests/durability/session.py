"""Workload for the watched disk: `session FOLDER CHECK_INS [SYNCHRONOUS]` – a desk's day.

Checkpoints come often and the store is closed and opened now and then, so that cuts hit those too.
"""

import sys
from pathlib import Path

from tests.durability.centre import found, reopen
from tests.durability.marks import mark

FOUNDED, CHECKED_IN = "founded", "checked in"


def main(folder: Path, check_ins: int, synchronous: str = "FULL") -> None:
    centre = found(folder, synchronous=synchronous)
    mark(FOUNDED)
    for number in range(check_ins):
        if number % 40 == 39:
            centre.close()
            centre = reopen(folder, synchronous=synchronous)
        centre.check_in(number)
        mark(CHECKED_IN)
    centre.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
